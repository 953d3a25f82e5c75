using Cairn.Data;

namespace Cairn.Transfer;

/// <summary>A goal as a list of things to do keeps it, not yet checked; there is no history to it.</summary>
public sealed record TrackedGoal
{
    /// <inheritdoc cref="TrackedHabit.Row"/>
    public required string Row { get; init; }
    public required string? Title { get; init; }

    /// <inheritdoc cref="TrackedHabit.Why"/>
    public required IReadOnlyList<string?> Why { get; init; }
    public string Area { get; init; } = Areas.Personal;

    /// <summary>What is still to be done, once each, in its order; without any, the goal itself is.</summary>
    public required IReadOnlyList<TrackedTask> Tasks { get; init; }
}

/// <param name="Minutes">As the list says; null where it says nothing.</param>
public sealed record TrackedTask(string? Name, double? Minutes = null);
