using System.Runtime.InteropServices;

namespace Cairn.Engine.Habit;

/// <summary>
/// An answer to "… is something I do automatically": one item, 1 (not at all) to 7 (entirely). It is one of the four
/// of the Self-Report Behavioural Automaticity Index (B. Gardner, C. Abraham, P. Lally, G.-J. de Bruijn 2012, Int. J.
/// Behav. Nutr. Phys. Act. 9:102), and the one that follows the whole best (Gardner and others 2024, 16 data sets). The
/// index takes its items from the Self-Report Habit Index (B. Verplanken, S. Orbell 2003, J. Appl. Soc. Psychol. 33:1313).
/// </summary>
/// <param name="Day">The day of the answer.</param>
/// <param name="Agreement">1 to 7.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AutomaticityAnswer(DateOnly Day, int Agreement)
{
    /// <summary>The lowest agreement.</summary>
    public const int Least = 1;

    /// <summary>The highest agreement.</summary>
    public const int Most = 7;

    /// <summary>The answer between 0 and 1.</summary>
    public double Share => (double)(Agreement - Least) / (Most - Least);

    /// <summary>Whether the agreement is one of the seven.</summary>
    public bool IsValid => Agreement is >= Least and <= Most;
}
