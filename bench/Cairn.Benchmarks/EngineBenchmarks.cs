using BenchmarkDotNet.Attributes;
using Cairn.Engine.Capacity;

namespace Cairn.Benchmarks;

/// <summary>
/// One answer learned and three bars chosen, without allocation, beside the exact grid, the staircase, and a loop
/// of fixed work: a figure of another machine is a ratio to that loop.
/// </summary>
[InProcess, MemoryDiagnoser, MinIterationCount(8), MaxIterationCount(20), MinColumn]
public class EngineBenchmarks
{
    private static readonly DateOnly Day = new(2026, 3, 3);
    private static readonly Guid Step = new("0195a000-0000-7000-8000-000000000001");
    private const int Month = 30;
    private double[] cells = [];
    private double[] first = [];
    private int answers;
    private Won won = null!;
    private double staircase;
    private Grid grid = null!;

    /// <summary>Steps of the person.</summary>
    [Params(3, 20)]
    public int Steps { get; set; }

    /// <summary>A person with some steps and a month of days.</summary>
    [GlobalSetup]
    public void Begin()
    {
        cells = new double[Mind.Cells(0)];
        new Mind(cells, 0, Parameters.Default).Begin();
        for (var step = 0; step < Steps; step++)
        {
            var grown = new double[Mind.Cells(step + 1)];
            new Mind(grown, step + 1, Parameters.Default).Grow(
                new Mind(cells, step, Parameters.Default),
                100,
                Scale.Fine
            );
            cells = grown;
        }

        first = [.. cells];
        won = new Won(Day, Step, new Bars(12, 18, 40, 0, 0, 0), Tier.Target, null, false);
        grid = new Grid();
    }

    /// <summary>A hundred multiplications, additions and square roots in a chain: the yardstick.</summary>
    [Benchmark(Baseline = true)]
    public double Yardstick()
    {
        var x = 1.5;
        for (var round = 0; round < 100; round++)
        {
            x = Math.Sqrt((x * 1.0001) + 0.5);
        }

        return x;
    }

    /// <summary>Learns one win and draws three bars; after a month of wins the person begins anew, as nobody wins a million times.</summary>
    [Benchmark]
    public Bars UpdateAndChoose()
    {
        if (++answers % Month == 0)
        {
            first.CopyTo(cells, 0);
        }

        var mind = new Mind(cells, Steps, Parameters.Default);
        Lesson.Take(mind, 0, Day, 0, won);
        return Offer.Draw(mind, 0, Day, Limits.None, Dial.Steady, 0);
    }

    /// <summary>One night.</summary>
    [Benchmark]
    public double Night()
    {
        var mind = new Mind(cells, Steps, Parameters.Default);
        mind.Sign(Day, true);
        mind.SleepUntil(Day, Day.AddDays(1));
        return mind.Mean[Mind.Trend];
    }

    /// <summary>The exact posterior of one step on a grid of 61 × 11.</summary>
    [Benchmark]
    public double GridUpdateAndChoose() => grid.LearnAndChoose(-1.5);

    /// <summary>The staircase.</summary>
    [Benchmark]
    public double StaircaseUpdateAndChoose()
    {
        staircase = Math.Clamp(staircase + 0.06, -4, 3);
        return Math.Exp(staircase);
    }
}
