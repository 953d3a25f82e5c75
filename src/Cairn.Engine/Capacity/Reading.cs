using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cairn.Engine.Capacity;

/// <summary>
/// What one answer says about that day's capacity c: its likelihood is a staircase with at most two edges,
/// or one amount that c was about. Every row of the reason table is one of these.
/// </summary>
/// <param name="Low">Likelihood of c below the first edge.</param>
/// <param name="First">First edge, in log amount.</param>
/// <param name="Middle">Likelihood between the edges.</param>
/// <param name="Second">Second edge; at least the first.</param>
/// <param name="High">Likelihood above both.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Reading(double Low, double First, double Middle, double Second, double High)
{
    /// <summary>A surprise counts as eight standard deviations at most: a slip of the finger is not a new life.</summary>
    private const double LargestSurprise = 8;

    public static Reading AtLeast(double x) => new(0, x, 1, x, 1);

    public static Reading Between(double low, double high) => new(0, low, 1, high, 0);

    public static Reading Below(double x) => new(1, x, 0, x, 0);

    /// <summary>Below, or never started at all: the mixture of evidence (5).</summary>
    public static Reading MissedAt(double x, double lapse) => new(1, x, lapse, x, lapse);

    /// <summary>
    /// The target was tapped while the stretch was offered: at least the target, and beyond the stretch only if
    /// this person then left it, which happens on a share of such days.
    /// </summary>
    public static Reading TargetTapped(double target, double stretch, double left) => new(0, target, 1, stretch, left);

    /// <summary>The amount itself was the limit.</summary>
    public static Reading About(double x) => new(double.NaN, x, double.NaN, x, double.NaN);

    /// <summary>
    /// What the answer says if c ~ N(mean, spread²). Exact moment matching needs no more (T. Minka, "Expectation
    /// propagation", 2001; evidence (3), (4), (5)).
    /// </summary>
    public Pull At(double mean, double spread)
    {
        var a = Math.Clamp((First - mean) / spread, -LargestSurprise, LargestSurprise);
        if (double.IsNaN(Low))
        {
            var square = a * a;
            return new(a, -1, square - 1, (square * square) - (6 * square) + 3, 0);
        }

        var b = Math.Clamp((Second - mean) / spread, -LargestSurprise, LargestSurprise);
        var edges = Vector256.Create(a, b, 0, 0);
        var bells = Vector256.Create(Math.Exp(-0.5 * a * a), Math.Exp(-0.5 * b * b), 1, 1);

        // The areas below and above each edge, each exact in its own tail.
        var tails = Normal.Below(-Vector256.Abs(edges), bells);
        var others = Vector256<double>.One - tails;
        var isBelow = Vector256.LessThan(edges, Vector256<double>.Zero);
        var below = Vector256.ConditionalSelect(isBelow, tails, others);
        var above = Vector256.ConditionalSelect(isBelow, others, tails);
        if (b <= a)
        {
            // One edge, or both so far away that only the nearer one tells anything.
            var (low, high, sure) =
                Second <= First ? (Low, High, High)
                : a > 0 ? (Low, Middle, 0)
                : (Middle, High, High);
            return Of((low * below[0]) + (high * above[0]), (high - low) * bells[0], a, 0, 0, sure * above[0]);
        }

        var between = a > 0 ? above[0] - above[1] : below[1] - below[0];
        var chance = (Low * below[0]) + (Middle * between) + (High * above[1]);
        return Of(chance, (Middle - Low) * bells[0], a, (High - Middle) * bells[1], b, High * above[1]);
    }

    private static Pull Of(double chance, double stepA, double a, double stepB, double b, double above)
    {
        const double RootTwoPi = 2.5066282746310002;
        if (chance < 1e-300)
        {
            return default;
        }

        var scale = 1 / (RootTwoPi * chance);
        var first = scale * (stepA + stepB);
        var second = scale * ((stepA * a) + (stepB * b));
        var fourth = scale * ((stepA * a * ((a * a) - 3)) + (stepB * b * ((b * b) - 3)));

        // A mixture may widen the belief; we let it at most stay as wide.
        return new(first, Math.Min(0, second - (first * first)), second, fourth, above / chance);
    }
}
