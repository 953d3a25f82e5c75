namespace Cairn.Engine.Capacity;

/// <summary>What is kept of one step beside the Gaussian, in cells of the mind's array.</summary>
internal readonly ref struct Slot(Span<double> cells)
{
    public const int Cells = 8 + Ladder.Rungs;

    private readonly Span<double> cells = cells;

    /// <summary>Log of the stated size.</summary>
    public ref double Stated => ref cells[0];

    public ref double Misses => ref cells[1];

    public ref double Starts => ref cells[2];

    /// <summary>Wins at the present size.</summary>
    public ref double Wins => ref cells[3];

    /// <summary>Misses in a row, of those that may have been about the size.</summary>
    public ref double MissesInARow => ref cells[4];

    /// <summary>Log of the last target that was seen outside a return; NaN before any.</summary>
    public ref double LastTarget => ref cells[5];

    /// <summary>The sizes of the last ordinary offer; the first is NaN before any.</summary>
    public Span<double> Offered => cells.Slice(8, Ladder.Rungs);

    /// <summary>The chance of not starting at all, for reasons other than the size.</summary>
    public double Lapse => Misses / (Misses + Starts);

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
        Misses = prior.LapseMisses;
        Starts = prior.LapseStarts;
        LastTarget = double.NaN;
        Offered.Fill(double.NaN);
    }

    /// <summary>Evidence (6): counts are forgotten slowly towards the prior.</summary>
    public void Count(double missed, double started, Parameters prior)
    {
        var kept = prior.LapseMemory;
        Misses = (kept * Misses) + ((1 - kept) * prior.LapseMisses) + missed;
        Starts = (kept * Starts) + ((1 - kept) * prior.LapseStarts) + started;
    }
}
