using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Today;

/// <summary>Why a step has the size it has: its bars with their chances, and the days that moved it most.</summary>
public sealed record WhyView(StepVersion Step, Bars Bars, IReadOnlyList<MovingDay> Days)
{
    private const int MostDays = 3;

    /// <returns>Null if this person has no such step.</returns>
    public static async Task<WhyView?> Read(CairnDb db, Me me, Guid id, CancellationToken cancel)
    {
        var life = await Life.Read(db, me.Id, me.Today, cancel);
        if (life.Steps.FirstOrDefault(step => step.Id == id) is not { } step)
        {
            return null;
        }

        var versions = await db.StepVersions.AsNoTracking().Where(v => v.PersonId == me.Id).ToListAsync(cancel);
        var rulers = await db.Confidences.AsNoTracking().Where(c => c.PersonId == me.Id).ToListAsync(cancel);
        var entries = await db
            .Entries.AsNoTracking()
            .Where(e => e.PersonId == me.Id && e.SupersededBy == null && e.Day < me.Today)
            .ToListAsync(cancel);
        var facts = EngineFacts.Of(versions, rulers, entries).Where(fact => fact.Day < me.Today);
        var days = Why.Of(facts, id, MostDays)
            .Select(moved => new MovingDay(
                moved.Day,
                entries.Find(entry => entry.StepId == id && entry.Day == moved.Day),
                moved.Factor
            ));
        return new WhyView(step.Version, life.BarsOf(step, me.Person.Dial), [.. days]);
    }
}

/// <param name="Entry">What was said about the step that day; null if the day moved it by what was said of others.</param>
/// <param name="Factor">By how much the believed capacity moved: 1.10 is a tenth more.</param>
public sealed record MovingDay(DateOnly Day, Entry? Entry, double Factor);
