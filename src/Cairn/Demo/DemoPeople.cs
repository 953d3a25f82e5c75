using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Demo;

/// <summary>Writes simulated people into a store, one transaction each.</summary>
public sealed class DemoPeople(CairnDb db, WriteGate gate, TimeProvider clock)
{
    /// <summary>
    /// The first of them is the private Cairn's owner if the store holds nothing yet; nobody ever takes the place of
    /// an owner who is there.
    /// </summary>
    /// <param name="people">How many.</param>
    /// <param name="years">How long each has lived with Cairn.</param>
    /// <param name="seed">The same seed, the same lives.</param>
    /// <param name="until">The last day; null for each person's today.</param>
    /// <param name="progress">Told after each person how many are done.</param>
    /// <param name="cancel">Stops between two people.</param>
    public async Task<DemoReport> Write(
        int people,
        int years,
        int seed,
        DateOnly? until,
        Action<int> progress,
        CancellationToken cancel
    )
    {
        var report = new DemoReport(0, 0, 0, 0, 0, 0);
        for (var place = 0; place < people; place++)
        {
            var owner = await db.People.AsNoTracking().OrderBy(p => p.Created).FirstOrDefaultAsync(cancel);
            var isEmpty = place == 0 && owner is not null && !await db.Goals.AnyAsync(cancel);
            var now = clock.GetUtcNow();
            var life = DemoLife.Live(new DemoDice(seed, place), place, isEmpty ? owner!.Id : null, years, until, now);
            await gate.Write(db, life.Person.Id, () => Write(life, owner, isEmpty, cancel), cancel);
            db.ChangeTracker.Clear();
            report = report.And(life);
            progress(place + 1);
        }

        return report;
    }

    /// <summary>True if these very lives were written before.</summary>
    public async Task<bool> AreHere(int years, int seed, DateOnly? until, CancellationToken cancel)
    {
        var goal = DemoLife.Live(new DemoDice(seed, 0), 0, null, years, until, clock.GetUtcNow()).Goals[0].Id;
        return await db.Goals.AnyAsync(known => known.Id == goal, cancel);
    }

    private async Task<bool> Write(DemoLife life, Person? owner, bool isOwner, CancellationToken cancel)
    {
        if (isOwner)
        {
            await db
                .People.Where(person => person.Id == life.Person.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.Zone, life.Person.Zone), cancel);
        }
        else
        {
            db.People.Add(After(owner, life.Person));
        }

        db.Goals.AddRange(life.Goals);
        db.Steps.AddRange(life.Steps);
        db.StepVersions.AddRange(life.Versions);
        db.Confidences.AddRange(life.Confidences);
        await db.SaveChangesAsync(cancel);
        await ManyRows.Add(db, life.Entries, cancel);
        await ManyRows.Add(db, life.Words, cancel);
        var today = life.Person.DayOf(clock.GetUtcNow());
        await Snapshots.Rebuild(db, life.Person.Id, today.AddDays(-Life.RecentDays - 1), cancel);
        return true;
    }

    /// <summary>The owner is the person who was there first.</summary>
    private static Person After(Person? owner, Person person) =>
        owner is null || owner.Created < person.Created
            ? person
            : new Person
            {
                Id = person.Id,
                Zone = person.Zone,
                Created = owner.Created.AddSeconds(1),
            };
}
