using System.Runtime.InteropServices;

namespace Cairn.Engine.Schedule;

/// <summary>A rhythm and the day from which it is in force.</summary>
/// <param name="From">First day.</param>
/// <param name="Rhythm">How often.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RhythmFrom(DateOnly From, Rhythm Rhythm);
