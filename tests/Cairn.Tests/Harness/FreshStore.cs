using Cairn.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cairn.Harness;

/// <summary>An empty store for one test. It is migrated once and copied: to migrate takes longer than most tests.</summary>
public static class FreshStore
{
    private static readonly Lazy<Task<byte[]>> Migrated = new(Migrate);

    /// <param name="database">Which of the two.</param>
    /// <param name="name">What the folder's name begins with.</param>
    public static async Task<Storage> Of(Database database, string name = "cairn-test-")
    {
        var storage = new Storage
        {
            Folder = Directory.CreateTempSubdirectory(name).FullName,
            Postgres = database == Database.Postgres ? await PostgresCluster.Clone() : null,
            MakesNightlyBackups = false, // a test turns its clock by days
        };
        if (storage.IsSqlite)
        {
            await File.WriteAllBytesAsync(storage.SqliteFile, await Migrated.Value);
        }

        return storage;
    }

    /// <summary>Lets go of the connections that wait in a pool, and of the folder.</summary>
    public static void Remove(Storage storage)
    {
        if (storage.IsSqlite)
        {
            using var sqlite = new SqliteConnection(storage.SqliteConnection());
            SqliteConnection.ClearPool(sqlite);
        }
        else
        {
            using var postgres = new NpgsqlConnection(storage.Postgres);
            NpgsqlConnection.ClearPool(postgres);
        }

        Directory.Delete(storage.Folder, recursive: true);
    }

    private static async Task<byte[]> Migrate()
    {
        var storage = new Storage { Folder = Directory.CreateTempSubdirectory("cairn-template-").FullName };
        var connection = storage.SqliteConnection() + ";Pooling=False";
        await using (var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connection).Options))
        {
            if (await Store.Open(storage, db, CancellationToken.None) is { } problem)
            {
                throw new InvalidOperationException(problem);
            }
        }

        var whole = await File.ReadAllBytesAsync(storage.SqliteFile); // the last connection has closed its log
        Directory.Delete(storage.Folder, recursive: true);
        return whole;
    }
}
