using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

/// <summary>Opens the store, or says in one sentence why not. A damaged store is never taken for an empty one.</summary>
public static class Store
{
    private const string History = "__EFMigrationsHistory";
    private static readonly byte[] SqliteHeader = [.. "SQLite format 3\0"u8];

    /// <param name="storage">Where it is.</param>
    /// <param name="db">A context on it.</param>
    /// <param name="cancel">Stops the opening.</param>
    /// <param name="beforeUpgrade">Makes a copy first; what it returns is why there is none, and then nothing is upgraded.</param>
    /// <param name="offer">What can be put in the place of a damaged store.</param>
    /// <returns>Null when the store is open and up to date, otherwise what is wrong and what to do.</returns>
    public static async Task<string?> Open(
        Storage storage,
        CairnDb db,
        CancellationToken cancel,
        Func<Task<string?>>? beforeUpgrade = null,
        string? offer = null
    )
    {
        if (Problem(storage, offer) is { } problem)
        {
            return problem;
        }

        try
        {
            var tables = await Tables(db, cancel);
            var applied = await Applied(db, tables, cancel);
            if (Stranger(db, applied, tables) is { } stranger)
            {
                return stranger;
            }

            var newest = db.Database.GetMigrations().Last();
            var isNew = applied.Count == 0;
            if (isNew && db is SqliteDb sqlite)
            {
                await NewStore.Write(sqlite, cancel);
                applied = await Applied(db, [History], cancel);
            }

            if (!applied.Contains(newest)) // else every start would pay for it
            {
                if (!isNew && beforeUpgrade is not null && await beforeUpgrade() is { } noCopy)
                {
                    return $"These data are of an earlier Cairn and were not brought up to this one. {noCopy}";
                }

                await db.Database.MigrateAsync(newest, cancel); // by name: the model was compared by the tests
            }

            return null;
        }
        catch (SqliteException error)
        {
            return error.SqliteErrorCode is 5 or 6
                ? $"{storage.SqliteFile} is in use by another program. Nothing was changed. "
                    + "Close it (perhaps a tool that looks at databases, or a backup), then start again."
                : $"{storage.SqliteFile} cannot be used ({error.Message}). Nothing was changed. "
                    + (offer ?? "Copy the file somewhere safe and put your last backup in its place.");
        }
        catch (Npgsql.NpgsqlException error)
        {
            return $"The PostgreSQL database cannot be used ({error.Message}). Nothing was changed. "
                + "Check that it runs and that the connection string is right.";
        }
    }

    /// <summary>What can be seen without opening the database.</summary>
    private static string? Problem(Storage storage, string? offer)
    {
        try
        {
            PrivateFiles.CreateFolder(storage.Folder);
            var probe = Path.Combine(storage.Folder, ".cairn-can-write");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"The data folder {storage.Folder} cannot be written to ({error.Message}). "
                + "Free some space, give this user the right to write there, or name another folder with --data.";
        }

        if (!storage.IsSqlite || !File.Exists(storage.SqliteFile))
        {
            return null;
        }

        using var file = new FileStream(
            storage.SqliteFile,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        var header = new byte[SqliteHeader.Length];
        return
            file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length
            && header.AsSpan().SequenceEqual(SqliteHeader)
            ? null
            : $"{storage.SqliteFile} is damaged: it does not begin as a database does. It was left as it is. "
                + (offer ?? "Put your last backup in its place, or move the file away to begin anew.");
    }

    private static string? Stranger(CairnDb db, List<string> applied, List<string> tables)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        if (applied.Exists(migration => !known.Contains(migration)))
        {
            return "These data were written by a newer Cairn. Nothing was changed. Start that newer version instead.";
        }

        return applied.Count == 0 && tables.Count > 0
            ? "This database belongs to another program. Nothing was changed. Name an empty one for Cairn."
            : null;
    }

    private static async Task<List<string>> Tables(CairnDb db, CancellationToken cancel) =>
        await db.Database.CanConnectAsync(cancel)
            ? await Ask(
                db,
                db is SqliteDb
                    ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                    : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
                cancel
            )
            : [];

    private static async Task<List<string>> Applied(CairnDb db, List<string> tables, CancellationToken cancel) =>
        tables.Contains(History) ? await Ask(db, $"SELECT \"MigrationId\" FROM \"{History}\"", cancel) : [];

    /// <summary>Plain SQL: what migrations and queries bring along takes a third of a second to wake up, at every start.</summary>
    private static async Task<List<string>> Ask(CairnDb db, string sql, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // our own words
            command.CommandText = sql;
#pragma warning restore CA2100
            var answers = new List<string>();
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
            {
                answers.Add(reader.GetString(0));
            }

            return answers;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
