using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Insights;

/// <summary>"Ignore this", and the way back. Said twice it is said once.</summary>
public sealed class Choices(CairnDb db, WriteGate gate)
{
    /// <returns>False if this person has no such step.</returns>
    public Task<bool> Ignore(Me me, Guid id, Guid step, CancellationToken cancel) =>
        Put(
            me,
            step,
            known =>
            {
                if (known is null)
                {
                    db.DayWords.Add(
                        new Ignored
                        {
                            PersonId = me.Id,
                            Id = id,
                            Day = me.Today,
                            Zone = me.Person.Zone,
                            At = me.Now,
                            StepId = step,
                            Question = Asked.Mood,
                        }
                    );
                }
            },
            id,
            cancel
        );

    /// <returns>False if this person has no such step.</returns>
    public Task<bool> ShowAgain(Me me, Guid id, Guid step, CancellationToken cancel) =>
        Put(
            me,
            step,
            known =>
            {
                if (known is not null)
                {
                    known.SupersededBy = id;
                    db.DayWords.Add(
                        new TakenBack
                        {
                            PersonId = me.Id,
                            Id = id,
                            Day = known.Day,
                            Zone = known.Zone,
                            At = me.Now,
                            StepId = step,
                        }
                    );
                }
            },
            id,
            cancel
        );

    private Task<bool> Put(Me me, Guid step, Action<Ignored?> change, Guid id, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                if (!await db.Steps.AnyAsync(s => s.PersonId == me.Id && s.Id == step, cancel))
                {
                    return false;
                }

                if (!await db.DayWords.AnyAsync(word => word.PersonId == me.Id && word.Id == id, cancel))
                {
                    change(
                        await db
                            .DayWords.OfType<Ignored>()
                            .FirstOrDefaultAsync(
                                word => word.PersonId == me.Id && word.StepId == step && word.SupersededBy == null,
                                cancel
                            )
                    );
                }

                return true;
            },
            cancel
        );
}
