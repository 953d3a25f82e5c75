using System.Data;
using Cairn.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cairn.Backups;

/// <summary>
/// A copy of everything in a store, as one SQLite file whichever database it comes from, as it was at one instant
/// while others write.
/// </summary>
public static class StoreCopy
{
    /// <param name="storage">The store; it is only read.</param>
    /// <param name="path">An empty file, or none.</param>
    /// <param name="cancel">Stops the copying.</param>
    public static Task Write(Storage storage, string path, CancellationToken cancel) =>
        storage.IsSqlite ? OfSqlite(storage, path, cancel) : OfPostgres(storage, path, cancel);

    /// <summary>A context on a SQLite file of ours that is not the store.</summary>
    public static SqliteDb Open(string path) =>
        new(
            new DbContextOptionsBuilder<SqliteDb>()
                .UseSqlite(ConnectionTo(path, SqliteOpenMode.ReadWriteCreate))
                .Options
        );

    public static string ConnectionTo(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
        }.ToString();

    /// <summary>One read transaction (sqlite.org/lang_vacuum.html): writers go on, and what was deleted is not in the copy.</summary>
    private static async Task OfSqlite(Storage storage, string path, CancellationToken cancel)
    {
        await using var from = new SqliteConnection(
            storage.SqliteConnection(SqliteOpenMode.ReadOnly) + ";Pooling=False"
        );
        await from.OpenAsync(cancel);
        await using var command = from.CreateCommand();
        command.CommandText = "VACUUM INTO $path";
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("$path", path);
        await command.ExecuteNonQueryAsync(cancel);
        await using var copy = Open(path);
        await copy.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'delete'", cancel); // one file, nothing beside it
    }

    private static async Task OfPostgres(Storage storage, string path, CancellationToken cancel)
    {
        await using var from = new NpgsqlConnection(storage.Postgres);
        await from.OpenAsync(cancel);
        await using var instant = await from.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var version = await PostgresTables.Version(from, cancel);
        await using (var db = Open(path))
        {
            await MakeEmpty(db, version, cancel);
        }

        await using var to = new SqliteConnection(ConnectionTo(path, SqliteOpenMode.ReadWrite) + ";Foreign Keys=False");
        await to.OpenAsync(cancel);
        await using var all = to.BeginTransaction();
        foreach (var table in await PostgresTables.In(from, cancel))
        {
            await TableCopy.FromPostgres(from, to, table, cancel);
        }

        await all.CommitAsync(cancel);
        await to.CloseAsync();
    }

    /// <param name="version">The name of a migration without its time; both databases have the same ones.</param>
    private static async Task MakeEmpty(SqliteDb db, string version, CancellationToken cancel)
    {
        var migrations = db.Database.GetMigrations().ToList();
        if (migrations[^1].EndsWith("_" + version, StringComparison.Ordinal))
        {
            await NewStore.Write(db, cancel);
        }
        else
        {
            var reached = migrations.Find(name => name.EndsWith("_" + version, StringComparison.Ordinal));
            await db.Database.MigrateAsync(reached ?? throw new BackupException(BackupsWords.NewerStore), cancel);
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'delete'", cancel);
    }
}
