using System.Collections.Immutable;

namespace Cairn.Engine.Effects;

/// <summary>What one person noted about one day. Whatever is null was not noted, and is not taken for a no.</summary>
/// <param name="Day">The person's own day.</param>
/// <param name="Evening">How the day was, on any scale that stays the same; higher is better.</param>
/// <param name="Morning">How the morning was, before any of the actions, on the same or another scale.</param>
/// <param name="Wins">The share of what was planned that was won, 0 to 1.</param>
/// <param name="Setback">Whether something got in the way.</param>
/// <param name="Done">For each action of the logbook, in its order, whether it was done; empty when none is known.</param>
public sealed record Page(
    DateOnly Day,
    double? Evening,
    double? Morning,
    double? Wins,
    bool? Setback,
    ImmutableArray<bool?> Done
);
