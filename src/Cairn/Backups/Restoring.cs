using Cairn.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cairn.Backups;

/// <summary>
/// Puts a backup in the place of the store, all or nothing, and keeps what was there. On SQLite nobody else may have
/// the store open.
/// </summary>
public sealed class Restoring(Storage storage, TimeProvider clock)
{
    private static readonly string[] Parts = ["", "-wal", "-shm"];

    private readonly BackupMaker backups = new(storage, clock);

    /// <param name="Kept">Where what was there before is now; null if there was nothing.</param>
    public sealed record Done(Contents Contents, string? Kept);

    /// <exception cref="BackupException">Nothing was changed.</exception>
    public async Task<Done> From(string backup, CancellationToken cancel)
    {
        PrivateFiles.CreateFolder(storage.Folder);
        var coming = storage.SqliteFile + ".coming";
        try
        {
            Packing.Unpack(backup, coming, SealKey.In(storage.BackupKey));
            var contents = await Soundness.Of(coming, cancel);
            await Upgrade(coming, cancel);
            var kept = storage.IsSqlite ? await IntoSqlite(coming, cancel) : await IntoPostgres(coming, cancel);
            return new Done(contents, kept);
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or SqliteException or NpgsqlException)
        {
            throw new BackupException(Say.Of(BackupsWords.NotRestored, error.Message.ReplaceLineEndings(" ")), error);
        }
        finally
        {
            File.Delete(coming);
            File.Delete(coming + "-wal");
            File.Delete(coming + "-shm");
        }
    }

    /// <summary>To this version, while it is still beside the store.</summary>
    private static async Task Upgrade(string coming, CancellationToken cancel)
    {
        await using var db = StoreCopy.Open(coming);
        await db.Database.MigrateAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'", cancel);
    }

    private async Task<string?> IntoSqlite(string coming, CancellationToken cancel)
    {
        string? kept = null;
        if (File.Exists(storage.SqliteFile))
        {
            kept = await KeepWhole(cancel) ?? KeepDamaged();
        }

        using (var file = new FileStream(coming, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
        }

        File.Move(coming, storage.SqliteFile, overwrite: true);
        return kept;
    }

    /// <summary>A backup of what is there; then its log is folded in, which SQLite refuses while anybody has it open.</summary>
    /// <returns>Null if what is there cannot be read.</returns>
    private async Task<string?> KeepWhole(CancellationToken cancel)
    {
        string kept;
        try
        {
            kept = (await backups.Make(Occasion.BeforeRestore, cancel)).Backup.Path;
        }
        catch (BackupException error) when (error.InnerException is not (IOException or UnauthorizedAccessException))
        {
            return null;
        }

        await using var store = new SqliteConnection(
            StoreCopy.ConnectionTo(storage.SqliteFile, SqliteOpenMode.ReadWrite) + ";Default Timeout=2"
        );
        await store.OpenAsync(cancel);
        await using var command = store.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = 'delete'";
        string? mode;
        try
        {
            mode = await command.ExecuteScalarAsync(cancel) as string;
        }
        catch (SqliteException error) when (error.SqliteErrorCode is 5 or 6) // busy, locked
        {
            throw new BackupException(BackupsWords.InUse, error);
        }

        return mode == "delete" ? kept : throw new BackupException(BackupsWords.InUse);
    }

    /// <summary>What cannot be read is kept as it is; a log beside the new store would be taken for its own.</summary>
    private string KeepDamaged()
    {
        var kept = $"{storage.SqliteFile}.damaged-{clock.GetUtcNow().UtcDateTime:yyyyMMdd'T'HHmmss'Z'}";
        foreach (var part in Parts.Where(part => File.Exists(storage.SqliteFile + part)))
        {
            File.Copy(storage.SqliteFile + part, kept + part);
        }

        File.Delete(storage.SqliteFile + "-wal");
        File.Delete(storage.SqliteFile + "-shm");
        return kept;
    }

    private async Task<string?> IntoPostgres(string coming, CancellationToken cancel)
    {
        await using var db = new PostgresDb(
            new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(storage.Postgres).Options
        );
        if (await OpenStore.Open(storage, db, clock, cancel) is { } problem)
        {
            throw new BackupException(problem);
        }

        var kept = (await backups.Make(Occasion.BeforeRestore, cancel)).Backup.Path;
        await using var to = new NpgsqlConnection(storage.Postgres);
        await to.OpenAsync(cancel);
        await using var all = await to.BeginTransactionAsync(cancel);
        var tables = await PostgresTables.In(to, cancel);
#pragma warning disable CA2100 // names from our own schema
        await using (
            var empty = new NpgsqlCommand(
                $"TRUNCATE {string.Join(", ", tables.Select(table => $"\"{table.Name}\""))}",
                to
            )
        )
#pragma warning restore CA2100
        {
            await empty.ExecuteNonQueryAsync(cancel);
        }

        await using var from = new SqliteConnection(StoreCopy.ConnectionTo(coming, SqliteOpenMode.ReadWrite));
        await from.OpenAsync(cancel);
        foreach (var table in tables)
        {
            await TableCopy.ToPostgres(from, to, table, cancel);
        }

        await all.CommitAsync(cancel);
        return kept;
    }
}
