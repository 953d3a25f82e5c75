namespace Cairn.Transfer.Loop;

/// <summary>A row of <c>Habits</c>; columns that its schema version lacks have the value they had in effect.</summary>
public sealed record LoopHabit
{
    public required long Id { get; init; }
    public string? Name { get; init; }

    /// <summary>Before version 23 the question stood here.</summary>
    public string? Description { get; init; }
    public string? Question { get; init; }
    public bool Archived { get; init; }
    public double Position { get; init; }
    public double Times { get; init; } = 1;
    public double PerDays { get; init; } = 1;

    /// <summary>False: yes or no.</summary>
    public bool Numerical { get; init; }

    /// <summary>The target is a limit: less is better.</summary>
    public bool AtMost { get; init; }

    /// <summary>In the unit, not in thousandths as the repetitions are.</summary>
    public double Target { get; init; }
    public string? Unit { get; init; }

    /// <summary>The same on every device, from version 24 on.</summary>
    public string? Uuid { get; init; }
}
