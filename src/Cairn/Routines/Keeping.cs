using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Routines;

/// <summary>Reads routines, and writes a new version of one.</summary>
public sealed class Keeping(CairnDb db, WriteGate gate)
{
    /// <summary>The latest version of each that was not put away, in the order in which they were made.</summary>
    public async Task<List<RoutineVersion>> All(Me me, CancellationToken cancel) =>
        [
            .. (await db.Routines.AsNoTracking().Where(r => r.PersonId == me.Id).ToListAsync(cancel))
                .GroupBy(version => version.RoutineId)
                .OrderBy(versions => versions.Min(version => version.Written))
                .Select(versions => versions.MaxBy(version => version.Number)!)
                .Where(version => !version.Archived),
        ];

    /// <summary>Null when this person has no such routine, or has put it away.</summary>
    public async Task<RoutineVersion?> One(Me me, Guid id, CancellationToken cancel) =>
        await Latest(me, id, cancel) is { Archived: false } version ? version : null;

    /// <returns>What became of it, and the version that counts.</returns>
    public Task<(Kept Kept, RoutineVersion? Now)> Save(
        Me me,
        RoutineForm form,
        IReadOnlyList<Guid> steps,
        CancellationToken cancel
    ) =>
        gate.Write<(Kept, RoutineVersion?)>(
            db,
            me.Id,
            async () =>
            {
                var latest = await Latest(me, form.Id, cancel);
                var next = new RoutineVersion
                {
                    PersonId = me.Id,
                    RoutineId = form.Id,
                    Number = form.Number + 1,
                    From = me.Today,
                    Name = form.Name,
                    StepIds = RoutineVersion.Join(steps),
                    Minutes = form.Size,
                    Written = me.Now,
                };
                if (latest is not null && SaysTheSame(latest, next))
                {
                    return (Kept.Saved, latest); // the same, sent twice
                }

                if ((latest?.Number ?? 0) != form.Number)
                {
                    return latest is null ? (Kept.NotHere, null) : (Kept.Changed, latest);
                }

                db.Routines.Add(next);
                return (Kept.Saved, next);
            },
            cancel
        );

    /// <returns>False when this person has no such routine.</returns>
    public Task<bool> PutAway(Me me, Guid id, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var latest = await Latest(me, id, cancel);
                if (latest is { Archived: false })
                {
                    db.Routines.Add(
                        latest with
                        {
                            Number = latest.Number + 1,
                            From = me.Today,
                            Written = me.Now,
                            Archived = true,
                        }
                    );
                }

                return latest is not null;
            },
            cancel
        );

    private Task<RoutineVersion?> Latest(Me me, Guid id, CancellationToken cancel) =>
        db
            .Routines.AsNoTracking()
            .Where(version => version.PersonId == me.Id && version.RoutineId == id)
            .OrderByDescending(version => version.Number)
            .FirstOrDefaultAsync(cancel);

    private static bool SaysTheSame(RoutineVersion a, RoutineVersion b) =>
        (a.Name, a.StepIds, a.Minutes, a.Archived) == (b.Name, b.StepIds, b.Minutes, b.Archived);
}
