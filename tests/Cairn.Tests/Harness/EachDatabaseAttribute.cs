using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Cairn.Harness;

/// <summary>
/// Runs the test on each database; one that cannot be had here is shown as skipped, never left out. CAIRN_DATABASE=sqlite
/// takes the one that every machine has. A row has the trait database=Sqlite or Postgres: ./test runs them in different
/// time zones.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    private const string NotHere = "PostgreSQL is not installed here; ./test installs it.";

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([
            Row(Database.Sqlite, null),
            .. SqliteOnly ? [] : new[] { Row(Database.Postgres, PostgresCluster.IsHere ? null : NotHere) },
        ]);

    private static bool SqliteOnly => Environment.GetEnvironmentVariable("CAIRN_DATABASE") == "sqlite";

    private static TheoryDataRow Row(Database database, string? skip) =>
        new(database) { Traits = { ["database"] = [database.ToString()] }, Skip = skip };

    public override bool SupportsDiscoveryEnumeration() => true;
}
