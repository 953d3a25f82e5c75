using Microsoft.Data.Sqlite;

namespace Cairn.Data;

/// <summary>
/// Shows other programs that Cairn serves this SQLite store, also while it is idle and its pool has closed every
/// connection: a restore is refused until it stops.
/// </summary>
public sealed class StoreInUse(Storage storage) : IDisposable
{
    private SqliteConnection? held;

    public void Hold()
    {
        if (!storage.IsSqlite || held is not null)
        {
            return;
        }

        held = new SqliteConnection(storage.SqliteConnection(SqliteOpenMode.ReadWrite) + ";Pooling=False");
        held.Open();
        using var look = held.CreateCommand();
        look.CommandText = "SELECT COUNT(*) FROM sqlite_master"; // from the first read on its lock is there
        look.ExecuteScalar();
    }

    public void Dispose() => held?.Dispose();
}
