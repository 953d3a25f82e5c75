namespace Cairn.Data;

/// <summary>
/// What a goal was called, and how it stood, from a day on. Written from the first change on: a goal that was never
/// changed has none, and <see cref="Goal"/> itself always says the latest.
/// </summary>
public sealed record GoalVersion
{
    public required Guid PersonId { get; init; }
    public required Guid GoalId { get; init; }

    /// <summary>1 is how it began; then 2, 3 … in the order in which they were written.</summary>
    public required int Number { get; init; }

    /// <summary>First day on which it held.</summary>
    public required DateOnly From { get; init; }

    public required string Title { get; init; }
    public string? Why { get; init; }
    public required string Area { get; init; }
    public GoalState State { get; init; }
    public required DateTimeOffset Written { get; init; }

    /// <inheritdoc cref="StepVersion.Action"/>
    public Guid? Action { get; init; }
}

public enum GoalState
{
    Open,

    /// <summary>Reached, as far as the person wanted.</summary>
    Done,

    /// <summary>Put down by choice; everything that was done for it stays.</summary>
    LetGo,
}
