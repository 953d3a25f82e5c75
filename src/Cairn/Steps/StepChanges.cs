using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Steps;

/// <summary>Writes the next version of a step, unless there is one that the person has not seen.</summary>
public sealed class StepChanges(CairnDb db, WriteGate gate)
{
    /// <param name="me">Whose step.</param>
    /// <param name="seen">The version that was on the page.</param>
    /// <param name="next">What it is to say, from today on.</param>
    /// <param name="action">The change, as the page named it: sent twice, it is one.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public Task<Kept> Save(Me me, StepVersion seen, StepVersion next, Guid action, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var versions = await db
                    .StepVersions.AsNoTracking()
                    .Where(version => version.PersonId == me.Id && version.StepId == seen.StepId)
                    .Select(version => new { version.Number, version.Action })
                    .ToListAsync(cancel);
                if (versions.Exists(version => version.Action == action) || next == seen)
                {
                    return Kept.Saved;
                }

                if (versions.Max(version => version.Number) != seen.Number)
                {
                    return Kept.Changed;
                }

                db.StepVersions.Add(
                    next with
                    {
                        Number = seen.Number + 1,
                        From = seen.From > me.Today ? seen.From : me.Today,
                        Written = me.Now,
                        Action = action,
                    }
                );
                return Kept.Saved;
            },
            cancel
        );
}
