using System.Diagnostics;
using Cairn.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cairn.Harness;

/// <summary>Counts the commands that Entity Framework sends to one database, by the events it reports.</summary>
public sealed class QueryCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly Storage storage;
    private int commands;

    private QueryCount(Storage storage) => this.storage = storage;

    public static async Task<int> During(TestCairn cairn, Func<Task> work)
    {
        var count = new QueryCount(cairn.Storage);
        using (DiagnosticListener.AllListeners.Subscribe(count))
        {
            await work();
        }

        return count.commands;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Value: CommandExecutedEventData executed } && IsOurs(executed.Connection.ConnectionString))
        {
            Interlocked.Increment(ref commands);
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    private bool IsOurs(string connection) =>
        connection.Contains(
            storage.Postgres is null ? storage.SqliteFile : Name(storage.Postgres),
            StringComparison.Ordinal
        );

    private static string Name(string postgres) =>
        postgres.Split(';').First(part => part.StartsWith("Database=", StringComparison.Ordinal)) + ";";
}
