using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cairn.Backups;

/// <summary>All rows of one table from one database into the other. Both have the table, and the columns by name.</summary>
internal static class TableCopy
{
    public static async Task FromPostgres(
        NpgsqlConnection from,
        SqliteConnection to,
        PostgresTable table,
        CancellationToken cancel
    )
    {
        await using var write = to.CreateCommand();
#pragma warning disable CA2100 // names from our own schema, values as parameters
        write.CommandText =
            $"INSERT INTO \"{table.Name}\" ({Names(table)}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})";
        await using var read = new NpgsqlCommand($"SELECT {Names(table)} FROM \"{table.Name}\"", from);
#pragma warning restore CA2100
        var cells = table
            .Columns.Select((_, i) => write.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" }))
            .ToList();
        var kinds = table.Columns.Select(column => Kind.Of(column.Type)).ToList();
        await using var rows = await read.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            for (var i = 0; i < cells.Count; i++)
            {
                cells[i].Value = rows.IsDBNull(i) ? DBNull.Value : kinds[i].Read(rows, i);
            }

            await write.ExecuteNonQueryAsync(cancel);
        }
    }

    public static async Task ToPostgres(
        SqliteConnection from,
        NpgsqlConnection to,
        PostgresTable table,
        CancellationToken cancel
    )
    {
        await using var read = from.CreateCommand();
#pragma warning disable CA2100 // names from our own schema
        read.CommandText = $"SELECT {Names(table)} FROM \"{table.Name}\"";
#pragma warning restore CA2100
        var kinds = table.Columns.Select(column => Kind.Of(column.Type)).ToList();
        await using var rows = await read.ExecuteReaderAsync(cancel);
        await using var copy = await to.BeginBinaryImportAsync(
            $"COPY \"{table.Name}\" ({Names(table)}) FROM STDIN (FORMAT BINARY)",
            cancel
        );
        while (await rows.ReadAsync(cancel))
        {
            await copy.StartRowAsync(cancel);
            for (var i = 0; i < kinds.Count; i++)
            {
                await (
                    rows.IsDBNull(i)
                        ? copy.WriteNullAsync(cancel)
                        : copy.WriteAsync(kinds[i].Read(rows, i), table.Columns[i].Type, cancel)
                );
            }
        }

        await copy.CompleteAsync(cancel);
    }

    private static string Names(PostgresTable table) =>
        string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));

    /// <param name="Read">The value as both databases' own libraries take it, so that it is stored as EF Core stores it.</param>
    private sealed record Kind(Func<DbDataReader, int, object> Read)
    {
        public static Kind Of(string type) =>
            type switch
            {
                "uuid" => new((row, at) => row.GetGuid(at)),
                "timestamp with time zone" => new(
                    (row, at) => DateTime.SpecifyKind(row.GetDateTime(at), DateTimeKind.Utc)
                ),
                "timestamp without time zone" => new((row, at) => row.GetDateTime(at)),
                "date" => new((row, at) => row.GetFieldValue<DateOnly>(at)),
                "time without time zone" => new((row, at) => row.GetFieldValue<TimeOnly>(at)),
                "interval" => new((row, at) => row.GetFieldValue<TimeSpan>(at)),
                "boolean" => new((row, at) => row.GetBoolean(at)),
                "smallint" => new((row, at) => row.GetInt16(at)),
                "integer" => new((row, at) => row.GetInt32(at)),
                "bigint" => new((row, at) => row.GetInt64(at)),
                "real" => new((row, at) => row.GetFloat(at)),
                "double precision" => new((row, at) => row.GetDouble(at)),
                "numeric" => new((row, at) => row.GetDecimal(at)),
                "bytea" => new((row, at) => row.GetFieldValue<byte[]>(at)),
                "text" or "character varying" or "character" or "jsonb" or "json" => new(
                    (row, at) => row.GetString(at)
                ),
                _ => throw new NotSupportedException($"No backup knows the type {type} yet."),
            };
    }
}
