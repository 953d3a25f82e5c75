using BenchmarkDotNet.Running;
using Cairn.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(TodayBenchmarks).Assembly).Run(args);
