using System.Runtime.InteropServices;

namespace Cairn.Engine.Stagnation;

/// <summary>Something that stands still, and may become unstuck.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Since">The first day of it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Stall(StallKind Kind, DateOnly Since);

/// <summary>What stands still.</summary>
public enum StallKind
{
    /// <summary>Momentum has been below its own 28-day mean for 14 days.</summary>
    Momentum,

    /// <summary>A goal has had no win for 14 days.</summary>
    Goal,

    /// <summary>A task was put off twice.</summary>
    Task,
}
