using Cairn.Engine.Schedule;

namespace Cairn.Data;

/// <summary>What was planned of a step and what came of it, in the engine's terms.</summary>
public static class Histories
{
    /// <param name="records">What was said.</param>
    /// <param name="step">The step.</param>
    /// <param name="rested">Days off that are known and not among the records.</param>
    public static StepHistory Of(Records records, Guid step, IEnumerable<DateOnly>? rested = null)
    {
        var entries = records.Entries.Where(entry => entry.StepId == step).ToList();
        return new StepHistory(
            PlanOf(records, step, rested),
            [.. entries.Where(entry => entry.IsWin).Select(entry => entry.Day)],
            [.. entries.Where(entry => entry.Outcome == Outcome.NotToday).Select(entry => entry.Day)]
        );
    }

    /// <summary>The rhythms of a step's versions, and the days on which it, its goal or everything was off.</summary>
    public static Plan PlanOf(Records records, Guid step, IEnumerable<DateOnly>? rested = null)
    {
        var versions = records.Versions.Where(version => version.Id == step).OrderBy(version => version.Version.Number);
        return new Plan(
            versions.Select(version => new RhythmFrom(version.Version.From, RhythmOf(version))),
            OffOf(records, step, rested ?? [])
        );
    }

    private static Rhythm RhythmOf(LivedStep step) =>
        step.Version.Archived || step.Step.Kind == StepKind.Moment ? Rhythm.None : step.Version.Rhythm;

    private static DaysOff OffOf(Records records, Guid step, IEnumerable<DateOnly> rested)
    {
        var goal = records.StepOf(step)?.Step.GoalId;
        var days = records.Words.OfType<DayOff>().Select(day => Off(day.Day, day.Reserve));
        var entries = records
            .Entries.Where(entry => entry.StepId == step && entry.Outcome is (Outcome.Rest or Outcome.Reserve))
            .Select(entry => Off(entry.Day, entry.Outcome == Outcome.Reserve));
        var pauses = records
            .Words.OfType<Pause>()
            .Where(pause =>
                (pause.StepId is null || pause.StepId == step) && (pause.GoalId is null || pause.GoalId == goal)
            )
            .Select(pause => Engine.Schedule.DayOff.Pause(pause.Day, pause.Until));
        var left = records
            .Words.OfType<Experiment>()
            .SelectMany(experiment => DaysLeft(experiment, step))
            .Select(Engine.Schedule.DayOff.Rest);
        return new DaysOff([.. days, .. entries, .. pauses, .. left, .. rested.Select(Engine.Schedule.DayOff.Rest)]);
    }

    /// <summary>What the coin says to leave is a rest.</summary>
    private static IEnumerable<DateOnly> DaysLeft(Experiment experiment, Guid step) =>
        Enumerable
            .Range(0, Math.Max(0, experiment.Last.DayNumber - experiment.Day.DayNumber + 1))
            .Select(experiment.Day.AddDays)
            .Where(day => experiment.Asks(step, day) == false);

    private static Engine.Schedule.DayOff Off(DateOnly day, bool reserve) =>
        reserve ? Engine.Schedule.DayOff.Reserve(day) : Engine.Schedule.DayOff.Rest(day);
}
