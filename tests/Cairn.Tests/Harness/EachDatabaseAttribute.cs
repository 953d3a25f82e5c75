using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Cairn.Harness;

/// <summary>
/// Runs the test on each database; one that cannot be had here is shown as skipped, never left out. A row on PostgreSQL
/// has the trait database=Postgres, so that ./test can run the two in different time zones; the quick run says
/// CAIRN_DATABASE=sqlite, the one that every machine has.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([
            new TheoryDataRow(Database.Sqlite),
            .. SqliteOnly ? [] : new[] { OnPostgres },
        ]);

    private static bool SqliteOnly => Environment.GetEnvironmentVariable("CAIRN_DATABASE") == "sqlite";

    private static TheoryDataRow OnPostgres =>
        new(Database.Postgres)
        {
            Traits = { ["database"] = [nameof(Database.Postgres)] },
            Skip = PostgresCluster.IsHere ? null : "PostgreSQL is not installed here; ./test installs it.",
        };

    public override bool SupportsDiscoveryEnumeration() => true;
}
