using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Transfer;

/// <summary>Which numbers of another program can be amounts, and in which steps they are said.</summary>
internal static class Amount
{
    private const double Most = 1_000_000_000;

    /// <summary>Nought or more, and finite.</summary>
    public static bool Can(double amount) => amount is >= 0 and <= Most;

    public static bool IsPlan(double target) => target is > 0 and <= Most;

    /// <summary>As usual for the unit, but in tenths where fractions were written.</summary>
    public static Scale ScaleOf(string unit, double target, IReadOnlyList<TrackedDay> days)
    {
        var usual = Units.ScaleOf(unit);
        var isFraction =
            target != Math.Floor(target)
            || days.Any(day => day.Said == Said.Amount && day.Amount != Math.Floor(day.Amount));
        return usual == Scale.Whole && isFraction ? Scale.Fine : usual;
    }
}
