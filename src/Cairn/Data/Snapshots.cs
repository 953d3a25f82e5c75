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
    /// Something about <paramref name="day"/> has just been written: a snapshot that should hold it is made anew from
    /// all that was said, and one that lags behind is moved up. On most days this does nothing.
    /// </summary>
    public static async Task Keep(CairnDb db, Guid person, Life life, DateOnly day, CancellationToken cancel)
    {
        var due = DueOn(life.Today);
        var oldest = life.SnapshotThrough ?? (life.Entries is [var first, ..] && first.Day < day ? first.Day : day);
        if (day <= due || oldest < due.AddDays(-Slack))
        {
            await db.SaveChangesAsync(cancel);
            await Rebuild(db, person, due, cancel, from: day <= due ? null : life.SnapshotThrough);
        }
    }

    /// <summary>From what was said alone, as if nothing had been stored.</summary>
    /// <param name="db">The store, inside a write.</param>
    /// <param name="person">Whose belief.</param>
    /// <param name="through">The last day that the snapshot holds.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <param name="from">Where the stored snapshot ends, if it is still true and only to be moved up.</param>
    /// <returns>True if what was stored, if anything, was something else.</returns>
    public static async Task<bool> Rebuild(
        CairnDb db,
        Guid person,
        DateOnly through,
        CancellationToken cancel,
        DateOnly? from = null
    )
    {
        var stored = await db.Beliefs.FirstOrDefaultAsync(b => b.PersonId == person, cancel);
        var start = stored?.Through == from && MomentumStand.Load(stored?.Momentum) is not null ? stored : null;
        var records = await Records.Read(db, person, start?.Through.AddDays(1), cancel, through);
        var momentum = MomentumStand.At(records, through, StandOf(start));
        if (momentum is null)
        {
            return await Rebuild(db, person, through, cancel);
        }

        var isEmpty = start is null && !EngineFacts.Of(records, through).Any();
        var evening = start is null ? Belief.Of() : Belief.Load(start.State);
        var state = isEmpty ? [] : records.Live(evening, start?.Through, through).Save();
        var stones = (start?.Stones ?? 0) + records.Stones.Count(day => day <= through);
        var differs =
            stored?.Through != through
            || stored.Stones != stones
            || !IsAlmost(stored.State, state)
            || (stored.Momentum is not null && MomentumStand.Load(stored.Momentum)?.SaysTheSame(momentum) != true);
        if (stored is not null && isEmpty)
        {
            db.Beliefs.Remove(stored);
        }
        else if (stored is not null && (differs || stored.Momentum is null))
        {
            (stored.Through, stored.Stones, stored.State) = (through, stones, state);
            stored.Momentum = momentum.Save();
        }
        else if (stored is null && !isEmpty)
        {
            db.Beliefs.Add(
                new BeliefSnapshot
                {
                    PersonId = person,
                    Through = through,
                    Stones = stones,
                    State = state,
                    Momentum = momentum.Save(),
                }
            );
        }

        return stored is not null && differs;
    }

    /// <summary>The same belief but for the last digits.</summary>
    private static bool IsAlmost(byte[] stored, byte[] state)
    {
        try
        {
            return stored.AsSpan().SequenceEqual(state)
                || (stored.Length == state.Length && Belief.Load(stored).IsAlmost(Belief.Load(state)));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static (DateOnly Day, MomentumStand Stand)? StandOf(BeliefSnapshot? snapshot) =>
        snapshot is not null && MomentumStand.Load(snapshot.Momentum) is { } stand ? (snapshot.Through, stand) : null;
}
