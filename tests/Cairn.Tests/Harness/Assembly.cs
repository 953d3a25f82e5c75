using Cairn.Harness;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresCluster))]
