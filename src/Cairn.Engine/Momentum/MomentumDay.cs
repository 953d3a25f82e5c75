using System.Runtime.InteropServices;

namespace Cairn.Engine.Momentum;

/// <summary>Momentum at the end of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Value">Momentum, 0 to 100.</param>
/// <param name="Change">By how many points the day moved it.</param>
/// <param name="Counts">Whether something was planned or won on it, and it is answered or over; otherwise it changes nothing.</param>
/// <param name="IsOff">Whether all that was in force rested or paused, or had a reserve.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MomentumDay(DateOnly Day, double Value, double Change, bool Counts, bool IsOff);

/// <summary>What a day with a win adds to the momentum of another day.</summary>
/// <param name="Day">The day with the win.</param>
/// <param name="Points">How many points of the value come from it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MomentumPart(DateOnly Day, double Points);
