using Cairn.Data;
using Cairn.Engine.Stagnation;

namespace Cairn.Unstick;

/// <summary>What stands still, by what was said lately: a step that was put off twice before a goal that is quiet.</summary>
/// <param name="Step">The step that waits, or the first one of the goal.</param>
/// <param name="IsGoal">Nothing moved in its whole goal.</param>
public sealed record Stuck(LivedStep Step, bool IsGoal)
{
    /// <summary>What was put off longer ago than this is not on anybody's mind today.</summary>
    private const int Lately = 14;

    /// <returns>Null when nothing stands still, or when something already moved in that goal today.</returns>
    public static Stuck? In(Records records, DateOnly today)
    {
        var here = records
            .StepsOn(today)
            .Where(step => step.Step.Kind != StepKind.Moment && !records.IsOff(step, today))
            .OrderBy(step => step.Step.Position)
            .ThenBy(step => step.Id)
            .GroupBy(step => step.Step.GoalId)
            .Where(goal => !goal.Any(step => records.WordOf(step.Id, today) is { IsWin: true }))
            .ToList();
        return here.SelectMany(goal => goal).FirstOrDefault(step => WaitedTwice(records, step.Id, today)) is { } step
                ? new Stuck(step, IsGoal: false)
            : here.Find(goal => IsQuiet(records, goal.Key, today)) is { } quiet ? new Stuck(quiet.First(), IsGoal: true)
            : null;
    }

    /// <summary>Put off on two days since it was last done.</summary>
    private static bool WaitedTwice(Records records, Guid step, DateOnly today)
    {
        var said = records.Entries.Where(entry => entry.StepId == step && entry.Day > today.AddDays(-Lately)).ToList();
        var won = said.Where(entry => entry.IsWin).Select(entry => entry.Day).DefaultIfEmpty(DateOnly.MinValue).Max();
        var putOff = said.Where(entry => entry.Outcome == Outcome.NotToday && entry.Day > won);
        return Stalls.OfTask(putOff.Select(entry => entry.Day)) is not null;
    }

    private static bool IsQuiet(Records records, Guid goal, DateOnly today)
    {
        var steps = records
            .Versions.Where(version => version.Step.GoalId == goal && version.Step.Kind != StepKind.Moment)
            .Select(version => version.Id)
            .Distinct()
            .ToList();
        var begins = steps.Min(records.FirstDayOf);
        var known = today.AddDays(-Life.DaysBehind); // of days before nothing is loaded
        return Stalls.OfGoal(steps.Select(step => Histories.Of(records, step)), begins > known ? begins : known, today)
            is not null;
    }
}
