using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Ladders;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Steps.Easier;

/// <summary>
/// What stands in the way of a step, and what would bring it near: two lists of tiny tasks. Each may be put on Today, where
/// it is a win like any other.
/// </summary>
public sealed class EasierLists(CairnDb db, WriteGate gate)
{
    public const int MostItems = 50;

    /// <summary>Tiny: what takes longer is a task of its own.</summary>
    private const int Minutes = 2;

    /// <returns>Null if this person has no such step; else the items with what became of them.</returns>
    public async Task<IReadOnlyList<EasierItem>> Read(Me me, Step step, CancellationToken cancel)
    {
        var lists = await db
            .Outlines.AsNoTracking()
            .Where(list => list.PersonId == me.Id && list.Owner == step.Id)
            .ToListAsync(cancel);
        var begun = (await NextTask.StepsOf(db, me.Id, step.GoalId, cancel)).ToDictionary(task => task.Id);
        return
        [
            .. lists
                .GroupBy(list => list.Kind)
                .Select(kind => kind.MaxBy(list => list.Number)!)
                .SelectMany(list => list.Tasks.Select(task => new EasierItem(list.Kind, task, StateOf(task.Id)))),
        ];

        ItemState StateOf(Guid id) =>
            begun.GetValueOrDefault(id) switch
            {
                { IsDone: true } => ItemState.Done,
                { Latest.Archived: false } => ItemState.OnToday,
                _ => ItemState.Thought,
            };
    }

    /// <returns>False where the list is as long as it gets.</returns>
    public Task<bool> Add(Me me, Guid step, OutlineKind kind, Guid item, string text, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var latest = await Latest(me, step, kind, cancel);
                var tasks = latest?.Tasks ?? [];
                if (tasks.Any(task => task.Id == item))
                {
                    return true;
                }

                if (tasks.Count >= MostItems)
                {
                    return false;
                }

                Write(me, step, kind, latest, [.. tasks, new OutlineTask(item, 0, text, Minutes)]);
                return true;
            },
            cancel
        );

    /// <summary>It leaves the list, and Today; a stone that was laid for it stays.</summary>
    public Task<bool> Remove(Me me, Guid step, OutlineKind kind, Guid item, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var latest = await Latest(me, step, kind, cancel);
                if (latest?.Tasks.FirstOrDefault(task => task.Id == item) is not { } removed)
                {
                    return true;
                }

                Write(me, step, kind, latest, [.. latest.Tasks.Where(task => task != removed)]);
                if (await LatestVersion(me, item, cancel) is { Archived: false } version)
                {
                    db.StepVersions.Add(After(version, me) with { Archived = true });
                }

                return true;
            },
            cancel
        );

    /// <returns>Not here if it is not on the list; changed if the goal is done or was let go: nothing of it stands on Today.</returns>
    public Task<Kept> Begin(Me me, Step step, OutlineKind kind, Guid item, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var list = await Latest(me, step.Id, kind, cancel);
                if (list?.Tasks.FirstOrDefault(task => task.Id == item) is not { } task)
                {
                    return Kept.NotHere;
                }

                if (
                    !await db.Goals.AnyAsync(
                        g => g.PersonId == me.Id && g.Id == step.GoalId && g.State == GoalState.Open,
                        cancel
                    )
                )
                {
                    return Kept.Changed;
                }

                var known = await LatestVersion(me, item, cancel);
                if (known is null)
                {
                    await db.BeginStep(
                        step.GoalId,
                        StepKind.Task,
                        new StepVersion
                        {
                            PersonId = me.Id,
                            StepId = item,
                            Number = 1,
                            From = me.Today,
                            Name = task.Text,
                            Unit = LaddersWords.Minutes,
                            Scale = Scale.Minutes,
                            Stated = task.Minutes,
                            Written = me.Now,
                        },
                        cancel
                    );
                }
                else if (known.Archived)
                {
                    db.StepVersions.Add(After(known, me) with { Archived = false });
                }

                return Kept.Saved;
            },
            cancel
        );

    private Task<Outline?> Latest(Me me, Guid step, OutlineKind kind, CancellationToken cancel) =>
        db
            .Outlines.AsNoTracking()
            .Where(list => list.PersonId == me.Id && list.Owner == step && list.Kind == kind)
            .OrderByDescending(list => list.Number)
            .FirstOrDefaultAsync(cancel);

    private Task<StepVersion?> LatestVersion(Me me, Guid step, CancellationToken cancel) =>
        db
            .StepVersions.AsNoTracking()
            .Where(version => version.PersonId == me.Id && version.StepId == step)
            .OrderByDescending(version => version.Number)
            .FirstOrDefaultAsync(cancel);

    private void Write(Me me, Guid step, OutlineKind kind, Outline? latest, IReadOnlyCollection<OutlineTask> tasks) =>
        db.Outlines.Add(
            new Outline
            {
                PersonId = me.Id,
                Owner = step,
                Kind = kind,
                Number = (latest?.Number ?? 0) + 1,
                Packed = Outline.Pack(tasks),
                Written = me.Now,
            }
        );

    private static StepVersion After(StepVersion latest, Me me) =>
        latest with
        {
            Number = latest.Number + 1,
            From = me.Today,
            Written = me.Now,
            Action = null,
        };
}

public sealed record EasierItem(OutlineKind Kind, OutlineTask Task, ItemState State);

public enum ItemState
{
    /// <summary>On the list only.</summary>
    Thought,
    OnToday,
    Done,
}
