using System.Runtime.InteropServices;

namespace Cairn.Transfer;

/// <summary>What a tracker says about one day of a habit.</summary>
/// <param name="Row">Where it stands in the file, for a person to find.</param>
/// <param name="Day">In the person's calendar; null where the file has none that can be read.</param>
/// <param name="Amount">In the habit's unit; only with <see cref="Said.Amount"/>.</param>
/// <param name="Planned">What was planned on that day, if it was not the habit's target.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrackedDay(
    string Row,
    DateOnly? Day,
    Said Said,
    double Amount = 0,
    string? Note = null,
    double? Planned = null
);

public enum Said
{
    Yes,
    No,
    Rest,
    Amount,
}
