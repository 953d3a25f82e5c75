namespace Cairn.Engine.Capacity;

/// <summary>The amounts that a person would say, and how to come down to them.</summary>
public static class Amounts
{
    // Beyond it a tenth is lost in the digits of a double.
    private const double Largest = 1e12;

    // A product like 3 × 0.1 must still count as three tenths.
    private const double Hair = 1e-9;

    private static ReadOnlySpan<int> Minutes =>
        [1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 30, 45, 60, 75, 90, 105, 120, 150, 180, 210, 240];

    /// <summary>The smallest amount that can be asked for.</summary>
    public static double Smallest(Scale scale) => scale == Scale.Fine ? 0.1 : 1;

    /// <summary>The natural logarithm of an amount; of what is no amount, minus infinity: it was surely reached.</summary>
    internal static double LogOf(double amount) => amount > 0 ? Math.Log(amount) : double.NegativeInfinity;

    /// <summary>The largest sayable amount that is not above <paramref name="amount"/>, never below the smallest.</summary>
    public static double RoundDown(double amount, Scale scale)
    {
        var smallest = Smallest(scale);
        if (!(amount > smallest))
        {
            return smallest;
        }

        amount = Math.Min(amount, Largest);
        return scale switch
        {
            Scale.Minutes => RoundMinutes(amount * (1 + Hair)),
            Scale.Whole => RoundWhole(amount * (1 + Hair)),
            _ => Math.Floor(amount * 10 * (1 + Hair)) / 10,
        };
    }

    /// <summary>The next sayable amount below <paramref name="amount"/>; the smallest stays itself.</summary>
    public static double NextSmaller(double amount, Scale scale)
    {
        var here = RoundDown(amount, scale);
        return here < amount * (1 - Hair) ? here : RoundDown(here - (Smallest(scale) / 2), scale);
    }

    /// <summary>Half of an amount as people say it: half of ten minutes is five, half of five is two.</summary>
    public static double Halve(double amount, Scale scale) => RoundDown(amount / 2, scale);

    private static double RoundMinutes(double amount)
    {
        if (amount >= 240)
        {
            return Math.Floor(amount / 60) * 60;
        }

        var rung = Minutes.BinarySearch((int)amount);
        return Minutes[rung >= 0 ? rung : ~rung - 1];
    }

    private static double RoundWhole(double amount)
    {
        var unit = amount < 100 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(amount)) - 1);
        return Math.Floor(amount / unit) * unit;
    }
}
