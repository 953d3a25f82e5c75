using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Insights;

public sealed partial class ExperimentTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory, EachDatabase]
    public async Task Its_days_are_stored_before_the_first_and_there_is_one_at_a_time(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var step = await Propose(cairn, visitor);
        Assert.Contains("From Tuesday, March 3, 2026", visitor.Text, StringComparison.Ordinal);
        var fields = visitor.FieldsFor(visitor.FindButton());

        await visitor.Post(step, fields);
        await visitor.Post(step, fields);

        var experiment = Assert.Single(await All(cairn));
        Assert.Equal((Monday.AddDays(1), Monday.AddDays(84)), (experiment.Day, experiment.Last));
        Assert.True(experiment.At < cairn.Clock.GetUtcNow().AddDays(1));
        Assert.Contains("begins on", visitor.Text, StringComparison.Ordinal);

        fields["id"] = Guid.CreateVersion7(TestCairn.Monday).ToString();
        await visitor.Post(step, fields);
        Assert.Equal(HttpStatusCode.Conflict, visitor.Status);
        Assert.Contains("One test at a time", visitor.Text, StringComparison.Ordinal);
        Assert.Single(await All(cairn));

        fields["id"] = Guid.Empty.ToString();
        await visitor.Post(step, fields);
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
    }

    [Theory, EachDatabase]
    public async Task Today_says_what_the_coin_says_and_a_day_without_is_a_rest(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var told = await Told.Of(cairn);
        await visitor.Press("tier", "Target");
        told.Won(Monday, Tier.Target);
        await Propose(cairn, visitor);
        await visitor.Press();
        var experiment = Assert.Single(await All(cairn));
        var coin = new SlowCoin(experiment.Day, experiment.Seed);

        for (var day = Monday.AddDays(1); day < Monday.AddDays(13); day = day.AddDays(1))
        {
            await visitor.NextDay(cairn);
            var asks = coin.Asks(day);
            var row = visitor.Page.QuerySelector(".step")!;
            Assert.Equal(!asks, row.HasAttribute("data-free"));
            Assert.Contains(
                asks ? "Today with “Walk”" : "Today without “Walk”",
                visitor.Page.QuerySelector(".coin-card")!.TextContent,
                StringComparison.Ordinal
            );
            var bars = told.BarsOn(day);
            Assert.Equal(
                string.Create(CultureInfo.InvariantCulture, $"{bars.Floor} {bars.Target} {bars.Stretch}"),
                row.GetAttribute("data-bars")
            );
            await Rate(visitor, day, 5);
            if (asks)
            {
                told.Missed(day, MissReason.None); // silence on a planned day
            }
            else
            {
                told.Rested(day);
            }
        }

        await visitor.Open("/insights");
        Assert.Contains("day 12 of 84", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task It_ends_when_its_person_wants_and_tomorrow_is_as_before(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await Propose(cairn, visitor);
        await visitor.Press();
        var first = visitor.Path;
        for (var day = 0; day < 5; day++)
        {
            await visitor.NextDay(cairn);
        }

        await visitor.Open(first);
        var (path, fields) = (first + "/stop", visitor.FieldsFor(visitor.FindButton(within: "form[action$='/stop']")));
        await visitor.Post(path, fields);
        await visitor.Post(path, fields);

        var counting = Assert.Single(await All(cairn), experiment => experiment.SupersededBy is null);
        Assert.Equal(Monday.AddDays(4), counting.Last);
        await visitor.Open("/");
        Assert.Null(visitor.Page.QuerySelector(".coin-card, .by-coin, .step[data-free]"));
        await visitor.Open(first);
        Assert.Contains("Too few evenings were rated", visitor.Text, StringComparison.Ordinal);
        await Propose(cairn, visitor);
        Assert.NotNull(visitor.FindButton(within: "form[action^='/insights/test']"));
    }

    [Theory, EachDatabase]
    public async Task What_is_ended_before_its_first_day_never_was(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await Propose(cairn, visitor);
        await visitor.Press();
        var path = visitor.Path;

        await visitor.Press(within: "form[action$='/stop']");

        Assert.Equal("/insights", visitor.Path);
        Assert.DoesNotContain("begins on", visitor.Text, StringComparison.Ordinal);
        await visitor.Open(path);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await visitor.NextDay(cairn);
        Assert.Null(visitor.Page.QuerySelector(".coin-card, .by-coin"));
    }

    [InAnyZone, Theory]
    [InlineData(0, "No clear difference.")]
    [InlineData(4, "“Walk” makes your evenings better.")]
    [InlineData(-4, "“Walk” makes your evenings harder.")]
    public async Task At_the_looks_and_only_there_it_says_what_an_independent_computation_says(
        int effect,
        string verdict
    )
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await Propose(cairn, visitor);
        await visitor.Press();
        await cairn.Look(db =>
            db.DayWords.OfType<Experiment>().ExecuteUpdateAsync(set => set.SetProperty(e => e.Seed, -2L))
        );
        var experiment = Assert.Single(await All(cairn)); // any coin will do; with this one the test says the same each time
        var coin = new SlowCoin(experiment.Day, experiment.Seed);
        var (dice, evenings) = (new Random(1), new Dictionary<DateOnly, int>());
        string? said = null;

        for (var day = Monday; day <= Monday.AddDays(85); day = day.AddDays(1))
        {
            await visitor.Open($"/insights/experiments/{experiment.Id}");
            var card = visitor.Page.QuerySelector("[data-look]");
            var days = day.DayNumber - experiment.Day.DayNumber;
            if (days < 28)
            {
                Assert.Null(card);
            }
            else
            {
                var look = int.Parse(card!.GetAttribute("data-look")!, CultureInfo.InvariantCulture);
                if (card.InnerHtml != said)
                {
                    Assert.Equal(days, look);
                    Compare(visitor, coin, look, evenings);
                    said = card.InnerHtml;
                }
            }

            var asked = day >= experiment.Day && coin.Asks(day);
            if (asked && day.DayNumber % 3 > 0)
            {
                await visitor.Post(
                    "/act/win",
                    new(StringComparer.Ordinal)
                    {
                        ["id"] = Guid.CreateVersion7(TestCairn.Monday).ToString(),
                        ["step"] = $"{experiment.StepId}",
                        ["tier"] = "target",
                    }
                );
            }

            if (dice.Next(8) > 0)
            {
                evenings[day] = Math.Clamp(5 + dice.Next(-2, 3) + (asked ? effect / 2 : -effect / 2), 0, 10);
                await Rate(visitor, day, evenings[day]);
            }

            cairn.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.False(
            await cairn.Look(async db =>
                await Snapshots.Rebuild(
                    db,
                    experiment.PersonId,
                    await db.Beliefs.Select(belief => belief.Through).SingleAsync(),
                    CancellationToken.None
                )
            ),
            "what was stored on the way is not what all of it says, days without included"
        );
        await visitor.Open($"/insights/experiments/{experiment.Id}");
        Assert.Equal(verdict, visitor.Page.QuerySelector("#outcome")!.TextContent);
        await visitor.Open("/insights");
        Assert.Contains(verdict, visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_was_put_away_or_is_counted_cannot_be_tested()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await Propose(cairn, visitor);
        var (path, fields) = (visitor.Path, visitor.FieldsFor(visitor.FindButton()));
        await cairn.Look(db => db.Steps.ExecuteUpdateAsync(set => set.SetProperty(step => step.Kind, StepKind.Moment)));
        await visitor.Post(path, fields);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await visitor.Open(path);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Empty(await All(cairn));
    }

    private static void Compare(Visitor visitor, SlowCoin coin, int look, Dictionary<DateOnly, int> evenings)
    {
        const int coins = 20_000;
        var slow = coin.Compare(look, day => evenings.TryGetValue(day, out var rating) ? rating : null, coins);
        var surely = visitor.Page.QuerySelector("#surely")!.TextContent;
        var p = double.Parse(Number().Matches(surely)[^1].Value, CultureInfo.InvariantCulture);
        var chance = Math.Sqrt(slow.PValue * (1 - slow.PValue) * ((1 / 1_999.0) + (1.0 / coins)));
        Assert.InRange(Math.Abs(p - slow.PValue), 0, (4 * chance) + 0.002);
        var rated = Number().Matches(visitor.Page.QuerySelector("#surely + p")!.TextContent);
        Assert.Equal($"{slow.With} {slow.Without}", $"{rated[0].Value} {rated[1].Value}");
    }

    private static async Task<string> Propose(TestCairn cairn, Visitor visitor)
    {
        var step = await cairn.Look(db => db.Steps.Select(s => s.Id).SingleAsync());
        await visitor.Open("/insights");
        Assert.NotNull(visitor.Page.QuerySelector($"a[href='/insights/test/{step}']"));
        await visitor.Open($"/insights/test/{step}");
        return visitor.Path;
    }

    private static Task<List<Experiment>> All(TestCairn cairn) =>
        cairn.Look(db => db.DayWords.OfType<Experiment>().AsNoTracking().ToListAsync());

    private static Task Rate(Visitor visitor, DateOnly day, int rating) =>
        visitor.Post(
            "/act/checkIn",
            new(StringComparer.Ordinal)
            {
                ["id"] = Guid.CreateVersion7(TestCairn.Monday).ToString(),
                ["day"] = $"{day:O}",
                ["rate.mood"] = $"{rating}",
            }
        );

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?")]
    private static partial Regex Number();
}
