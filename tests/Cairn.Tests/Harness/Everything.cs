using System.Globalization;
using Cairn.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Harness;

/// <summary>Every row of a store as text, read from the database itself: what two states have to agree on.</summary>
internal static class Everything
{
    /// <summary>Table and column, as the database has them now.</summary>
    public static async Task<IReadOnlyList<(string Table, string Column)>> Columns(CairnDb db)
    {
        var sql =
            db is SqliteDb
                ? "SELECT m.name || '.' || c.name AS Value FROM sqlite_master m, pragma_table_info(m.name) c "
                    + "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'"
                : "SELECT table_name || '.' || column_name AS \"Value\" FROM information_schema.columns WHERE table_schema = current_schema()";
        return
        [
            .. (await db.Database.SqlQueryRaw<string>(sql).ToListAsync())
                .Where(name => !name.StartsWith("__", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => (name.Split('.')[0], name.Split('.')[1])),
        ];
    }

    /// <param name="db">The store.</param>
    /// <param name="columns">Only these; null for all.</param>
    public static async Task<IReadOnlyList<string>> In(
        CairnDb db,
        IReadOnlyList<(string Table, string Column)>? columns = null
    )
    {
        var lines = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in (columns ?? await Columns(db)).GroupBy(column => column.Table, column => column.Column))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText =
                $"SELECT {string.Join(", ", table.Select(column => $"\"{column}\""))} FROM \"{table.Key}\"";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                var cells = table.Select((column, at) => $"{column}={Text(rows.GetValue(at))}");
                lines.Add($"{table.Key}: {string.Join("; ", cells)}");
            }
        }

        await db.Database.CloseConnectionAsync();
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Text(object value) =>
        value switch
        {
            byte[] bytes => Convert.ToHexString(bytes),
            DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
