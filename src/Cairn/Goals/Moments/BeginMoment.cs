using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Goals.Moments;

/// <summary>Begins a step that has no size and no day: each time it happens is a win.</summary>
public sealed class BeginMoment(CairnDb db, WriteGate gate)
{
    /// <returns>Changed where the goal is not open any more.</returns>
    public Task<Kept> Write(Me me, Guid goal, Guid id, string name, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                if (await db.Goals.FirstOrDefaultAsync(g => g.PersonId == me.Id && g.Id == goal, cancel) is not { } of)
                {
                    return Kept.NotHere;
                }

                if (of.State != GoalState.Open)
                {
                    return Kept.Changed;
                }

                if (await db.Steps.AnyAsync(step => step.PersonId == me.Id && step.Id == id, cancel))
                {
                    return Kept.Saved;
                }

                await db.BeginStep(
                    goal,
                    StepKind.Moment,
                    new StepVersion
                    {
                        PersonId = me.Id,
                        StepId = id,
                        Number = 1,
                        From = me.Today,
                        Name = name,
                        Unit = GoalsWords.MomentUnit,
                        Scale = Scale.Whole,
                        Stated = 1,
                        Written = me.Now,
                    },
                    cancel
                );
                return Kept.Saved;
            },
            cancel
        );
}
