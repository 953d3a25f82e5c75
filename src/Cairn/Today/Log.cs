using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Today;

/// <summary>
/// Writes what a tap says. Saying the same twice is saying it once, by id and by meaning; a tap on another bar
/// replaces the one before.
/// </summary>
public sealed class Log(CairnDb db, WriteGate gate)
{
    /// <returns>The entry that counts now; null if this person has no such step.</returns>
    public async Task<Guid?> Win(Me me, WinAction action, CancellationToken cancel)
    {
        var life = await Life.Read(db, me.Id, me.Today, cancel);
        if (life.Steps.FirstOrDefault(step => step.Id == action.Step) is not { } step)
        {
            return null;
        }

        var bars = life.BarsOf(step, me.Person.Dial);
        return await gate.Write<Guid?>(
            db,
            me.Id,
            async () =>
            {
                if (await Known(me.Id, action.Id, cancel))
                {
                    return action.Id;
                }

                var counting = await Counting(me.Id, step.Id, me.Today, cancel);
                if (counting is { IsWin: true } && counting.Tier == action.Tier && counting.Amount == action.Amount)
                {
                    return counting.Id;
                }

                var entry = new Entry
                {
                    PersonId = me.Id,
                    Id = action.Id,
                    StepId = step.Id,
                    Day = me.Today,
                    Zone = me.Person.Zone,
                    At = me.Now,
                    Outcome = Outcome.Won,
                    Tier = action.Tier,
                    Amount = action.Amount,
                    Bars = counting is { Bars.TargetChance: > 0 } ? counting.Bars : bars,
                };
                await Put(entry, counting, life, cancel);
                return entry.Id;
            },
            cancel
        );
    }

    /// <returns>False if this person has no such entry.</returns>
    public async Task<bool> TakeBack(Me me, TakeBackAction action, CancellationToken cancel)
    {
        var life = await Life.Read(db, me.Id, me.Today, cancel);
        return await gate.Write(
            db,
            me.Id,
            async () =>
            {
                var taken = await db
                    .Entries.AsNoTracking()
                    .FirstOrDefaultAsync(entry => entry.PersonId == me.Id && entry.Id == action.Entry, cancel);
                if (taken is { SupersededBy: null } && taken.Outcome != Outcome.TakenBack)
                {
                    var nothing = new Entry
                    {
                        PersonId = me.Id,
                        Id = action.Id,
                        StepId = taken.StepId,
                        Day = taken.Day,
                        Zone = taken.Zone,
                        At = me.Now,
                        Outcome = Outcome.TakenBack,
                        Bars = taken.Bars,
                    };
                    await Put(nothing, taken, life, cancel);
                }

                return taken is not null;
            },
            cancel
        );
    }

    private async Task Put(Entry entry, Entry? before, Life life, CancellationToken cancel)
    {
        if (before is not null)
        {
            await db
                .Entries.Where(e => e.PersonId == before.PersonId && e.Id == before.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.SupersededBy, entry.Id), cancel);
        }

        db.Entries.Add(entry);
        await Snapshots.Keep(db, entry.PersonId, life, entry.Day, cancel);
    }

    private Task<bool> Known(Guid person, Guid id, CancellationToken cancel) =>
        db.Entries.AnyAsync(entry => entry.PersonId == person && entry.Id == id, cancel);

    private Task<Entry?> Counting(Guid person, Guid step, DateOnly day, CancellationToken cancel) =>
        db
            .Entries.AsNoTracking()
            .FirstOrDefaultAsync(
                entry =>
                    entry.PersonId == person && entry.StepId == step && entry.Day == day && entry.SupersededBy == null,
                cancel
            );
}

/// <summary>"I did this much of that step today", under an id that the client made.</summary>
/// <param name="Amount">An exact amount; without one the tier says it all.</param>
public sealed record WinAction(Guid Id, Guid Step, Tier Tier, double? Amount = null);

/// <summary>"Not that entry after all", under an id that the client made.</summary>
public sealed record TakeBackAction(Guid Id, Guid Entry);
