using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cairn.Transfer;

/// <summary>
/// A SQLite file that somebody else made. Immutable: no journal and no shared memory appear beside it. No value
/// longer than a megabyte, no more work than a large honest file needs, nothing in it is trusted to run.
/// </summary>
public sealed class StrangerDatabase : IDisposable
{
    private const int MostBytesOfOneValue = 1_000_000;
    private const int OperationsBetweenChecks = 10_000;
    private const int MostChecks = 50_000;

    private readonly SqliteConnection connection;
    private int checks;

    private StrangerDatabase(SqliteConnection connection)
    {
        this.connection = connection;
        Objects = [];
    }

    /// <summary>Everything that the schema holds.</summary>
    public IReadOnlyList<SchemaObject> Objects { get; private set; }

    /// <exception cref="SqliteException">It is not a database, or damaged.</exception>
    public static StrangerDatabase Open(string path)
    {
        var opened = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1",
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        var file = new StrangerDatabase(opened);
        try
        {
            opened.Open();
            file.Restrain();
            file.Objects = file.ReadSchema();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Names of a table's plain columns, whatever their case; empty if there is no such table.</summary>
    public HashSet<string> Columns(string table)
    {
        var columns = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (Objects.Any(o => o.Type == "table" && o.Name.Equals(table, StringComparison.OrdinalIgnoreCase)))
        {
            using var command = Command($"SELECT name FROM pragma_table_xinfo('{table}') WHERE hidden = 0");
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                columns.Add(reader.GetString(0));
            }
        }

        return columns;
    }

    public long Number(string sql)
    {
        using var command = Command(sql);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>All rows of a table in stored order; columns that it lacks read as null.</summary>
    public IEnumerable<StrangerRow> Rows(string table, IReadOnlyList<string> columns)
    {
        var known = Columns(table);
        var selected = columns.Select(column => known.Contains(column) ? $"\"{column}\"" : "NULL");
        using var command = Command($"SELECT rowid, {string.Join(", ", selected)} FROM \"{table}\" NOT INDEXED");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new StrangerRow(reader, columns);
        }
    }

    public void Dispose() => connection.Dispose();

    private void Restrain()
    {
        var handle = connection.Handle!;
        raw.sqlite3_limit(handle, raw.SQLITE_LIMIT_LENGTH, MostBytesOfOneValue);
        raw.sqlite3_limit(handle, raw.SQLITE_LIMIT_ATTACHED, 0);
        raw.sqlite3_limit(handle, raw.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100);
        raw.sqlite3_progress_handler(handle, OperationsBetweenChecks, _ => ++checks > MostChecks ? 1 : 0, null);
        using var command = Command(
            "PRAGMA trusted_schema=OFF; PRAGMA query_only=ON; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
        );
        command.ExecuteNonQuery();
    }

    private List<SchemaObject> ReadSchema()
    {
        var objects = new List<SchemaObject>();
        using var command = Command("SELECT type, name, sql FROM sqlite_master");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            objects.Add(
                new SchemaObject(
                    reader.GetValue(0) as string ?? "",
                    reader.GetValue(1) as string ?? "",
                    (reader.GetValue(2) as string ?? "").StartsWith(
                        "CREATE VIRTUAL",
                        StringComparison.OrdinalIgnoreCase
                    )
                )
            );
        }

        return objects;
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every text in here is our own; a stranger's names are looked up, never spliced in
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}

/// <summary>A table, index, view or trigger.</summary>
public sealed record SchemaObject(string Type, string Name, bool IsVirtual);
