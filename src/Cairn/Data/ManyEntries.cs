using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cairn.Data;

/// <summary>
/// Adds years of entries at once. To SQLite, EF Core sends and parses one command a row; one prepared command
/// is ten times as fast. The columns come from the model, so both ways write the same. PostgreSQL gets batches.
/// </summary>
public static class ManyEntries
{
    /// <summary>To be called inside a write, after the steps of the entries were saved.</summary>
    public static async Task Add(CairnDb db, IReadOnlyList<Entry> entries, CancellationToken cancel)
    {
        if (db is not SqliteDb)
        {
            db.Entries.AddRange(entries);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            return;
        }

        var type = db.Model.FindEntityType(typeof(Entry))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = type.GetFlattenedProperties().Select(property => new Column(property, table)).ToList();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // names from our own model, values as parameters
        command.CommandText =
            $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) "
            + $"VALUES ({string.Join(", ", columns.Select(column => "@" + column.Name))})";
#pragma warning restore CA2100
        var parameters = columns.ConvertAll(column => column.AddTo(command));
        foreach (var entry in entries)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                parameters[i].Value = columns[i].ValueOf(entry) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private sealed class Column(IProperty property, StoreObjectIdentifier table)
    {
        private readonly RelationalTypeMapping mapping = property.GetRelationalTypeMapping();
        private readonly IClrPropertyGetter get = property.GetGetter();

        public string Name { get; } = property.GetColumnName(table)!;

        public DbParameter AddTo(DbCommand command)
        {
            var parameter = mapping.CreateParameter(command, "@" + Name, null, nullable: true);
            command.Parameters.Add(parameter);
            return parameter;
        }

        public object? ValueOf(Entry entry) =>
            get.GetClrValueUsingContainingEntity(entry) is { } value
                ? mapping.Converter?.ConvertToProvider(value) ?? value
                : null;
    }
}
