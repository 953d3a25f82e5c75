using System.Globalization;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Cairn.Questions;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Reflect;

/// <summary>The check-in of one of the last seven days. Two queries, and two more about today.</summary>
public sealed record DayView
{
    /// <summary>Today and the six days before it may be answered.</summary>
    public const int Days = 7;

    /// <summary>As many days are shown in the small history.</summary>
    public const int DaysOfHistory = 14;

    private const int DaysWorthShowing = 3;

    public required DateOnly Today { get; init; }
    public required DateOnly Day { get; init; }
    public required bool RatesFeelings { get; init; }
    public required IReadOnlyList<Question> Questions { get; init; }
    public required IReadOnlyDictionary<DateOnly, IReadOnlyDictionary<string, Answer>> Answers { get; init; }
    public required IReadOnlyList<GoalChoice> Goals { get; init; }

    /// <summary>The step that came of the thing in the way, if there is one.</summary>
    public string? StepForTomorrow { get; init; }

    public bool DayIsRough { get; init; }

    /// <summary>Asked about on some days, and only about today.</summary>
    public AskedHabit? Habit { get; init; }

    /// <summary>What was typed as a step and could not be kept.</summary>
    public UnfitName? Unfit { get; init; }

    /// <summary>Answers that could not be kept; they stand in their fields.</summary>
    public UnkeptAnswers? Unkept { get; init; }

    public string Path => PathOf(Day, Today);

    public bool ShowsHistory =>
        RatesFeelings
        && !DayIsRough
        && !LowDays.IsLow(Answers, Day)
        && !LowDays.IsLow(Answers, Today)
        && Answers.Values.Count(day => CheckInQuestions.Rulers.Any(ruler => day.ContainsKey(ruler.Key)))
            >= DaysWorthShowing;

    public bool SaysThatPeopleCanHelp => RatesFeelings && LowDays.StayedVeryLow(Answers, Today);

    public Answer? AnswerTo(Question question) =>
        Answers.GetValueOrDefault(Day)?.TryGetValue(question.Key, out var answer) == true ? answer : null;

    public static string PathOf(DateOnly day, DateOnly today) =>
        day == today ? "/reflect" : string.Create(CultureInfo.InvariantCulture, $"/reflect/day/{day:O}");

    /// <returns>Null for a day that cannot be answered any more, or not yet.</returns>
    public static async Task<DayView?> Read(CairnDb db, Me me, DateOnly day, CancellationToken cancel)
    {
        if (day > me.Today || day <= me.Today.AddDays(-Days))
        {
            return null;
        }

        var since = me.Today.AddDays(1 - DaysOfHistory);
        var words = await db
            .DayWords.AsNoTracking()
            .Where(word => word.PersonId == me.Id && word.SupersededBy == null && word.Day >= since)
            .Where(word => word is CheckIn || word is DayReport)
            .ToListAsync(cancel);
        var step = Surroundings.StepOf(me.Id, day);
        var goals = await db
            .Goals.AsNoTracking()
            .Where(goal => goal.PersonId == me.Id && goal.State == GoalState.Open)
            .OrderBy(goal => goal.Created)
            .Select(goal => new
            {
                goal.Id,
                goal.Title,
                Step = db
                    .StepVersions.Where(version => version.PersonId == me.Id && version.StepId == step)
                    .OrderByDescending(version => version.Number)
                    .Select(version => version.Archived ? null : version.Name)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return new DayView
        {
            Today = me.Today,
            Day = day,
            RatesFeelings = me.Person.RatesFeelings,
            Questions = [.. CheckInQuestions.For(me.Person)],
            Answers = CheckIn.ByDay(words),
            Goals =
            [
                .. goals
                    .Where(goal => goal.Id != Surroundings.GoalOf(me.Id))
                    .Select(goal => new GoalChoice(goal.Id, goal.Title)),
            ],
            StepForTomorrow = goals.Select(goal => goal.Step).FirstOrDefault(),
            Habit = day == me.Today ? await AskedHabit.Of(db, me.Id, day, words.OfType<CheckIn>(), cancel) : null,
            DayIsRough = words.OfType<DayReport>().Any(report => report.Day == day && report.Feel == DayFeel.Rough),
        };
    }
}

public sealed record GoalChoice(Guid Id, string Title);
