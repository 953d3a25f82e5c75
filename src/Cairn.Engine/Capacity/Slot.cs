namespace Cairn.Engine.Capacity;

/// <summary>What is kept of one step beside the Gaussian, in cells of the mind's array.</summary>
internal readonly ref struct Slot(Span<double> cells)
{
    public const int Cells = 9 + Ladder.Rungs;

    private readonly Span<double> cells = cells;

    private static ReadOnlySpan<double> Nodes =>
        [
            -3.750439717725742,
            -2.366759410734541,
            -1.154405394739968,
            0,
            1.154405394739968,
            2.366759410734541,
            3.750439717725742,
        ];

    private static ReadOnlySpan<double> Weights =>
        [
            0.000548268855972,
            0.030757123967586,
            0.240123178605013,
            0.457142857142858,
            0.240123178605013,
            0.030757123967586,
            0.000548268855972,
        ];

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
        var spread = Math.Sqrt(LapseVariance);
        var centre = LapseOdds - (prior.LapseOfHabit * Habit);
        double lapse = 0;
        for (var node = 0; node < Nodes.Length; node++)
        {
            lapse += Weights[node] / (1 + Math.Exp(-centre - (spread * Nodes[node])));
        }

        return lapse;
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
        var centre = LapseOdds - (prior.LapseOfHabit * Habit);
        double all = 0;
        double first = 0;
        double second = 0;
        for (var node = 0; node < Nodes.Length; node++)
        {
            var lapse = 1 / (1 + Math.Exp(-centre - (spread * Nodes[node])));
            var weight = Weights[node] * ((lapse * notStarted) + ((1 - lapse) * started));
            all += weight;
            first += weight * Nodes[node];
            second += weight * Nodes[node] * Nodes[node];
        }

        if (all > 0)
        {
            first /= all;
            LapseOdds += spread * first;
            LapseVariance *= Math.Max(0.05, (second / all) - (first * first));
        }

        LapseVariance += prior.LapseDrift * prior.LapseDrift;
    }

    /// <summary>Automaticity grows with each win and hardly falls without (P. Lally, 2010). Returns the growth.</summary>
    public double Practise(bool won, Parameters prior)
    {
        var growth = won ? prior.HabitRate * (1 - Habit) : -prior.HabitLoss * Habit;
        Habit += growth;
        return growth;
    }
}
