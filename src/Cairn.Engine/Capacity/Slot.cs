using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Cairn.Engine.Capacity;

/// <summary>What is kept of one step beside the Gaussian, in cells of the mind's array.</summary>
internal readonly ref struct Slot(Span<double> cells)
{
    public const int Cells = 9 + Ladder.Rungs;

    // e to the power of more than this is no number any more.
    private const double Furthest = 700;

    private readonly Span<double> cells = cells;

    // Gauss-Hermite nodes lie alike on both sides of zero: three pairs, and the middle, which has no other side.
    private static Vector256<double> Nodes =>
        Vector256.Create(3.750439717725742, 2.366759410734541, 1.154405394739968, 0);

    private static Vector256<double> Weights =>
        Vector256.Create(0.000548268855972, 0.030757123967586, 0.240123178605013, 0.457142857142858);

    /// <summary>Log of the stated size.</summary>
    public ref double Stated => ref cells[0];

    /// <summary>Log odds of not starting, before any habit: mean.</summary>
    public ref double LapseOdds => ref cells[1];

    /// <summary>Their variance.</summary>
    public ref double LapseVariance => ref cells[2];

    /// <summary>Expected automaticity, 0 to 1.</summary>
    public ref double Habit => ref cells[8];

    /// <summary>Wins at the present size.</summary>
    public ref double Wins => ref cells[3];

    /// <summary>Misses in a row, of those that may have been about the size.</summary>
    public ref double MissesInARow => ref cells[4];

    /// <summary>Log of the last target that was seen outside a return; NaN before any.</summary>
    public ref double LastTarget => ref cells[5];

    /// <summary>The sizes of the last ordinary offer; the first is NaN before any.</summary>
    public Span<double> Offered => cells.Slice(9, Ladder.Rungs);

    /// <summary>The chance of not starting at all, for reasons other than the size.</summary>
    public double Lapse(Parameters prior)
    {
        var (above, below) = Lapses(Math.Sqrt(LapseVariance), prior);
        return Vector256.Sum(Weights * (above + below));
    }

    public Scale Scale
    {
        get => (Scale)(int)cells[6];
        set => cells[6] = (int)value;
    }

    public LastAnswer Last
    {
        get => (LastAnswer)(int)cells[7];
        set => cells[7] = (int)value;
    }

    public bool WasOffered => !double.IsNaN(Offered[0]);

    public void Begin(double stated, Scale scale, Parameters prior)
    {
        cells.Clear();
        Stated = Math.Log(stated);
        Scale = scale;
        LapseOdds = Math.Log(prior.Lapse / (1 - prior.Lapse));
        LapseVariance = prior.LapseSpread * prior.LapseSpread;
        LastTarget = double.NaN;
        Offered.Fill(double.NaN);
    }

    /// <summary>
    /// Learns how likely the answer was for somebody who started, and for somebody who did not: exact moments of
    /// the log odds by Gauss-Hermite quadrature. Then the odds wander.
    /// </summary>
    public void Learn(double started, double notStarted, Parameters prior)
    {
        var spread = Math.Sqrt(LapseVariance);
        var (lapseAbove, lapseBelow) = Lapses(spread, prior);
        var told = Vector256.Create(notStarted - started);
        var above = Weights * ((lapseAbove * told) + Vector256.Create(started));
        var below = (Weights * lapseBelow * told) + (Weights.WithElement(3, 0) * started);
        var all = Vector256.Sum(above + below);
        var first = Vector256.Sum((above - below) * Nodes);
        var second = Vector256.Sum((above + below) * Nodes * Nodes);
        if (all > 0)
        {
            first /= all;
            LapseOdds += spread * first;
            LapseVariance *= Math.Max(0.05, (second / all) - (first * first));
        }

        LapseVariance += prior.LapseDrift * prior.LapseDrift;
    }

    /// <summary>The chance of not starting at each node above the middle of the odds, the middle last, and at each below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector256<double> Above, Vector256<double> Below) Lapses(double spread, Parameters prior)
    {
        var odds = LapseOdds - (prior.LapseOfHabit * Habit);
        var against = Vector256.Create(Math.Exp(-odds));
        var far = Vector256.Create(Power(0), Power(1), Power(2), 1);
        return (
            far / (far + against),
            (Vector256<double>.One / (Vector256<double>.One + (far * against))).WithElement(3, 0)
        );

        double Power(int node) => Math.Exp(Math.Min(Furthest, spread * Nodes[node]));
    }

    /// <summary>Automaticity grows with each win and hardly falls without (P. Lally, 2010). Returns the growth.</summary>
    public double Practise(bool won, Parameters prior)
    {
        var growth = won ? prior.HabitRate * (1 - Habit) : -prior.HabitLoss * Habit;
        Habit += growth;
        return growth;
    }
}
