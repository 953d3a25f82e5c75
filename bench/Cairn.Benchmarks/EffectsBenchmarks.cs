using BenchmarkDotNet.Attributes;
using Cairn.Engine.Effects;
using Cairn.Lab.Effects;

namespace Cairn.Benchmarks;

/// <summary>
/// What makes a difference, for thirty actions: over three months, as the screen asks, and over five years. Beside it
/// a correlation of each action with the evenings, which is the least that anything could do.
/// </summary>
[InProcess, MemoryDiagnoser, MinIterationCount(8), MaxIterationCount(20), MinColumn]
public class EffectsBenchmarks
{
    private Logbook log = null!;
    private double[] evenings = [];
    private double[][] done = [];

    /// <summary>Days that were noted.</summary>
    [Params(90, 5 * 365)]
    public int Days { get; set; }

    /// <summary>One planted person whose evenings and mornings are noted on four days of five.</summary>
    [GlobalSetup]
    public void Live()
    {
        var person = PlantedPerson.Live(PlantedWorld.ReverseMorningRated with { Actions = 30 }, Days, seed: 7);
        log = person.Log;
        var rated = person.Pages.Where(page => page.Evening is not null).ToList();
        evenings = [.. rated.Select(page => page.Evening!.Value)];
        done = [.. person.Actions.Select((_, i) => rated.Select(page => page.Done[i] == true ? 1.0 : 0).ToArray())];
    }

    /// <summary>Thirty plain correlations: the baseline.</summary>
    [Benchmark(Baseline = true)]
    public double Correlations() => done.Sum(action => Math.Abs(Correlation(action, evenings)));

    /// <summary>Tier A for all thirty.</summary>
    [Benchmark]
    public int WeighAllHunches() => Hunches.Weigh(log).Length;

    /// <summary>Tier B for one, twelve weeks of coin days.</summary>
    [Benchmark]
    public bool CompareByCoin() =>
        CoinTest.Compare(log, new CoinPlan(log.First, 7), CoinPlan.Days, 0.05)?.IsClear ?? false;

    /// <summary>The best days and the worst, and what they held.</summary>
    [Benchmark]
    public bool BestAndWorstDays() => BestAndWorst.Of(log) is not null;

    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var (both, squareA, squareB) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            var (x, y) = (a[i] - meanA, b[i] - meanB);
            (both, squareA, squareB) = (both + (x * y), squareA + (x * x), squareB + (y * y));
        }

        return both / Math.Sqrt(squareA * squareB);
    }
}
