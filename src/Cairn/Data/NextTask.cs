using Cairn.Engine.Capacity;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

/// <summary>
/// Of everything that a goal is broken into one task stands on Today: the first that is not done. It becomes a
/// <see cref="Step"/> when its turn comes, so that five hundred tasks weigh on Today like one.
/// </summary>
public static class NextTask
{
    /// <summary>The tasks of an outline that are done or to be done; what has deeper ones below it is only their name.</summary>
    public static IEnumerable<OutlineTask> LeavesOf(IReadOnlyList<OutlineTask> tasks) =>
        tasks.Where((task, i) => i == tasks.Count - 1 || tasks[i + 1].Depth <= task.Depth);

    /// <summary>
    /// To be called inside a write, after what it depends on was saved. Of a goal that is done or was let go nothing
    /// stands on Today; its next task waits, under the words that it has now, until the goal is taken up again.
    /// </summary>
    /// <param name="db">The store.</param>
    /// <param name="person">Whose.</param>
    /// <param name="goal">The goal that is broken down.</param>
    /// <param name="today">The day from which the next task stands there.</param>
    /// <param name="now">The instant of writing.</param>
    /// <param name="unit">"min", as the person reads it.</param>
    /// <param name="removed">Tasks that were in the outline and are not any more.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task Settle(
        CairnDb db,
        Guid person,
        Guid goal,
        DateOnly today,
        DateTimeOffset now,
        string unit,
        IReadOnlyCollection<Guid> removed,
        CancellationToken cancel
    )
    {
        var outline = await db
            .Outlines.AsNoTracking()
            .Where(o => o.PersonId == person && o.Owner == goal && o.Kind == OutlineKind.Tasks)
            .OrderByDescending(o => o.Number)
            .FirstOrDefaultAsync(cancel);
        if (outline is null)
        {
            return;
        }

        var tasks = outline.Tasks;
        var mine = tasks.Select(task => task.Id).Concat(removed).ToHashSet();
        var steps = (await StepsOf(db, person, goal, cancel)).Where(step => mine.Contains(step.Id)).ToList();
        var done = steps.Where(step => step.IsDone).Select(step => step.Id).ToHashSet();
        var next = LeavesOf(tasks).FirstOrDefault(task => !done.Contains(task.Id));
        var isOpen = await db.Goals.AnyAsync(
            g => g.PersonId == person && g.Id == goal && g.State == GoalState.Open,
            cancel
        );
        db.StepVersions.AddRange(
            steps
                .Where(step => !step.IsDone && step.Id != next?.Id)
                .Where(step => !step.Latest.Archived || (!isOpen && step.Latest.Action is not null)) // else it came back
                .Select(step => After(step.Latest) with { Archived = true })
        );
        if (next is null)
        {
            return;
        }

        if (steps.Find(step => step.Id == next.Id) is not { } known)
        {
            if (!isOpen)
            {
                return;
            }

            await db.BeginStep(
                goal,
                StepKind.Task,
                new StepVersion
                {
                    PersonId = person,
                    StepId = next.Id,
                    Number = 1,
                    From = today,
                    Name = next.Text,
                    Unit = unit,
                    Scale = Scale.Minutes,
                    Stated = next.Minutes,
                    Written = now,
                },
                cancel
            );
        }
        else if (
            (isOpen && known.Latest.Archived)
            || known.Latest.Name != next.Text
            || !known.Latest.Stated.Equals(next.Minutes)
        )
        {
            db.StepVersions.Add(
                After(known.Latest) with
                {
                    Archived = !isOpen,
                    Name = next.Text,
                    Stated = next.Minutes,
                    Action = isOpen ? null : known.Latest.Action, // by which it comes back with its goal
                }
            );
        }

        StepVersion After(StepVersion latest) =>
            latest with
            {
                Number = latest.Number + 1,
                From = today,
                Written = now,
                Action = null,
            };
    }

    /// <summary>The tasks of a goal that were begun, as they stand.</summary>
    public static Task<List<BegunTask>> StepsOf(CairnDb db, Guid person, Guid goal, CancellationToken cancel) =>
        db
            .Steps.AsNoTracking()
            .Where(step => step.PersonId == person && step.GoalId == goal && step.Kind == StepKind.Task)
            .Select(step => new BegunTask(
                step.Id,
                db.StepVersions.Where(version => version.PersonId == person && version.StepId == step.Id)
                    .OrderByDescending(version => version.Number)
                    .First(),
                db.Entries.Any(entry =>
                    entry.PersonId == person
                    && entry.StepId == step.Id
                    && entry.Kind != StepKind.Moment // as the index says
                    && entry.SupersededBy == null
                    && entry.Outcome == Outcome.Won
                )
            ))
            .ToListAsync(cancel);
}

/// <param name="Latest">How it stands.</param>
/// <param name="IsDone">Its stone lies.</param>
public sealed record BegunTask(Guid Id, StepVersion Latest, bool IsDone);
