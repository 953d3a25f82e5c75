using System.Runtime.InteropServices;

namespace Cairn.Engine.Habit;

/// <summary>What may well be, from here to there.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="Middle">As likely above as below.</param>
/// <param name="High">The upper end.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HabitRange(double Low, double Middle, double High);
