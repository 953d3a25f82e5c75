using Cairn.Ladders;

namespace Cairn.Welcome;

/// <summary>Which step, and how much of it?</summary>
/// <param name="Taken">The ladder that the words come from; they may be changed.</param>
public sealed record StepQuestion(
    Guid Goal,
    Guid Id,
    string GoalTitle,
    string Name,
    string Amount,
    string Unit,
    Ladder? Taken = null
)
{
    /// <summary>Ladders that fit the goal.</summary>
    public IReadOnlyList<Ladder> Offers { get; init; } = [];

    /// <summary>Where nothing fits: what a step in that area looks like.</summary>
    public IReadOnlyList<Ladder> Examples { get; init; } = [];

    /// <summary>What could not be used; what was typed stays.</summary>
    public string? Wrong { get; init; }
}
