using System.Runtime.InteropServices;

namespace Cairn.Engine.Capacity;

/// <summary>What the person has set by hand for a step; it always has the last word.</summary>
/// <param name="WorstDay">"Even on my worst day": the floor is never above it. In the step's unit.</param>
/// <param name="Enough">"That is enough": no bar is above it.</param>
/// <param name="Pinned">Amounts set by hand: they stay, and only their chances are computed.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Limits(double? WorstDay, double? Enough, Bars? Pinned)
{
    /// <summary>Nothing is set by hand.</summary>
    public static Limits None => default;
}
