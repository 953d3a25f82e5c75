using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cairn.Engine.Capacity;

/// <summary>
/// The Gaussian of evidence 2.2 over one array, changed in place without allocation: person bias, today's effect,
/// weekend offset, slope on the morning report, trend, and one offset per step. The wrapper that never changes
/// is <see cref="Belief"/>.
/// </summary>
internal readonly ref struct Mind
{
    public const int Bias = 0;
    public const int Today = 1;
    public const int Weekend = 2;
    public const int Feel = 3;
    public const int Trend = 4;
    public const int Shared = 5;

    private const int LastSignCell = 0;
    private const int WasAwakeCell = 1;
    private const int NoiseCell = 2;
    private const int NoiseVarianceCell = 3;
    private const int TakenCell = 4;
    private const int LeftCell = 5;
    private const int Head = 6;
    private const int GlanceCells = 6;
    private const double LeastVariance = 1e-6;

    private readonly Span<double> cells;
    private readonly Parameters prior;

    public Mind(Span<double> cells, int steps, Parameters prior)
    {
        this.cells = cells;
        this.prior = prior;
        Steps = steps;
        Size = Shared + steps;
    }

    public int Steps { get; }

    public Parameters Prior => prior;

    /// <summary>Numbers in the Gaussian.</summary>
    public int Size { get; }

    /// <summary>The number of cells for a number of steps; the last are scratch.</summary>
    public static int Cells(int steps)
    {
        var size = Shared + steps;
        return Head + (steps * Slot.Cells) + size + (size * size) + Scratches(steps);
    }

    /// <summary>Day number of the last sign of the person; before any, minus infinity.</summary>
    public ref double LastSign => ref cells[LastSignCell];

    /// <summary>1 if the day that has just ended held a sign of the person, else 0.</summary>
    private ref double WasAwake => ref cells[WasAwakeCell];

    /// <summary>Mean of the log of this person's spread from day to day.</summary>
    public ref double Noise => ref cells[NoiseCell];

    /// <summary>Its variance.</summary>
    public ref double NoiseVariance => ref cells[NoiseVarianceCell];

    /// <summary>The share of days on which a stretch that was possible was left alone.</summary>
    public double Left => cells[LeftCell] / (cells[TakenCell] + cells[LeftCell]);

    public Span<double> Mean => cells.Slice(Head + (Steps * Slot.Cells), Size);

    public Span<double> Covariance => cells.Slice(Head + (Steps * Slot.Cells) + Size, Size * Size);

    /// <summary>Cells at the end that hold nothing from one call to the next; they are not saved.</summary>
    public static int Scratches(int steps) => Shared + steps + GlanceCells;

    private Span<double> Scratch => cells.Slice(cells.Length - Size - GlanceCells, Size);

    /// <summary>The last look, so that the same question is worked out once: 1 if it holds, its question, its answer.</summary>
    private Span<double> Glance => cells[^GlanceCells..];

    public Slot this[int step] => new(cells.Slice(Head + (step * Slot.Cells), Slot.Cells));

    /// <summary>Nobody known yet: the priors.</summary>
    public void Begin()
    {
        cells.Clear();
        LastSign = double.NegativeInfinity;
        Noise = Math.Log(prior.DaySpread);
        NoiseVariance = prior.DaySpreadError * prior.DaySpreadError;
        cells[TakenCell] = prior.StretchTaken;
        cells[LeftCell] = prior.StretchLeft;
        Put(Bias, prior.BiasMean, prior.BiasSpread);
        Put(Today, 0, prior.TodaySpread);
        Put(Weekend, prior.WeekendMean, prior.WeekendSpread);
        Put(Feel, prior.FeelMean, prior.FeelSpread);
        Put(Trend, prior.TrendMean, prior.TrendSpread);
    }

    /// <summary>Everything of a mind with fewer steps, and a fresh last one.</summary>
    public void Grow(Mind from, double stated, Scale scale)
    {
        cells.Clear();
        from.cells[..(Head + (from.Steps * Slot.Cells))].CopyTo(cells);
        from.Mean.CopyTo(Mean);
        for (var row = 0; row < from.Size; row++)
        {
            from.Covariance.Slice(row * from.Size, from.Size).CopyTo(Covariance.Slice(row * Size, from.Size));
        }

        Fresh(Steps - 1, stated, scale);
    }

    /// <summary>Forgets what was special about one step.</summary>
    public void Fresh(int step, double stated, Scale scale)
    {
        Glance[0] = 0;
        var cell = Shared + step;
        for (var other = 0; other < Size; other++)
        {
            Covariance[(cell * Size) + other] = 0;
            Covariance[(other * Size) + cell] = 0;
        }

        Put(cell, 0, prior.StepSpread);
        this[step].Begin(stated, scale, prior);
    }

    /// <summary>Another stated size: the capacity stays where it was, unless amounts cannot be compared.</summary>
    public void Restate(int step, double stated, Scale scale)
    {
        var slot = this[step];
        if (slot.Scale != scale)
        {
            Fresh(step, stated, scale);
            return;
        }

        Glance[0] = 0;
        Mean[Shared + step] += slot.Stated - Math.Log(stated);
        slot.Stated = Math.Log(stated);
    }

    /// <summary>A day is over: there was a sign of the person, or at least it was no absence.</summary>
    public void Sign(DateOnly day, bool sign)
    {
        LastSign = day.DayNumber;
        WasAwake = sign ? 1 : 0;
    }

    /// <summary>All nights from the end of a day until the morning of a later one.</summary>
    public void SleepUntil(DateOnly from, DateOnly day)
    {
        var nights = day.DayNumber - from.DayNumber;
        if (nights > 0 && WasAwake != 0)
        {
            Sleep(1, afterSign: true);
            WasAwake = 0;
            nights--;
        }

        if (nights > 0)
        {
            Sleep(nights, afterSign: false);
        }
    }

    /// <summary>
    /// Overnight (evidence (2)). After a day without any sign no mean moves, whatever the number of days: absence
    /// teaches nothing, and uncertainty widens.
    /// </summary>
    private void Sleep(int nights, bool afterSign)
    {
        Glance[0] = 0;
        var carry = afterSign ? prior.TodayCarry : Math.Pow(prior.TodayCarry, nights);
        for (var other = 0; other < Size; other++)
        {
            Covariance[(Today * Size) + other] *= carry;
            Covariance[(other * Size) + Today] *= carry;
        }

        Covariance[(Today * Size) + Today] += (1 - (carry * carry)) * prior.TodaySpread * prior.TodaySpread;
        if (afterSign)
        {
            Mean[Today] *= carry;
            Follow();
        }

        for (var step = 0; step < Steps; step++)
        {
            Covariance[(Shared + step) * (Size + 1)] += nights * prior.StepDrift * prior.StepDrift;
        }
    }

    /// <summary>Mean and variance of the person's part of log capacity; the spread of a day is not in it.</summary>
    public (double Mean, double Variance) Look(int step, bool weekend, double feel)
    {
        var glance = Glance;
        var question = weekend ? -1.0 - step : step;
        if (glance[0] is 1 && glance[1].Equals(question) && glance[2].Equals(feel))
        {
            return (glance[3], glance[4]);
        }

        Project(step, weekend, feel);
        glance[0] = 1;
        glance[1] = question;
        glance[2] = feel;
        glance[3] = this[step].Stated + Along(Mean, step, weekend, feel);
        glance[4] = Along(Scratch, step, weekend, feel);
        glance[5] = Math.Exp(2 * Noise);
        return (glance[3], glance[4]);
    }

    /// <summary>Standard deviation of one day's log capacity, of which the variance just looked up is our own ignorance.</summary>
    public double Spread(double variance) => Math.Sqrt(Glance[5] + variance);

    /// <summary>Assumed-density update with one answer (evidence (3) to (5)).</summary>
    /// <returns>How likely it is now that the capacity was above both edges of the answer.</returns>
    public double Learn(int step, bool weekend, double feel, in Reading reading)
    {
        var (mean, variance) = Look(step, weekend, feel);
        var spread = Spread(variance);
        var pull = reading.At(mean, spread);
        Move(pull.Slope / spread, Math.Max(pull.Curvature / (spread * spread), -0.95 / variance));

        // The same by the log of the spread; its own share of S² is what an answer can tell about it.
        var share = Glance[5] / (spread * spread);
        var slope = share * pull.Second;
        var curvature = (2 * slope) + (share * share * pull.Fourth) - (slope * slope);
        Noise += NoiseVariance * Math.Clamp(slope, -4, 4);
        NoiseVariance += NoiseVariance * Math.Clamp(NoiseVariance * curvature, -0.5, 0);
        return pull.Above;
    }

    /// <summary>A win makes a little more possible.</summary>
    public void Train(int step, double gain)
    {
        Glance[0] = 0;
        Mean[Shared + step] += gain;
    }

    /// <summary>Whether a stretch that was possible was taken; a share of a day if that is not known.</summary>
    public void Choose(double taken, double left)
    {
        cells[TakenCell] = (prior.StretchMemory * cells[TakenCell]) + taken;
        cells[LeftCell] = (prior.StretchMemory * cells[LeftCell]) + left;
    }

    /// <summary>A direct word on a step's capacity, with an error of its own and apart from any day (evidence 2.3).</summary>
    public void Hear(int step, double amount, double error)
    {
        Glance[0] = 0;
        var p = Covariance;
        var own = Shared + step;
        for (var row = 0; row < Size; row++)
        {
            Scratch[row] = p[(Bias * Size) + row] + p[(own * Size) + row];
        }

        var variance = Scratch[Bias] + Scratch[own];
        var width = variance + (error * error);
        Move((amount - this[step].Stated - Mean[Bias] - Mean[own]) / width, -1 / width);
    }

    /// <summary>A direct word on the log of the spread from day to day, with an error of its own.</summary>
    public void HearSpread(double spread, double error)
    {
        Glance[0] = 0;
        var gain = NoiseVariance / (NoiseVariance + (error * error));
        Noise += gain * (spread - Noise);
        NoiseVariance *= 1 - gain;
    }

    /// <summary>m += a·slope, P += a·aᵀ·curvature, where a is in scratch.</summary>
    private void Move(double slope, double curvature)
    {
        Glance[0] = 0;
        var a = Scratch;
        var p = Covariance;
        Add(Mean, a, slope);
        for (var row = 0; row < a.Length; row++)
        {
            var line = p.Slice(row * a.Length, a.Length);
            Add(line, a, a[row] * curvature);
            line[row] = Math.Max(line[row], LeastVariance);
        }
    }

    /// <summary>Scratch becomes a = P·h for the day's direction h.</summary>
    private void Project(int step, bool weekend, double feel)
    {
        var p = Covariance;
        var size = Size;
        var bias = p.Slice(Bias * size, size);
        var today = p.Slice(Today * size, size);
        var own = p.Slice((Shared + step) * size, size);
        var a = Scratch;
        for (var row = 0; row < a.Length; row++)
        {
            a[row] = bias[row] + today[row] + own[row];
        }

        if (weekend)
        {
            Add(a, p.Slice(Weekend * size, size), 1);
        }

        if (feel != 0)
        {
            Add(a, p.Slice(Feel * size, size), feel);
        }
    }

    /// <summary>to += factor·line, as many cells at a time as the processor takes.</summary>
    private static void Add(Span<double> to, ReadOnlySpan<double> line, double factor)
    {
        var cell = 0;
        ref var target = ref MemoryMarshal.GetReference(to);
        ref var source = ref MemoryMarshal.GetReference(line[..to.Length]);
        for (; cell <= to.Length - Vector256<double>.Count; cell += Vector256<double>.Count)
        {
            var sum =
                Vector256.LoadUnsafe(ref target, (nuint)cell)
                + (factor * Vector256.LoadUnsafe(ref source, (nuint)cell));
            sum.StoreUnsafe(ref target, (nuint)cell);
        }

        for (; cell < to.Length; cell++)
        {
            to[cell] += factor * line[cell];
        }
    }

    /// <summary>h·v for the day's direction h.</summary>
    private static double Along(Span<double> v, int step, bool weekend, double feel) =>
        v[Bias] + v[Today] + v[Shared + step] + (weekend ? v[Weekend] : 0) + (feel * v[Feel]);

    /// <summary>Each step follows the trend for one day.</summary>
    private void Follow()
    {
        var p = Covariance;
        var trend = Mean[Trend];
        for (var own = Shared; own < Size; own++)
        {
            Mean[own] += trend;
        }

        for (var row = Shared; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                p[(row * Size) + column] += p[(Trend * Size) + column];
            }
        }

        for (var row = 0; row < Size; row++)
        {
            for (var column = Shared; column < Size; column++)
            {
                p[(row * Size) + column] += p[(row * Size) + Trend];
            }
        }
    }

    /// <summary>Fills the lower half of the covariance from the upper one.</summary>
    public void Mirror()
    {
        for (var row = 1; row < Size; row++)
        {
            for (var column = 0; column < row; column++)
            {
                Covariance[(row * Size) + column] = Covariance[(column * Size) + row];
            }
        }
    }

    private void Put(int cell, double mean, double spread)
    {
        Mean[cell] = mean;
        Covariance[cell * (Size + 1)] = spread * spread;
    }
}
