using Cairn.Engine.Capacity;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

/// <summary>Keeps a person's <see cref="BeliefSnapshot"/> true. To be called inside a write.</summary>
public static class Snapshots
{
    /// <summary>How far a snapshot may fall behind the recent days before it is moved up.</summary>
    private const int Slack = 7;

    /// <summary>Where a snapshot that is made today ends: behind every day that may still be filled in.</summary>
    public static DateOnly DueOn(DateOnly today) => today.AddDays(-Life.RecentDays - 1);

    /// <summary>
    /// An entry about <paramref name="day"/> has just been added: a snapshot that should hold it, or that lags
    /// far behind, is made anew. On most days this does nothing.
    /// </summary>
    public static async Task Keep(CairnDb db, Guid person, Life life, DateOnly day, CancellationToken cancel)
    {
        var due = DueOn(life.Today);
        var oldest = life.SnapshotThrough ?? (life.Entries is [var first, ..] ? first.Day : day);
        if (day <= due || oldest < due.AddDays(-Slack))
        {
            await db.SaveChangesAsync(cancel);
            await Rebuild(db, person, due, cancel);
        }
    }

    /// <summary>From the entries alone, as if nothing had been stored.</summary>
    /// <returns>True if what was stored, if anything, was something else.</returns>
    public static async Task<bool> Rebuild(CairnDb db, Guid person, DateOnly through, CancellationToken cancel)
    {
        var stored = await db.Beliefs.FirstOrDefaultAsync(b => b.PersonId == person, cancel);
        var state = await Replay(db, person, through, cancel);
        var differs = stored?.Through != through || !stored.State.AsSpan().SequenceEqual(state);
        if (stored is not null && state.Length == 0)
        {
            db.Beliefs.Remove(stored);
        }
        else if (stored is not null && differs)
        {
            (stored.Through, stored.State) = (through, state);
        }
        else if (stored is null && state.Length > 0)
        {
            db.Beliefs.Add(
                new BeliefSnapshot
                {
                    PersonId = person,
                    Through = through,
                    State = state,
                }
            );
        }

        return stored is not null && differs;
    }

    /// <returns>The saved belief at the end of the day, or nothing if there is nothing to believe yet.</returns>
    private static async Task<byte[]> Replay(CairnDb db, Guid person, DateOnly through, CancellationToken cancel)
    {
        var versions = await db.StepVersions.AsNoTracking().Where(v => v.PersonId == person).ToListAsync(cancel);
        var rulers = await db.Confidences.AsNoTracking().Where(c => c.PersonId == person).ToListAsync(cancel);
        var entries = await db
            .Entries.AsNoTracking()
            .Where(e => e.PersonId == person && e.SupersededBy == null && e.Day <= through)
            .ToListAsync(cancel);
        var facts = EngineFacts.Of(versions, rulers, entries).Where(f => f.Day <= through).ToList();
        return facts.Count == 0 ? [] : Belief.Of().After(facts, through).Save();
    }
}
