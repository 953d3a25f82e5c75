using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Insights;

/// <summary>Best and worst days, and the spiral, of a life in which there is something to be seen.</summary>
public sealed partial class DaysTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory, EachDatabase]
    public async Task The_best_and_the_worst_fifth_are_what_counting_by_hand_says(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await UpwardLife.Live(cairn);
        var (entries, words) = (
            await cairn.Look(db => db.Entries.AsNoTracking().ToListAsync()),
            await cairn.Look(db => db.DayWords.AsNoTracking().ToListAsync())
        );

        await visitor.Open("/insights");

        var days = words
            .OfType<CheckIn>()
            .Select(checkIn =>
                (
                    Mood: checkIn.Answers["mood"].Rating!.Value,
                    Won: entries.Exists(entry => entry.Day == checkIn.Day && entry.Outcome == Outcome.Won) ? 1.0 : 0,
                    InTheWay: checkIn.Answers.ContainsKey("inTheWay") ? 1.0 : 0
                )
            )
            .ToList();
        var (best, worst) = (Fifth(days.OrderByDescending(day => day.Mood)), Fifth(days.OrderBy(day => day.Mood)));
        Assert.Equal(
            [best.Won, best.InTheWay, worst.Won, worst.InTheWay],
            visitor
                .Page.QuerySelectorAll("#best-and-worst tbody tr")
                .Select(row =>
                    int.Parse(Number().Match(row.QuerySelector("td")!.TextContent).Value, CultureInfo.InvariantCulture)
                )
        );
        Assert.Contains($"From {days.Count} of your days", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_spiral_is_drawn_with_the_numbers_of_a_slow_and_simple_method(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await UpwardLife.Live(cairn);
        var slowly = new SlowFigures(
            await cairn.Look(async db => new SlowDays(
                await db.People.AsNoTracking().SingleAsync(),
                await db.Steps.AsNoTracking().ToListAsync(),
                await db.StepVersions.AsNoTracking().ToListAsync(),
                await db.Entries.AsNoTracking().ToListAsync(),
                await db.DayWords.AsNoTracking().ToListAsync()
            ))
        );

        await visitor.Open("/insights");

        Assert.NotNull(visitor.Page.QuerySelector("svg.spiral"));
        var (toEvening, toWins) = slowly.Spiral(Today.AddDays(-UpwardLife.Days), Today.AddDays(-1))!.Value;
        Same(toEvening, 1, visitor.Page.QuerySelector("#wins-to-evening")!.TextContent, [0, 1, 2, 3]);
        Same(toWins, 100, visitor.Page.QuerySelector("#evening-to-wins")!.TextContent, [0, 1, 2, 3]);
    }

    [Theory, EachDatabase]
    public async Task Evenings_by_wins_are_plain_means_of_what_was_answered(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await UpwardLife.Live(cairn);
        var entries = await cairn.Look(db => db.Entries.AsNoTracking().ToListAsync());
        var evenings = await cairn.Look(db => db.DayWords.OfType<CheckIn>().AsNoTracking().ToListAsync());
        int WinsOn(DateOnly day) => entries.Count(entry => entry.Day == day && entry.Outcome == Outcome.Won);
        var wins = evenings.ConvertAll(evening => WinsOn(evening.Day));
        wins.Sort();
        var usual = wins[wins.Count / 2];

        await visitor.Open("/insights");

        var days = new[] { -1, 0, 1 }
            .Select(side => evenings.FindAll(evening => Math.Sign(WinsOn(evening.Day) - usual) == side))
            .Where(of => of.Count > 0)
            .ToList();
        Assert.True(days.Count > 1, "nothing is compared");
        Assert.Equal(
            [
                .. new[] { "mood", "motivation", "solving" }.Select(question =>
                    string.Join(' ', days.Select(of => Mean(of, question)))
                ),
                string.Join(' ', days.Select(of => of.Count)),
            ],
            visitor
                .Page.QuerySelectorAll("#evenings-by-wins tbody tr")
                .Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent)))
        );

        static string Mean(List<CheckIn> of, string question)
        {
            var known = of.FindAll(evening => evening.Answers[question].Rating is not null)
                .ConvertAll(evening => evening.Answers[question].Rating!.Value);
            return known.Count < 8 ? "–" : Math.Round(known.Average(), 1).ToString("0.#", CultureInfo.InvariantCulture);
        }
    }

    private static void Same(SlowFigures.Found found, double scale, string text, int[] places)
    {
        var numbers = Number()
            .Matches(text.Replace('−', '-'))
            .Select(n => double.Parse(n.Value, CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(scale * found.Effect, numbers[places[0]], 0.051);
        Assert.Equal(scale * found.Low, numbers[places[1]], 0.051);
        Assert.Equal(scale * found.High, numbers[places[2]], 0.051);
        Assert.Equal(found.With, numbers[places[3]]);
    }

    /// <summary>In whole per cent; of the days that are tied at its edge each counts the part that fits.</summary>
    private static (int Won, int InTheWay) Fifth(IEnumerable<(int Mood, double Won, double InTheWay)> sorted)
    {
        var days = sorted.ToList();
        var size = (int)Math.Ceiling(days.Count / 5.0);
        var edge = days[size - 1].Mood;
        var sure = days.TakeWhile(day => day.Mood != edge).ToList();
        var tied = days.Where(day => day.Mood == edge).ToList();
        var part = (size - sure.Count) / (double)tied.Count;
        return (
            Percent(sure.Sum(day => day.Won) + (part * tied.Sum(day => day.Won))),
            Percent(sure.Sum(day => day.InTheWay) + (part * tied.Sum(day => day.InTheWay)))
        );

        int Percent(double sum) => (int)Math.Round(100 * sum / size);
    }

    [GeneratedRegex(@"-?[0-9]+(\.[0-9]+)?")]
    private static partial Regex Number();
}
