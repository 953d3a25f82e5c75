namespace Cairn.Data;

/// <summary>Something larger that matters to the person.</summary>
public sealed class Goal
{
    public required Guid PersonId { get; init; }
    public required Guid Id { get; init; }
    public required string Title { get; set; }
    public string? Why { get; set; }

    /// <summary>One of <see cref="Areas"/>, or the person's own word.</summary>
    public required string Area { get; set; }

    /// <summary>How it stands now. What was said of it before is in its <see cref="GoalVersion"/>s.</summary>
    public GoalState State { get; set; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Where an import found it, so that a second import changes nothing; null when it was made here.</summary>
    public string? Source { get; init; }
}
