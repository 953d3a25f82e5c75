using Cairn.Engine.Stagnation;

namespace Cairn.Data;

/// <summary>Whether a goal stands still: nothing happened for two weeks, or less than there used to. Asks nothing of the store.</summary>
public static class Standstill
{
    /// <returns>Null for what moves, moved today, or rests.</returns>
    public static StallKind? Of(Life life, Guid goal)
    {
        var (records, today) = (life.Records, life.Today);
        var all = records.Versions.Where(version => version.Step.GoalId == goal).Select(step => step.Id).ToHashSet();
        var won = records
            .Entries.Where(entry => entry.IsWin && all.Contains(entry.StepId))
            .Select(entry => entry.Day)
            .DefaultIfEmpty(DateOnly.MinValue)
            .Max();
        return won == today || !CanMove(records, goal, today) ? null
            : won < today.AddDays(-Stalls.Days) && IsQuiet(records, goal, today) ? StallKind.Goal
            : life.MomentumOf(goal) is { } days && Stalls.OfMomentum(days) is not null ? StallKind.Momentum
            : null;
    }

    /// <summary>There is something that can be begun today: no moment, and nothing that is off.</summary>
    private static bool CanMove(Records records, Guid goal, DateOnly today) =>
        records
            .StepsOn(today)
            .Where(step => step.Step.GoalId == goal && step.Step.Kind != StepKind.Moment)
            .Any(step => !records.IsOff(step, today));

    private static bool IsQuiet(Records records, Guid goal, DateOnly today)
    {
        var steps = records
            .Versions.Where(version => version.Step.GoalId == goal && version.Step.Kind != StepKind.Moment)
            .Select(version => version.Id)
            .Distinct()
            .ToList();
        var begins = steps.Min(records.FirstDayOf);
        var known = records.Since ?? begins; // of days before nothing is loaded
        return Stalls.OfGoal(steps.Select(step => Histories.Of(records, step)), begins > known ? begins : known, today)
            is not null;
    }
}
