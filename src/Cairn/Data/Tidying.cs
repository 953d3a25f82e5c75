using Microsoft.Data.Sqlite;

namespace Cairn.Data;

/// <summary>
/// After a deletion nothing of it stays in free pages of a SQLite file or in its log. PostgreSQL does this in its own
/// time (autovacuum).
/// </summary>
public sealed class Tidying(Storage storage, WriteGate gate)
{
    private bool isOwed;

    /// <summary>Writes the file anew and empties its log, while nobody else writes.</summary>
    /// <returns>Null if that is done, otherwise why not; <see cref="IfOwed"/> tries again.</returns>
    public async Task<string?> Now(CancellationToken cancel)
    {
        if (!storage.IsSqlite)
        {
            return null;
        }

        try
        {
            await gate.Alone(() => Rewrite(cancel), cancel);
            isOwed = false;
            return null;
        }
        catch (SqliteException error)
        {
            isOwed = true;
            return error.Message;
        }
    }

    public Task<string?> IfOwed(CancellationToken cancel) => isOwed ? Now(cancel) : Task.FromResult<string?>(null);

    private async Task Rewrite(CancellationToken cancel)
    {
        await using var store = new SqliteConnection(
            storage.SqliteConnection(SqliteOpenMode.ReadWrite) + ";Pooling=False"
        );
        await store.OpenAsync(cancel);
        await using var command = store.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON; VACUUM";
        await command.ExecuteNonQueryAsync(cancel);
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        if (await command.ExecuteScalarAsync(cancel) is not 0L)
        {
            throw new SqliteException("a reader was in the way", 5);
        }
    }
}
