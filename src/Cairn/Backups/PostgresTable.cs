namespace Cairn.Backups;

/// <param name="Name">As the model calls it.</param>
/// <param name="Columns">Each with PostgreSQL's name for its type.</param>
internal sealed record PostgresTable(string Name, IReadOnlyList<(string Name, string Type)> Columns);
