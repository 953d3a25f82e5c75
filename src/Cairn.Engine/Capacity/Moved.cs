using System.Runtime.InteropServices;

namespace Cairn.Engine.Capacity;

/// <summary>A day that moved what is believed about a step.</summary>
/// <param name="Day">The day.</param>
/// <param name="Factor">By how much the believed capacity moved: 1.10 is a tenth more.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Moved(DateOnly Day, double Factor);
