using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cairn.Data;

/// <summary>
/// Every row of one person, in every table: found in the model, so that a table which is new is not forgotten. A row
/// belongs to a person if it names them, or hangs on a row that does.
/// </summary>
public static class PersonRows
{
    private const string PersonId = nameof(Goal.PersonId);

    /// <summary>The tables that hold rows of a person, those that refer to others first; the person's own row last.</summary>
    public static IReadOnlyList<IEntityType> Types(IModel model)
    {
        var waiting = Tables(model).Where(type => Condition(type) is not null).ToList();
        var ordered = new List<IEntityType>();
        while (waiting.Count > 0)
        {
            var free = waiting.Where(type => !waiting.Exists(other => other != type && RefersTo(other, type))).ToList();
            if (free.Count == 0)
            {
                throw new InvalidOperationException("Tables refer to each other in a circle.");
            }

            ordered.AddRange(free);
            waiting.RemoveAll(free.Contains);
        }

        return ordered;
    }

    /// <summary>Every table of the model, by the entity that it is for.</summary>
    public static IEnumerable<IEntityType> Tables(IModel model) =>
        model
            .GetEntityTypes()
            .Where(type => type.BaseType is null && !type.IsOwned() && type.GetTableName() is not null);

#pragma warning disable EF1002 // names from our own model, the person as a parameter
    /// <summary>To be called inside a write.</summary>
    /// <returns>How many rows went, by table.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> Delete(CairnDb db, Guid person, CancellationToken cancel)
    {
        if (db is SqliteDb)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", cancel); // what is freed is overwritten
        }

        foreach (var (table, column) in MerelyNamed(db.Model))
        {
            await db.Database.ExecuteSqlRawAsync(
                $"UPDATE \"{table}\" SET \"{column}\" = NULL WHERE \"{column}\" = {{0}}",
                [person],
                cancel
            );
        }

        var gone = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var type in Types(db.Model))
        {
            var table = type.GetTableName()!;
            gone[table] = await db.Database.ExecuteSqlRawAsync(
                $"DELETE FROM \"{table}\" WHERE {Condition(type)}",
                [person],
                cancel
            );
        }

        return gone;
    }

    /// <summary>How many rows of a person there are, by table.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> Count(CairnDb db, Guid person, CancellationToken cancel)
    {
        var there = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var type in Types(db.Model))
        {
            var table = type.GetTableName()!;
            there[table] = await db
                .Database.SqlQueryRaw<int>(
                    $"SELECT CAST(COUNT(*) AS int) AS \"Value\" FROM \"{table}\" WHERE {Condition(type)}",
                    person
                )
                .SingleAsync(cancel);
        }

        return there;
    }

#pragma warning restore EF1002

    /// <summary>Which rows of a table are the person's, as SQL; null where none can be.</summary>
    private static string? Condition(IEntityType type)
    {
        if (type.ClrType == typeof(Person))
        {
            return $"\"{type.FindPrimaryKey()!.Properties[0].GetColumnName()}\" = {{0}}";
        }

        var own = type.GetForeignKeys()
            .Where(link => link.PrincipalEntityType.ClrType == typeof(Person) && link.IsRequired)
            .Select(link => link.Properties[0])
            .Concat(type.FindProperty(PersonId) is { } named ? [named] : [])
            .Distinct()
            .Select(column => $"\"{column.GetColumnName()}\" = {{0}}")
            .ToList();
        if (own.Count == 0)
        {
            own =
            [
                .. type.GetForeignKeys()
                    .Where(link => link.Properties.Count == 1 && link.PrincipalEntityType != type)
                    .Where(link => link.PrincipalEntityType.ClrType != typeof(Person))
                    .Select(link =>
                        Condition(link.PrincipalEntityType) is { } theirs
                            ? $"\"{link.Properties[0].GetColumnName()}\" IN (SELECT \"{link.PrincipalKey.Properties[0].GetColumnName()}\" "
                                + $"FROM \"{link.PrincipalEntityType.GetTableName()}\" WHERE {theirs})"
                            : null
                    )
                    .OfType<string>(),
            ];
        }

        return own.Count == 0 ? null : string.Join(" OR ", own);
    }

    /// <summary>Where a row of somebody else may name the person: that row stays, without the name.</summary>
    private static IEnumerable<(string Table, string Column)> MerelyNamed(IModel model) =>
        from type in Tables(model)
        from link in type.GetForeignKeys()
        where link.PrincipalEntityType.ClrType == typeof(Person) && !link.IsRequired
        where link.Properties[0].Name != PersonId
        select (type.GetTableName()!, link.Properties[0].GetColumnName());

    private static bool RefersTo(IEntityType type, IEntityType other) =>
        type.GetDerivedTypesInclusive()
            .SelectMany(kind => kind.GetForeignKeys())
            .Any(link => link.PrincipalEntityType.GetRootType() == other)
        && type != other;
}
