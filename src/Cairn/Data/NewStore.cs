using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

/// <summary>
/// Begins a store on SQLite with the script that all migrations make together: walking through them one by one takes
/// most of the first start, and the script takes milliseconds.
/// </summary>
public static class NewStore
{
    private const string Script = "New.sql";

    /// <summary>Two starts at once may both come here: the second one finds everything there.</summary>
    public static async Task Write(SqliteDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            await Say(connection, null, "PRAGMA journal_mode = 'wal'", cancel); // no transaction can change it
            await using var begun = connection.BeginTransaction(deferred: false);
            const string history = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
            if (await Say(connection, begun, history, cancel) is 0L)
            {
                await Say(connection, begun, Text(), cancel);
            }

            await begun.CommitAsync(cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<object?> Say(
        SqliteConnection connection,
        SqliteTransaction? transaction,
        string sql,
        CancellationToken cancel
    )
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // our own words, and a script of our own
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancel);
    }

    private static string Text()
    {
        using var script = new StreamReader(typeof(NewStore).Assembly.GetManifestResourceStream(Script)!);
        return script.ReadToEnd();
    }
}
