using System.Runtime.InteropServices;

namespace Cairn.Engine.Praise;

/// <summary>How much of a step was done on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Value">The amount, in the step's unit, above 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Amount(DateOnly Day, double Value);
