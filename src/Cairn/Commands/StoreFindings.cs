using Cairn.Data;
using Cairn.People;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cairn.Commands;

/// <summary>Whether the database opens, is whole, is of this Cairn, and holds no word from the future.</summary>
public static class StoreFindings
{
    private const string UseBackup = "Copy it somewhere safe, then put your last backup in its place.";

    public static async Task<IReadOnlyList<Finding>> Of(Storage storage, TimeProvider clock, CancellationToken cancel)
    {
        if (storage.IsSqlite && !File.Exists(storage.SqliteFile))
        {
            return
            [
                Finding.Good("database", $"{storage.SqliteFile} is not there yet; it is made with the first start"),
            ];
        }

        var findings = new List<Finding>();
        try
        {
            await using var db = Db(storage);
            await Look(db, storage, clock, findings, cancel);
        }
        catch (SqliteException error)
        {
            findings.Add(Finding.Bad("database", $"{storage.SqliteFile} cannot be read ({error.Message})", UseBackup));
        }
        catch (Exception error) when (error is NpgsqlException or ArgumentException)
        {
            findings.Add(
                Finding.Bad(
                    "database",
                    $"PostgreSQL cannot be asked ({error.Message})",
                    "Check that it runs and that the connection string is right."
                )
            );
        }

        return findings;
    }

    private static async Task Look(
        CairnDb db,
        Storage storage,
        TimeProvider clock,
        List<Finding> findings,
        CancellationToken cancel
    )
    {
        await db.Database.OpenConnectionAsync(cancel);
        findings.Add(Finding.Good("database", storage.IsSqlite ? storage.SqliteFile : "PostgreSQL answers"));
        if (storage.IsSqlite)
        {
            var whole = await Texts(db, "SELECT integrity_check AS Value FROM pragma_integrity_check", cancel);
            findings.Add(
                whole is ["ok"]
                    ? Finding.Good("integrity", "every page of the database is whole")
                    : Finding.Bad("integrity", $"the database is damaged: {whole.FirstOrDefault()}", UseBackup)
            );
            var loose = await Texts(db, "SELECT \"table\" AS Value FROM pragma_foreign_key_check", cancel);
            findings.Add(
                loose.Count == 0
                    ? Finding.Good("links", "every fact belongs to something")
                    : Finding.Bad("links", $"{loose.Count} rows belong to nothing, first in {loose[0]}", UseBackup)
            );
        }

        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        findings.Add(Migrations(known, applied));
        if (known.SequenceEqual(applied))
        {
            findings.AddRange(await Facts(db, clock, cancel));
        }
    }

    private static Finding Migrations(List<string> known, List<string> applied) =>
        applied.Exists(migration => !known.Contains(migration))
            ? Finding.Bad("version", "a newer Cairn wrote these data", "Start that newer version.")
        : known.Count > applied.Count
            ? Finding.Good("version", $"{known.Count - applied.Count} steps behind; the next start catches up")
        : Finding.Good("version", "the data are of this version");

    private static async Task<IReadOnlyList<Finding>> Facts(CairnDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var newest = await db.Entries.MaxAsync(entry => (DateTimeOffset?)entry.At, cancel);
        var zones = await db.People.Select(person => person.Zone).Distinct().ToListAsync(cancel);
        var unknown = zones.Find(zone => !PersonalDay.IsZone(zone));
        return
        [
            newest > now.AddMinutes(5)
                ? Finding.Bad(
                    "newest entry",
                    $"{newest:yyyy-MM-dd HH:mm} UTC is still to come",
                    "This machine's clock is behind, or was ahead. Set it."
                )
                : Finding.Good("newest entry", newest is null ? "none yet" : $"{newest:yyyy-MM-dd HH:mm} UTC"),
            unknown is null
                ? Finding.Good("people's time zones", zones.Count == 0 ? "nobody yet" : string.Join(", ", zones))
                : Finding.Bad("people's time zones", $"{unknown} is not known here", "Install the package tzdata."),
        ];
    }

    private static Task<List<string>> Texts(CairnDb db, string sql, CancellationToken cancel) =>
        db.Database.SqlQueryRaw<string>(sql).ToListAsync(cancel);

    /// <summary>Never creates a file: a doctor looks.</summary>
    private static CairnDb Db(Storage storage) =>
        storage.IsSqlite
            ? new SqliteDb(
                new DbContextOptionsBuilder<SqliteDb>()
                    .UseSqlite(storage.SqliteConnection(SqliteOpenMode.ReadWrite))
                    .AddInterceptors(new SqlitePragmas())
                    .Options
            )
            : new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(storage.Postgres).Options);
}
