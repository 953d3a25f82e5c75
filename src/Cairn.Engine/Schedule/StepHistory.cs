using System.Collections.Immutable;

namespace Cairn.Engine.Schedule;

/// <summary>A step's plan and what came of it, by days.</summary>
/// <param name="Plan">What was planned.</param>
/// <param name="Wins">Days with a win.</param>
/// <param name="Misses">Days on which the person said that there was none. A day in both is a win.</param>
public sealed record StepHistory(Plan Plan, ImmutableSortedSet<DateOnly> Wins, ImmutableSortedSet<DateOnly> Misses)
{
    /// <summary>A history with wins, and nothing said about other days.</summary>
    public StepHistory(Plan plan, IEnumerable<DateOnly> wins)
        : this(plan, [.. wins], []) { }

    /// <summary>Whether a day counts: it was answered, or it is over.</summary>
    internal bool CountsOn(DateOnly day, DateOnly today) => day < today || Wins.Contains(day) || Misses.Contains(day);
}
