using Cairn.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Transfer.Archive;

/// <summary>
/// Plans are series of numbered texts. Where the one here is the beginning of the one there, it goes on; where both went
/// on, what is here stays. A goal that is here already keeps what is said of it here.
/// </summary>
internal sealed class PlansMerge(
    Guid person,
    ArchivedPlans plans,
    IReadOnlyDictionary<Guid, Guid> goals,
    IReadOnlyDictionary<Guid, Guid> steps,
    Additions additions
)
{
    public async Task Run(CairnDb db, CancellationToken cancel)
    {
        var added = additions.Goals.Select(goal => goal.Id).ToHashSet();
        additions.GoalVersions.AddRange(plans.GoalVersions.Select(GoalVersion).Where(v => added.Contains(v.GoalId)));
        var outlines = await db.Outlines.AsNoTracking().Where(o => o.PersonId == person).ToListAsync(cancel);
        additions.Outlines.AddRange(
            GoOn(
                outlines,
                plans.Outlines.Select(Outline),
                outline => (outline.Owner, outline.Kind),
                outline => outline.Number,
                (a, b) => a.Tasks.SequenceEqual(b.Tasks),
                outline => $"list {outline.Owner}"
            )
        );
        var routines = await db.Routines.AsNoTracking().Where(r => r.PersonId == person).ToListAsync(cancel);
        additions.Routines.AddRange(
            GoOn(
                routines,
                plans.Routines.Select(Routine),
                routine => routine.RoutineId,
                routine => routine.Number,
                (a, b) => a with { Written = b.Written } == b,
                routine => $"routine {routine.RoutineId}"
            )
        );
        await Cheers(db, cancel);
    }

    private async Task Cheers(CairnDb db, CancellationToken cancel)
    {
        var here = await db.Cheers.Where(c => c.PersonId == person).Select(c => c.Id).ToHashSetAsync(cancel);
        additions.Cheers.AddRange(
            (plans.Cheers ?? [])
                .Where(cheer => !here.Contains(cheer.Id))
                .Select(cheer => new Cheer
                {
                    PersonId = person,
                    Id = cheer.Id,
                    GoalId = goals[cheer.Goal],
                    FromId = null,
                    Text = cheer.Text,
                    At = cheer.At,
                    Shown = cheer.Shown,
                })
        );
    }

    private IEnumerable<T> GoOn<T, TKey>(
        IEnumerable<T> all,
        IEnumerable<T> archived,
        Func<T, TKey> keyOf,
        Func<T, int> numberOf,
        Func<T, T, bool> same,
        Func<T, string> nameOf
    )
    {
        var known = all.ToLookup(keyOf);
        foreach (var series in archived.GroupBy(keyOf))
        {
            var here = known[series.Key].ToDictionary(numberOf);
            if (series.Any(one => here.TryGetValue(numberOf(one), out var other) && !same(other, one)))
            {
                additions.Skipped.Add(new(nameOf(series.First()), "it was changed here too; that was kept"));
                continue;
            }

            foreach (var one in series.Where(one => !here.ContainsKey(numberOf(one))))
            {
                yield return one;
            }
        }
    }

    private GoalVersion GoalVersion(ArchivedGoalVersion version) =>
        new()
        {
            PersonId = person,
            GoalId = goals[version.Goal],
            Number = version.Number,
            From = version.From,
            Title = version.Title,
            Why = version.Why,
            Area = version.Area,
            State = version.State,
            Written = version.Written,
            Action = version.Action,
        };

    private Outline Outline(ArchivedOutline outline) =>
        new()
        {
            PersonId = person,
            Owner = goals.TryGetValue(outline.Owner, out var goal) ? goal : steps[outline.Owner],
            Kind = outline.Kind,
            Number = outline.Number,
            Packed = Data.Outline.Pack([.. outline.Tasks.Select(task => task with { Id = StepOf(task.Id) })]),
            Written = outline.Written,
        };

    private RoutineVersion Routine(ArchivedRoutine routine) =>
        new()
        {
            PersonId = person,
            RoutineId = routine.Id,
            Number = routine.Number,
            From = routine.From,
            Name = routine.Name,
            StepIds = RoutineVersion.Join(routine.Steps.Select(StepOf)),
            Minutes = routine.Minutes,
            Archived = routine.Archived,
            Written = routine.Written,
            Action = routine.Action,
        };

    private Guid StepOf(Guid id) => steps.TryGetValue(id, out var known) ? known : id;
}
