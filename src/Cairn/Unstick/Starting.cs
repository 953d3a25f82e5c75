using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Cairn.Splitting;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Unstick;

/// <summary>Two minutes of a goal become a task like any other, begun at once.</summary>
public sealed class Starting(CairnDb db, WriteGate gate)
{
    /// <returns>
    /// Not here if this person has no such goal, or the id means something else; changed if the goal is done or was let go:
    /// what was put down stays down.
    /// </returns>
    public Task<Kept> Start(Me me, Guid goal, Guid id, string what, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                if (await db.Steps.FirstOrDefaultAsync(s => s.PersonId == me.Id && s.Id == id, cancel) is { } known)
                {
                    var isSame = known.GoalId == goal && known.Kind == StepKind.Task; // the same tap, sent twice
                    return isSame ? Kept.Saved : Kept.NotHere;
                }

                if (await db.Goals.FirstOrDefaultAsync(g => g.PersonId == me.Id && g.Id == goal, cancel) is not { } of)
                {
                    return Kept.NotHere;
                }

                if (of.State != GoalState.Open)
                {
                    return Kept.Changed;
                }

                db.DayWords.Add(
                    new OfferAnswered
                    {
                        PersonId = me.Id,
                        Id = Guid.CreateVersion7(me.Now),
                        Day = me.Today,
                        Zone = me.Person.Zone,
                        At = me.Now,
                    }
                );
                await db.BeginStep(
                    goal,
                    StepKind.Task,
                    new StepVersion
                    {
                        PersonId = me.Id,
                        StepId = id,
                        Number = 1,
                        From = me.Today,
                        Name = what,
                        Unit = UnstickWords.Min,
                        Scale = Scale.Minutes,
                        Stated = Splitter.LeastSitting,
                        Written = me.Now,
                    },
                    cancel
                );
                return Kept.Saved;
            },
            cancel
        );

    /// <returns>Null for what is not a task of this person.</returns>
    public async Task<NowView?> Read(Me me, Guid id, CancellationToken cancel)
    {
        var step = await db
            .Steps.AsNoTracking()
            .FirstOrDefaultAsync(s => s.PersonId == me.Id && s.Id == id && s.Kind == StepKind.Task, cancel);
        if (step is null)
        {
            return null;
        }

        var version = await db
            .StepVersions.AsNoTracking()
            .Where(v => v.PersonId == me.Id && v.StepId == id)
            .OrderByDescending(v => v.Number)
            .FirstAsync(cancel);
        var area = await db
            .Goals.Where(goal => goal.PersonId == me.Id && goal.Id == step.GoalId)
            .Select(goal => goal.Area)
            .SingleAsync(cancel);
        var done = await db
            .Entries.AsNoTracking()
            .Where(entry => entry.PersonId == me.Id && entry.StepId == id && entry.SupersededBy == null)
            .Where(entry => entry.Kind != StepKind.Moment && entry.Outcome == Outcome.Won)
            .OrderByDescending(entry => entry.Day)
            .FirstOrDefaultAsync(cancel);
        return new NowView(step, version, area, done, me.Today, me.Now);
    }
}

/// <summary>The two minutes that are going on, or are done.</summary>
public sealed record NowView(
    Step Step,
    StepVersion Version,
    string Area,
    Entry? Done,
    DateOnly Today,
    DateTimeOffset Now
)
{
    /// <summary>A page that is opened again hours later has nothing to count.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    public DateTimeOffset Ends => Step.Created.AddMinutes(Version.Stated);
    public bool IsGoingOn => Done is null && Now - Step.Created < Fresh;
    public string Path => $"/now/{Step.Id}";
}
