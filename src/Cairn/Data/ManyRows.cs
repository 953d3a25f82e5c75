using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Cairn.Data;

/// <summary>
/// Adds years of rows at once: one prepared command to SQLite, one COPY to PostgreSQL. Through the change tracker it
/// takes ten times as long. The columns come from the model, so both ways write the same.
/// </summary>
public static class ManyRows
{
    /// <summary>To be called inside a write, after what the rows refer to was saved.</summary>
    public static async Task Add<T>(CairnDb db, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = type.GetDerivedTypesInclusive()
            .SelectMany(kind => kind.GetFlattenedProperties())
            .Distinct()
            .GroupBy(property => property.GetColumnName(table)!, StringComparer.Ordinal)
            .Select(column => new Column(column.Key, [.. column]))
            .ToList();
        var into = $"\"{table.Name}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))})";
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var parameters = columns.ConvertAll(column => column.AddTo(command));
        var cells = rows.Select(row => row.GetType())
            .Distinct()
            .ToDictionary(kind => kind, kind => columns.ConvertAll(c => c.CellOf(db.Model.FindEntityType(kind)!)));
        if (command.Connection is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync(
                $"COPY {into} FROM STDIN (FORMAT BINARY)",
                cancel
            );
            foreach (var row in rows)
            {
                var values = cells[row.GetType()];
                await copy.StartRowAsync(cancel);
                for (var i = 0; i < columns.Count; i++)
                {
                    await Write(copy, values[i](row), (NpgsqlParameter)parameters[i], cancel);
                }
            }

            await copy.CompleteAsync(cancel);
            return;
        }

#pragma warning disable CA2100 // names from our own model, values as parameters
        command.CommandText = $"INSERT INTO {into} VALUES ({string.Join(", ", columns.Select(c => "@" + c.Name))})";
#pragma warning restore CA2100
        foreach (var row in rows)
        {
            var values = cells[row.GetType()];
            for (var i = 0; i < columns.Count; i++)
            {
                parameters[i].Value = values[i](row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static Task Write(
        NpgsqlBinaryImporter copy,
        object? value,
        NpgsqlParameter like,
        CancellationToken cancel
    ) => value is null ? copy.WriteNullAsync(cancel) : copy.WriteAsync(value, like.NpgsqlDbType, cancel);

    /// <param name="name">In the table.</param>
    /// <param name="properties">One, or of some kinds one each.</param>
    private sealed class Column(string name, IReadOnlyList<IProperty> properties)
    {
        private readonly RelationalTypeMapping mapping = properties[0].GetRelationalTypeMapping();
        private readonly bool isKind =
            properties[0] == (properties[0].DeclaringType as IEntityType)?.FindDiscriminatorProperty();

        public string Name => name;

        public DbParameter AddTo(DbCommand command)
        {
            var parameter = mapping.CreateParameter(command, "@" + name, null, nullable: true);
            command.Parameters.Add(parameter);
            return parameter;
        }

        /// <summary>What the rows of one kind write here.</summary>
        public Func<object, object?> CellOf(IEntityType kind)
        {
            if (isKind)
            {
                var stored = Stored(kind.GetDiscriminatorValue());
                return _ => stored;
            }

            var own = properties.FirstOrDefault(property =>
                property.DeclaringType is not IEntityType owner || owner.IsAssignableFrom(kind)
            );
            return own?.GetGetter() is { } get ? row => Stored(get.GetClrValueUsingContainingEntity(row)) : _ => null;
        }

        private object? Stored(object? value) =>
            value is null ? null : mapping.Converter?.ConvertToProvider(value) ?? value;
    }
}
