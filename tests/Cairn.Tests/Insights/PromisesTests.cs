using System.Globalization;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Insights;

public sealed class PromisesTests
{
    private const int Days = 36;
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory, EachDatabase]
    public async Task The_page_counts_what_was_said_and_what_was_done_as_the_days_went(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var told = await Told.Of(cairn);
        var promised = new List<(double Chance, bool Kept, bool Silent)>();

        for (var place = 0; place < Days; place++)
        {
            var (day, bars) = (Monday.AddDays(place), told.BarsOn(Monday.AddDays(place)));
            await visitor.Open("/");
            switch (place % 7)
            {
                case 2: // a rest is no promise
                    await visitor.Press(within: ".menu form[action='/act/rest']");
                    told.Rested(day);
                    break;
                case 4: // here in the evening, and not a word about the step
                    await Rate(visitor, day);
                    told.Missed(day, MissReason.None);
                    promised.Add((bars.TargetChance, false, true));
                    break;
                case 5: // away
                    break;
                case 6:
                    await visitor.Press("reason", "Forgot");
                    told.Missed(day, MissReason.Forgot);
                    promised.Add((bars.TargetChance, false, false));
                    break;
                default:
                    var tier = place % 5 == 0 ? Tier.Floor : Tier.Target;
                    await visitor.Press("tier", tier.ToString());
                    told.Won(day, tier);
                    promised.Add((bars.TargetChance, tier == Tier.Target, false));
                    break;
            }

            cairn.Clock.Advance(TimeSpan.FromDays(1));
        }

        await visitor.Open("/insights");

        var expected = promised
            .GroupBy(promise => Math.Round(promise.Chance * 10, MidpointRounding.AwayFromZero))
            .OrderBy(band => band.Key)
            .Select(band => (int[])[(int)band.Key, band.Count(), band.Count(p => p.Kept), band.Count(p => p.Silent)])
            .ToList();
        Assert.Equal(expected, Rows(visitor).Select(row => (int[])[row[0], row[1], row[2], row[^1]]));
        Assert.True(promised.Count(promise => promise.Silent) >= 4);
        var most = expected.OrderBy(band => band[1]).ThenBy(band => band[0]).Last();
        Assert.Equal(
            $"Of {most[1]} times that I said {most[0]} in 10, you did it {most[2]} times.",
            visitor.Page.QuerySelector("#most-said")!.TextContent
        );
        using var csv = await visitor.Http.GetAsync(new Uri("/insights/promises.csv", UriKind.Relative));
        Assert.Equal(promised.Count + 2, (await csv.Content.ReadAsStringAsync()).Split('\n').Length);
    }

    [Fact]
    public async Task What_was_imported_or_fixed_by_hand_is_no_promise_and_moments_are_none()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        await cairn.LivesIn("Europe/Berlin");
        await LongLife.Live(cairn, 60);
        await cairn.Look(db =>
            db.Entries.Where(entry => entry.Day < Monday.AddDays(-30))
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Bars.TargetChance, 0))
        );
        var entries = await cairn.Look(db => db.Entries.AsNoTracking().ToListAsync());
        var (said, kept) = (0, 0);
        foreach (var entry in entries)
        {
            if (entry is { Kind: not StepKind.Moment, Bars.TargetChance: .9, Outcome: Outcome.Won or Outcome.NotToday })
            {
                said++;
                kept += entry is { Outcome: Outcome.Won, Tier: Tier.Target or Tier.Stretch } ? 1 : 0;
            }
        }

        await visitor.Open("/insights");

        var row = Rows(visitor).Single(row => row[0] == 9);
        Assert.Equal((said, kept), (row[1] - row[^1], row[2]));
    }

    private static List<List<int>> Rows(Visitor visitor) =>
        [
            .. visitor
                .Page.QuerySelectorAll("#promise-bands tbody tr")
                .Select(row =>
                    row.QuerySelectorAll("th, td")
                        .Select(cell => int.Parse(cell.TextContent.Split(' ')[0], CultureInfo.InvariantCulture))
                        .ToList()
                ),
        ];

    private static Task Rate(Visitor visitor, DateOnly day) =>
        visitor.Post(
            "/act/checkIn",
            new(StringComparer.Ordinal)
            {
                ["id"] = Guid.CreateVersion7(TestCairn.Monday).ToString(),
                ["day"] = $"{day:O}",
                ["rate.mood"] = "6",
            }
        );
}
