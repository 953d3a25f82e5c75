using BenchmarkDotNet.Attributes;
using Cairn.Engine.Capacity;

namespace Cairn.Benchmarks;

/// <summary>A belief rebuilt from all entries of twenty steps and five years.</summary>
[InProcess, MemoryDiagnoser, MinIterationCount(8), MaxIterationCount(20), MinColumn]
public class RebuildBenchmarks
{
    private const int Steps = 20;
    private const int Days = 5 * 365;
    private static readonly DateOnly First = new(2021, 3, 1);
    private readonly List<Fact> facts = [];

    /// <summary>36,500 entries: four wins in five, one miss.</summary>
    [GlobalSetup]
    public void Live()
    {
        var keys = Enumerable.Range(1, Steps).Select(i => new Guid(i, 0, 0, new byte[8])).ToArray();
        facts.AddRange(keys.Select(key => new StepBegan(First.AddDays(-1), key, 100, Scale.Fine, [])));
        var bars = new Bars(20, 30, 55, 0, 0, 0);
        for (var day = 0; day < Days; day++)
        {
            for (var step = 0; step < Steps; step++)
            {
                var turn = (day * 7) + (step * 3);
                facts.Add(
                    turn % 5 == 0
                        ? new Missed(First.AddDays(day), keys[step], bars, (MissReason)(turn % 7), null)
                        : new Won(First.AddDays(day), keys[step], bars, (Tier)(1 + (turn % 3)), null, false)
                );
            }
        }
    }

    /// <summary>From the first fact to the last.</summary>
    [Benchmark]
    public Belief Rebuild() => Belief.Of().After(facts, First.AddDays(Days));
}
