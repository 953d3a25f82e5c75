using System.Globalization;
using Cairn.Data;
using Cairn.Ladders;

namespace Cairn.Steps;

/// <summary>
/// Words that may be put into the form with a tap, and changed there before anything is saved: those of the step's ladder,
/// else of one that fits it, else what fits most.
/// </summary>
public sealed record Suggestions(IReadOnlyList<string> Cues, IReadOnlyList<Plan> Plans, IReadOnlyList<string> Changes)
{
    public static Suggestions For(StepVersion step, Goal goal, LadderLibrary library)
    {
        var ladder =
            library.Named(step.Ladder)
            ?? new[] { step.Name, goal.Title }.SelectMany(words => library.Find(words, 1, goal.Area)).FirstOrDefault();
        return ladder is null
            ? new(StepsWords.UsualCues.Split('|'), [new Plan(StepsWords.UsualObstacle, StepsWords.UsualPlanB)], [])
            : new(
                [.. ladder.CuesHere],
                [.. ladder.Obstacles.Select(obstacle => new Plan(obstacle.If.Here, obstacle.Then.Here))],
                [.. ladder.Environment.Select(change => change.Here)]
            );
    }

    /// <summary>The draft with a suggestion in it, named as the button names it: <c>cue-1</c>, <c>plan-0</c>.</summary>
    public StepDraft Put(string? taken, StepDraft draft) =>
        taken?.Split('-') is not [var kind, var place]
        || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? draft
            : (kind, at) switch
            {
                ("cue", _) when at < Cues.Count => draft with { Cue = Cues[at], Rehearsed = false },
                ("plan", _) when at < Plans.Count => draft with { Obstacle = Plans[at].If, PlanB = Plans[at].Then },
                _ => draft,
            };
}

public sealed record Plan(string If, string Then);
