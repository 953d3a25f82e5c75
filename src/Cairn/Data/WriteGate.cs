using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

/// <summary>
/// The one way to write: one transaction, one person, one at a time. SQLite takes a single writer, and writers
/// that meet there poll for seconds, so they queue here; PostgreSQL lets persons write side by side and only
/// keeps the writes of one person in a row.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Runs <paramref name="work"/> and saves what it changed, all or nothing.</summary>
    /// <remarks>Cancelling stops the waiting, never a commit that has begun: its answer would be a guess.</remarks>
    public async Task<T> Write<T>(CairnDb db, Guid person, Func<Task<T>> work, CancellationToken cancel)
    {
        var sqlite = db is SqliteDb;
        if (sqlite)
        {
            await turn.WaitAsync(cancel);
        }

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
            if (sqlite)
            {
                turn.Release();
            }
        }
    }

    public void Dispose() => turn.Dispose();
}
