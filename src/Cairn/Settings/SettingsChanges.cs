using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Settings;

/// <summary>Keeps how a person wants Cairn to be.</summary>
public sealed class SettingsChanges(CairnDb db, WriteGate gate)
{
    /// <param name="me">Whose.</param>
    /// <param name="next">What is to be from now on.</param>
    /// <param name="isStill">Whether what is kept now is what was seen; else nothing is written.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public Task<Kept> Save(Me me, Preferences next, Func<Preferences, bool> isStill, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var now = Preferences.Of(
                    await db.People.AsNoTracking().SingleAsync(person => person.Id == me.Id, cancel)
                );
                if (now == next)
                {
                    return Kept.Saved;
                }

                if (!isStill(now))
                {
                    return Kept.Changed;
                }

                await db
                    .People.Where(person => person.Id == me.Id)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(person => person.Zone, next.Zone)
                                .SetProperty(person => person.DayStart, next.DayStart)
                                .SetProperty(person => person.Language, next.Language)
                                .SetProperty(person => person.Dial, next.Dial)
                                .SetProperty(person => person.OpenSteps, next.OpenSteps)
                                .SetProperty(person => person.Evening, next.Evening)
                                .SetProperty(person => person.Celebration, next.Celebration),
                        cancel
                    );
                return Kept.Saved;
            },
            cancel
        );
}
