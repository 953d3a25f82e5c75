using System.Runtime.InteropServices;

namespace Cairn.Engine.Effects;

/// <summary>What a test by coin says: the action as it was asked for, whether or not it was done on each day.</summary>
/// <param name="Estimate">What being asked adds to the evening, in points of its rating.</param>
/// <param name="Low">Lower end of the interval; minus infinity when the days cannot tell.</param>
/// <param name="High">Upper end.</param>
/// <param name="Confidence">How often such an interval holds the truth, 0 to 1.</param>
/// <param name="PValue">The share of other coins that would have shown as much with no effect at all.</param>
/// <param name="With">Rated days on which it was asked for.</param>
/// <param name="Without">Rated days on which it was not.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Difference(
    double Estimate,
    double Low,
    double High,
    double Confidence,
    double PValue,
    int With,
    int Without
)
{
    /// <summary>Whether no difference is outside the interval.</summary>
    public bool IsClear => PValue <= 1 - Confidence + 1e-12;
}
