using Npgsql;

namespace Cairn.Backups;

/// <summary>What the database itself says that it holds: so a store of an older version can be copied as well.</summary>
internal static class PostgresTables
{
    private const string History = "__EFMigrationsHistory";

    /// <returns>The name of the last migration, without its time.</returns>
    public static async Task<string> Version(NpgsqlConnection database, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""SELECT "MigrationId" FROM "{History}" ORDER BY "MigrationId" DESC LIMIT 1""",
            database
        );
        var last = (string)(await command.ExecuteScalarAsync(cancel))!;
        return last[(last.IndexOf('_', StringComparison.Ordinal) + 1)..];
    }

    /// <returns>Every table but the list of migrations; what a table refers to comes before it.</returns>
    public static async Task<IReadOnlyList<PostgresTable>> In(NpgsqlConnection database, CancellationToken cancel)
    {
        var columns = await Rows(
            database,
            $"""
            SELECT c.relname, a.attname, format_type(a.atttypid, NULL)
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname <> '{History}'
              AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            ORDER BY c.relname, a.attnum
            """,
            cancel
        );
        var links = await Rows(
            database,
            """
            SELECT a.relname, b.relname, ''
            FROM pg_constraint f JOIN pg_class a ON a.oid = f.conrelid JOIN pg_class b ON b.oid = f.confrelid
            WHERE f.contype = 'f' AND f.connamespace = current_schema()::regnamespace AND a.oid <> b.oid
            """,
            cancel
        );
        var waiting = columns
            .GroupBy(column => column.Item1, column => (column.Item2, column.Item3))
            .Select(table => new PostgresTable(table.Key, [.. table]))
            .ToList();
        var ordered = new List<PostgresTable>();
        while (waiting.Count > 0)
        {
            var free = waiting
                .Where(table =>
                    !links.Any(link => link.Item1 == table.Name && waiting.Exists(other => other.Name == link.Item2))
                )
                .ToList();
            if (free.Count == 0)
            {
                throw new InvalidOperationException("Tables refer to each other in a circle.");
            }

            ordered.AddRange(free);
            waiting.RemoveAll(free.Contains);
        }

        return ordered;
    }

    private static async Task<List<(string, string, string)>> Rows(
        NpgsqlConnection database,
        string sql,
        CancellationToken cancel
    )
    {
        var rows = new List<(string, string, string)>();
#pragma warning disable CA2100 // our own text
        await using var command = new NpgsqlCommand(sql, database);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            rows.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        return rows;
    }
}
