using Cairn.Data;

namespace Cairn.Transfer;

/// <summary>One habit as another tracker kept it, not yet checked: any text may be long, any number odd.</summary>
public sealed record TrackedHabit
{
    /// <summary>Where it stands in the file, for a person to find.</summary>
    public required string Row { get; init; }

    /// <inheritdoc cref="ImportedGoal.Source"/>
    public required string Source { get; init; }

    /// <inheritdoc cref="ImportedGoal.FormerSource"/>
    public string? FormerSource { get; init; }
    public string? Name { get; init; }

    /// <summary>Whatever the file says about why and how; what is empty or said twice is dropped.</summary>
    public IReadOnlyList<string?> Why { get; init; } = [];
    public string Area { get; init; } = Areas.Personal;
    public Measure Measure { get; init; }
    public string? Unit { get; init; }

    /// <summary>What was planned for one day, in the unit.</summary>
    public double Target { get; init; } = 1;

    /// <summary>What the tracker called more than planned, if it did.</summary>
    public double? Stretch { get; init; }
    public double Times { get; init; } = 1;
    public double PerDays { get; init; } = 1;
    public string? Cue { get; init; }
    public bool Archived { get; init; }

    /// <summary>In the order of the file; of several about one day the last speaks.</summary>
    public required IEnumerable<TrackedDay> Days { get; init; }
}

public enum Measure
{
    YesOrNo,

    /// <summary>The target is reached from below.</summary>
    AtLeast,

    /// <summary>The target is a limit: less is better.</summary>
    AtMost,
}
