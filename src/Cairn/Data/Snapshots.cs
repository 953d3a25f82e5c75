using Cairn.Engine.Capacity;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

/// <summary>Keeps a person's <see cref="BeliefSnapshot"/> true. To be called inside a write.</summary>
public static class Snapshots
{
    /// <summary>How far a snapshot may fall behind the recent days before it is moved up.</summary>
    private const int Slack = 7;

    /// <summary>
    /// An entry about <paramref name="day"/> has just been added: a snapshot that should hold it, or that lags
    /// far behind, is made anew. On most days this does nothing.
    /// </summary>
    public static async Task Keep(CairnDb db, Guid person, Life life, DateOnly day, CancellationToken cancel)
    {
        var due = life.Today.AddDays(-Life.RecentDays - 1);
        var oldest = life.SnapshotThrough ?? (life.Entries is [var first, ..] ? first.Day : day);
        if (day <= due || oldest < due.AddDays(-Slack))
        {
            await db.SaveChangesAsync(cancel);
            await Rebuild(db, person, due, cancel);
        }
    }

    /// <summary>From the entries alone, as if nothing had been stored.</summary>
    public static async Task Rebuild(CairnDb db, Guid person, DateOnly through, CancellationToken cancel)
    {
        var versions = await db.StepVersions.AsNoTracking().Where(v => v.PersonId == person).ToListAsync(cancel);
        var rulers = await db.Confidences.AsNoTracking().Where(c => c.PersonId == person).ToListAsync(cancel);
        var entries = await db
            .Entries.AsNoTracking()
            .Where(e => e.PersonId == person && e.SupersededBy == null && e.Day <= through)
            .ToListAsync(cancel);
        await db.Beliefs.Where(b => b.PersonId == person).ExecuteDeleteAsync(cancel);
        var facts = EngineFacts.Of(versions, rulers, entries).Where(f => f.Day <= through).ToList();
        if (facts.Count > 0)
        {
            var belief = Belief.Of().After(facts, through);
            db.Beliefs.Add(
                new BeliefSnapshot
                {
                    PersonId = person,
                    Through = through,
                    State = belief.Save(),
                }
            );
        }
    }
}
