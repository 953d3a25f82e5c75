using BenchmarkDotNet.Attributes;
using Cairn.Harness;

namespace Cairn.Benchmarks;

/// <summary>
/// Today as the server makes it, asked for over HTTP: fifty steps and five years of daily words beside fifty steps and
/// a month of them. The ratio is to stay below 1.2.
/// </summary>
[InProcess, WarmupCount(30), MinIterationCount(15), MaxIterationCount(30), MedianColumn, MinColumn]
public class TodayBenchmarks
{
    private const int Month = 31;
    private const int FiveYears = 5 * 365;
    private static readonly HttpClient Http = new();
    private TestCairn month = null!;
    private TestCairn years = null!;

    /// <summary>Two servers in this process, each with a store of its own.</summary>
    [GlobalSetup]
    public async Task Live()
    {
        month = await TestCairn.Start(Database.Sqlite);
        await LongLife.Live(month, Month);
        years = await TestCairn.Start(Database.Sqlite);
        await LongLife.Live(years, FiveYears);
    }

    /// <summary>A person with a month.</summary>
    [Benchmark(Baseline = true)]
    public Task<byte[]> AfterAMonth() => Today(month);

    /// <summary>A person with five years.</summary>
    [Benchmark]
    public Task<byte[]> AfterFiveYears() => Today(years);

    /// <summary>Removes both stores.</summary>
    [GlobalCleanup]
    public async Task Leave()
    {
        await month.DisposeAsync();
        await years.DisposeAsync();
    }

    private static Task<byte[]> Today(TestCairn cairn) => Http.GetByteArrayAsync(cairn.Address);
}
