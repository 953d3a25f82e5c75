namespace Cairn.Data;

/// <summary>What one does. How it is done now stands in its latest <see cref="StepVersion"/>.</summary>
public sealed class Step
{
    public required Guid PersonId { get; init; }
    public required Guid Id { get; init; }
    public required Guid GoalId { get; init; }
    public required StepKind Kind { get; init; }

    /// <summary>Place in the person's own order, from 0.</summary>
    public required int Position { get; set; }

    public required DateTimeOffset Created { get; init; }

    /// <inheritdoc cref="Goal.Source"/>
    public string? Source { get; init; }
}

public enum StepKind
{
    /// <summary>An amount, again and again.</summary>
    Practice,

    /// <summary>Done once; its size in minutes stands in its version.</summary>
    Task,

    /// <summary>Counted whenever it happens; it has no bars.</summary>
    Moment,
}
