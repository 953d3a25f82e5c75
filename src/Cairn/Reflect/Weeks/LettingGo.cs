using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Reflect.Weeks;

/// <summary>Puts a step down, or takes it up again. Everything that was done stays.</summary>
public sealed class LettingGo(CairnDb db, WriteGate gate)
{
    /// <returns>False if this person has no such step.</returns>
    public Task<bool> Put(Me me, Guid step, bool down, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var latest = await db
                    .StepVersions.AsNoTracking()
                    .Where(version => version.PersonId == me.Id && version.StepId == step)
                    .OrderByDescending(version => version.Number)
                    .FirstOrDefaultAsync(cancel);
                if (latest is not null && latest.Archived != down)
                {
                    db.StepVersions.Add(
                        latest with
                        {
                            Number = latest.Number + 1,
                            From = me.Today,
                            Archived = down,
                            Written = me.Now,
                            Action = null,
                        }
                    );
                }

                return latest is not null;
            },
            cancel
        );
}
