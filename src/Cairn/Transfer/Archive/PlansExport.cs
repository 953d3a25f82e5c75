using Cairn.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Transfer.Archive;

internal static class PlansExport
{
    public static async Task<ArchivedPlans> Of(CairnDb db, Guid person, CancellationToken cancel)
    {
        var goals = await db
            .GoalVersions.AsNoTracking()
            .Where(v => v.PersonId == person)
            .OrderBy(v => v.GoalId)
            .ThenBy(v => v.Number)
            .ToListAsync(cancel);
        var outlines = await db
            .Outlines.AsNoTracking()
            .Where(o => o.PersonId == person)
            .OrderBy(o => o.Owner)
            .ThenBy(o => o.Kind)
            .ThenBy(o => o.Number)
            .ToListAsync(cancel);
        var routines = await db
            .Routines.AsNoTracking()
            .Where(r => r.PersonId == person)
            .OrderBy(r => r.RoutineId)
            .ThenBy(r => r.Number)
            .ToListAsync(cancel);
        var cheers = await db
            .Cheers.AsNoTracking()
            .Where(c => c.PersonId == person && c.Shown != null)
            .OrderBy(c => c.Id)
            .ToListAsync(cancel);
        return new ArchivedPlans(
            goals.ConvertAll(v => new ArchivedGoalVersion(
                v.GoalId,
                v.Number,
                v.From,
                v.Title,
                v.Why,
                v.Area,
                v.State,
                v.Written,
                v.Action
            )),
            outlines.ConvertAll(o => new ArchivedOutline(o.Owner, o.Kind, o.Number, o.Tasks, o.Written)),
            routines.ConvertAll(r => new ArchivedRoutine(
                r.RoutineId,
                r.Number,
                r.From,
                r.Name,
                r.Steps,
                r.Minutes,
                r.Archived,
                r.Written,
                r.Action
            )),
            cheers.Count == 0
                ? null
                : cheers.ConvertAll(c => new ArchivedCheer(c.Id, c.GoalId, c.Text, c.At, c.Shown!.Value))
        );
    }
}
