namespace Cairn.Ladders;

/// <param name="Words">What was searched for; empty when somebody looks around.</param>
/// <param name="Area">The area that somebody looks around in.</param>
/// <param name="Goal">What the ladder is wanted for, if that is said already.</param>
public sealed record LaddersView(string Words, string? Area, IReadOnlyList<Ladder> Shown, Guid? Goal)
{
    public string AddressOf(Ladder ladder) => $"/ladders/{ladder.Id}{(Goal is { } goal ? $"?goal={goal}" : "")}";
}

/// <param name="Goal">What the ladder is wanted for; null where the ladder itself becomes the goal.</param>
/// <param name="Fresh">The id of that new goal.</param>
public sealed record LadderView(Ladder Ladder, Guid? Goal, Guid Fresh);
