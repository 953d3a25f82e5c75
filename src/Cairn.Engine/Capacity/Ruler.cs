using System.Runtime.InteropServices;

namespace Cairn.Engine.Capacity;

/// <summary>One answer on the confidence ruler: "how sure are you that you will manage this much?"</summary>
/// <param name="Amount">The amount asked about, in the step's unit; positive.</param>
/// <param name="Confidence">0, not at all, to 10, entirely.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Ruler(double Amount, int Confidence);
