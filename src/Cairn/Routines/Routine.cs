using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;

namespace Cairn.Routines;

/// <summary>A routine as it is today: its steps that are still there, with what of each is offered.</summary>
public sealed record Routine(RoutineVersion Version, IReadOnlyList<RoutineStep> Steps)
{
    public Guid Id => Version.RoutineId;
    public string Path => $"/routines/{Id}";

    /// <summary>Minutes of the shortest version: every step at its floor.</summary>
    public double Floor => Steps.Sum(step => step.MinutesAt(Tier.Floor));

    public double Usual => Steps.Sum(step => step.MinutesAt(Tier.Target));

    /// <summary>Steps that are not counted in minutes: nobody knows how long they take.</summary>
    public int Uncounted => Steps.Count(step => !step.IsInMinutes);

    public int Done => Steps.Count(step => step.Entry is { IsWin: true });

    public static Routine Of(RoutineVersion version, Life life, Me me) =>
        new(
            version,
            [
                .. version
                    .Steps.Select(id => life.Steps.FirstOrDefault(step => step.Id == id))
                    .OfType<LivedStep>()
                    .Where(step => !IsDoneBefore(step, life))
                    .Select(step => RoutineStep.Of(step, life, me.Person.Dial)),
            ]
        );

    /// <summary>What may stand in a routine: it is done, and then it is done.</summary>
    public static IReadOnlyList<LivedStep> StepsFor(Life life) =>
        [.. life.Steps.Where(step => step.Step.Kind != StepKind.Moment)];

    private static bool IsDoneBefore(LivedStep step, Life life) =>
        step.Step.Kind == StepKind.Task
        && life.Entries.Any(entry => entry.StepId == step.Id && entry.IsWin && entry.Day < life.Today);
}
