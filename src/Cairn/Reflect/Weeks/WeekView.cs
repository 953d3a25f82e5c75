using System.Globalization;
using Cairn.Data;
using Cairn.People;
using Cairn.Pictures;
using Cairn.Questions;

namespace Cairn.Reflect.Weeks;

/// <summary>A week, Monday to Sunday, to look back on, and its steps to be sized for the next. Three queries.</summary>
public sealed record WeekView
{
    private const int DaysOfWeek = 7;

    /// <summary>An answer of the week's last day: the best moment of all of it.</summary>
    public const string BestOfWeek = "weekBest";

    public required DateOnly Today { get; init; }
    public required DateOnly Monday { get; init; }
    public required IReadOnlyList<Pile> Piles { get; init; }
    public required IReadOnlyList<BestMoment> Best { get; init; }
    public required IReadOnlyList<ReviewedStep> Steps { get; init; }

    /// <summary>What is to become easier, once it was said.</summary>
    public string? Easier { get; init; }

    /// <summary>What was in the way on these days, in the person's words: it stands in the field to be made into a step.</summary>
    public string? InTheWay { get; init; }

    public string? BestOfAll { get; init; }

    public DateOnly Sunday => Monday.AddDays(6);

    /// <summary>The day that a word about the week as a whole is about.</summary>
    public DateOnly LastDay => Sunday < Today ? Sunday : Today;

    /// <summary>Sizes are for the days to come, so they are asked in this week and the one after it.</summary>
    public bool IsRecent => Monday >= Today.AddDays(-13);

    public int StoneCount => Piles.Sum(pile => pile.Stones.Count);

    public int DaysWithStones => Piles.Count(pile => pile.Stones.Count > 0);

    /// <summary>What was typed as a step and could not be kept.</summary>
    public UnfitName? Unfit { get; init; }

    /// <summary>A best moment that could not be kept; it stands in its field.</summary>
    public UnkeptAnswers? Unkept { get; init; }

    public string Path => PathOf(Monday);

    public static string PathOf(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"/reflect/week/{MondayOf(day):O}");

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <returns>Null for a week to come, and for one at the beginning of all time.</returns>
    public static async Task<WeekView?> Read(CairnDb db, Me me, DateOnly day, CancellationToken cancel)
    {
        if (day.DayNumber < DaysOfWeek || MondayOf(day) > me.Today)
        {
            return null;
        }

        var monday = MondayOf(day);

        var sunday = monday.AddDays(6);
        var records = await Records.Read(db, me.Id, monday, cancel);
        var answers = CheckIn.ByDay(records.Words);
        var week = Enumerable.Range(0, 7).Select(monday.AddDays).ToList();
        return new WeekView
        {
            Today = me.Today,
            Monday = monday,
            Piles = Stones.PilesOf(records, week.Where(d => d <= me.Today).Select(d => (d, d))),
            Best =
            [
                .. week.Select(d => new BestMoment(d, Text(answers, d, CheckInQuestions.Best.Key)!))
                    .Where(best => best.Text is not null),
            ],
            BestOfAll = Text(answers, sunday < me.Today ? sunday : me.Today, BestOfWeek),
            InTheWay = week.Select(d => Text(answers, d, CheckInQuestions.InTheWay.Key))
                .LastOrDefault(text => text is not null),
            Easier = records.StepOf(Surroundings.StepOfWeek(me.Id, monday)) is { Version.Archived: false } easier
                ? easier.Version.Name
                : null,
            Steps =
            [
                .. records
                    .Versions.Select(version => version.Id)
                    .Distinct()
                    .Select(step => ReviewedStep.Of(step, records, me.Today, monday, sunday))
                    .OfType<ReviewedStep>()
                    .OrderBy(step => step.Lived.Step.Position),
            ],
        };
    }

    private static string? Text(
        IReadOnlyDictionary<DateOnly, IReadOnlyDictionary<string, Answer>> answers,
        DateOnly day,
        string question
    ) => answers.GetValueOrDefault(day)?.GetValueOrDefault(question).Text;
}

public sealed record BestMoment(DateOnly Day, string Text);
