using System.Runtime.CompilerServices;

// The lab and the benchmarks measure the path without allocation, the tests look at single readings.
[assembly: InternalsVisibleTo("Cairn.Lab")]
[assembly: InternalsVisibleTo("Cairn.Benchmarks")]
[assembly: InternalsVisibleTo("Cairn.Engine.Tests")]
[assembly: InternalsVisibleTo("Cairn.Lab.Tests")]
