using Cairn.Data;
using Cairn.People;
using Cairn.Splitting;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Goals.Breakdown;

/// <summary>Reads what a goal is broken into, and keeps what a person made of it.</summary>
public sealed class Outlining(CairnDb db, WriteGate gate)
{
    /// <returns>Null if this person has no such goal.</returns>
    public async Task<GoalTree?> Read(Me me, Guid goal, CancellationToken cancel)
    {
        if (
            await db.Goals.AsNoTracking().FirstOrDefaultAsync(g => g.PersonId == me.Id && g.Id == goal, cancel)
            is not { } known
        )
        {
            return null;
        }

        var life = await Life.Read(db, me.Id, me.Today, cancel);
        var latest = await Latest(me.Id, goal, cancel);
        var steps = (await NextTask.StepsOf(db, me.Id, goal, cancel)).ToDictionary(step => step.Id);
        var sitting = Math.Max(Splitter.LeastSitting, Sitting.Of(life, known.Area, me.Person.Dial));
        return new GoalTree(known, latest?.Number ?? 0, [.. (latest?.Tasks ?? []).Select(Row)], sitting, steps);

        // What was made smaller on Today is smaller here.
        TreeRow Row(OutlineTask task) =>
            steps.TryGetValue(task.Id, out var step)
                ? new(task.Id, task.Depth, step.Latest.Name, Minute.Write((int)step.Latest.Stated))
                {
                    IsDone = step.IsDone,
                }
                : new(task.Id, task.Depth, task.Text, Minute.Write(task.Minutes));
    }

    /// <summary>Keeps the rows, unless somebody has kept others since they were read.</summary>
    /// <returns>What became of it, and after <see cref="Kept.Changed"/> both together.</returns>
    public Task<(Kept Kept, List<TreeRow> Rows, int Number)> Save(
        Me me,
        Guid goal,
        IReadOnlyList<TreeRow> rows,
        int number,
        CancellationToken cancel
    ) =>
        gate.Write<(Kept, List<TreeRow>, int)>(
            db,
            me.Id,
            async () =>
            {
                if (!await db.Goals.AnyAsync(g => g.PersonId == me.Id && g.Id == goal, cancel))
                {
                    return (Kept.NotHere, [], 0);
                }

                var latest = await Latest(me.Id, goal, cancel);
                var tasks = await OwnIds(me, goal, rows, cancel);
                if (latest is not null && latest.Tasks.SequenceEqual(tasks))
                {
                    return (Kept.Saved, [.. rows], latest.Number); // the same, sent twice
                }

                if ((latest?.Number ?? 0) != number)
                {
                    var before = await db
                        .Outlines.AsNoTracking()
                        .Where(o => o.PersonId == me.Id && o.Owner == goal && o.Kind == OutlineKind.Tasks)
                        .FirstOrDefaultAsync(o => o.Number == number, cancel);
                    return (
                        Kept.Changed,
                        TreeMerge.Of(before?.Tasks ?? [], rows, latest?.Tasks ?? []),
                        latest?.Number ?? 0
                    );
                }

                db.Outlines.Add(
                    new Outline
                    {
                        PersonId = me.Id,
                        Owner = goal,
                        Kind = OutlineKind.Tasks,
                        Number = number + 1,
                        Packed = Outline.Pack(tasks),
                        Written = me.Now,
                    }
                );
                await db.SaveChangesAsync(cancel);
                var here = tasks.Select(task => task.Id).ToHashSet();
                var removed = (latest?.Tasks ?? []).Select(task => task.Id).Where(id => !here.Contains(id)).ToList();
                await NextTask.Settle(db, me.Id, goal, me.Today, me.Now, BreakdownWords.Min, removed, cancel);
                return (Kept.Saved, [.. rows], number + 1);
            },
            cancel
        );

    private Task<Outline?> Latest(Guid person, Guid goal, CancellationToken cancel) =>
        db
            .Outlines.AsNoTracking()
            .Where(o => o.PersonId == person && o.Owner == goal && o.Kind == OutlineKind.Tasks)
            .OrderByDescending(o => o.Number)
            .FirstOrDefaultAsync(cancel);

    /// <summary>An id that already means something else here, or comes twice, is replaced: a page may send anything.</summary>
    private async Task<List<OutlineTask>> OwnIds(
        Me me,
        Guid goal,
        IReadOnlyList<TreeRow> rows,
        CancellationToken cancel
    )
    {
        var others = await db
            .Steps.Where(step => step.PersonId == me.Id && (step.GoalId != goal || step.Kind != StepKind.Task))
            .Select(step => step.Id)
            .ToListAsync(cancel);
        var taken = others.Append(Guid.Empty).ToHashSet();
        return
        [
            .. rows.Select(row => new OutlineTask(
                taken.Add(row.Id) ? row.Id : Guid.CreateVersion7(me.Now),
                row.Depth,
                row.Text,
                row.Size ?? 0
            )),
        ];
    }
}

/// <summary>A goal and what it is broken into.</summary>
/// <param name="Number">The state of the tree; 0 when there is none.</param>
/// <param name="Sitting">What this person begins and ends in one go, in minutes.</param>
/// <param name="Begun">Its tasks that were begun, by id: also those that stand in no tree.</param>
public sealed record GoalTree(
    Goal Goal,
    int Number,
    IReadOnlyList<TreeRow> Rows,
    int Sitting,
    IReadOnlyDictionary<Guid, BegunTask> Begun
);
