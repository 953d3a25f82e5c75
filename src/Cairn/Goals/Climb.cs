using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Ladders;
using Cairn.People;

namespace Cairn.Goals;

/// <summary>Where one stands on a goal today: its steps, the next of them, and the ladder that is climbed.</summary>
public sealed record Climb
{
    /// <summary>Of every kind, without the tasks that are done.</summary>
    public required IReadOnlyList<LivedStep> Steps { get; init; }

    /// <summary>The first step that nothing was said about today.</summary>
    public required LivedStep? Next { get; init; }

    /// <summary>The next step, or the practice that was done today.</summary>
    public required LivedStep? Climbed { get; init; }

    /// <summary>Today's sizes of it.</summary>
    public required Bars Bars { get; init; }

    public required Rungs? Rungs { get; init; }

    public static Climb Of(Life life, LadderLibrary library, Me me, Guid goal)
    {
        var records = life.Records;
        var steps = life
            .Steps.Where(step => step.Step.GoalId == goal)
            .Where(step =>
                step.Step.Kind != StepKind.Task
                || !records.Entries.Any(e => e.StepId == step.Id && e is { IsWin: true })
            )
            .ToList();
        var next = steps.Find(step =>
            step.Step.Kind != StepKind.Moment
            && records.WordOf(step.Id, me.Today) is null
            && !records.IsFree(step, me.Today)
        );
        var climbed = next ?? steps.Find(step => step.Step.Kind == StepKind.Practice);
        var bars = climbed is null ? default : life.BarsOf(climbed, me.Person.Dial);
        return new Climb
        {
            Steps = steps,
            Next = next,
            Climbed = climbed,
            Bars = bars,
            Rungs = climbed is null ? null : Rungs.Of(climbed, bars, library.Named(climbed.Version.Ladder)),
        };
    }
}
