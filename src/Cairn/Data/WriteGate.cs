using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

/// <summary>
/// The one way to write: one transaction, one person, one at a time. SQLite takes a single writer, and writers
/// that meet there poll for seconds, so they queue here; PostgreSQL lets persons write side by side and only
/// keeps the writes of one person in a row.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private const int Queues = 64;

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>
    /// Writes of one person wait here before they take a connection: two hundred that wait inside PostgreSQL for the same
    /// row hold two hundred connections, and everybody else's requests find none.
    /// </summary>
    private readonly SemaphoreSlim[] queues = [.. Enumerable.Range(0, Queues).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Runs <paramref name="work"/> and saves what it changed, all or nothing.</summary>
    /// <remarks>Cancelling stops the waiting, never a commit that has begun: its answer would be a guess.</remarks>
    public async Task<T> Write<T>(CairnDb db, Guid person, Func<Task<T>> work, CancellationToken cancel)
    {
        var sqlite = db is SqliteDb;
        var queue = sqlite ? turn : queues[(uint)person.GetHashCode() % Queues];
        await queue.WaitAsync(cancel);

        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (!sqlite)
            {
                await db.Database.ExecuteSqlAsync(
                    $"""SELECT 1 FROM "People" WHERE "Id" = {person} FOR UPDATE""",
                    cancel
                );
            }

            var result = await work();
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            queue.Release();
        }
    }

    /// <summary>The same for what is worth noting and not worth refusing somebody: a store that cannot be written to can still be read.</summary>
    /// <returns>Why it was not written; null where it was.</returns>
    public async Task<DbException?> Try<T>(CairnDb db, Guid person, Func<Task<T>> work, CancellationToken cancel)
    {
        try
        {
            await Write(db, person, work, cancel);
            return null;
        }
        catch (DbException error)
        {
            return error;
        }
    }

    /// <summary>Does what no transaction can, while nobody else writes; on SQLite only.</summary>
    public async Task Alone(Func<Task> work, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            await work();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        turn.Dispose();
        Array.ForEach(queues, queue => queue.Dispose());
    }
}
