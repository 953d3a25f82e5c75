using Cairn.Data;
using Cairn.Splitting;

namespace Cairn.Unstick;

/// <summary>Three questions, one a page; what was answered comes along in the form, and nothing is saved before the start.</summary>
/// <param name="Subject">The step that waits, or the goal, as the person named it.</param>
/// <param name="Step">The step that waits, if it is about one.</param>
/// <param name="Fresh">The id of the two minutes that may begin.</param>
public sealed record UnstickQuestion(Goal Goal, string Subject, Guid? Step, Guid Fresh)
{
    public Blocker? Blocker { get; init; }

    /// <summary>What fits into two minutes.</summary>
    public string? What { get; init; }

    /// <summary>What makes the first second easy; empty for nothing.</summary>
    public string? First { get; init; }

    public string? Wrong { get; init; }

    public string Path => $"/goals/{Goal.Id}/unstick";

    /// <summary>Which of the three is asked; 4 when all are answered.</summary>
    public int At =>
        Blocker is null ? 1
        : What is null || Wrong is not null ? 2
        : First is null ? 3
        : 4;
}
