using Cairn.Data;
using Cairn.Goals.Breakdown;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Goals;

/// <summary>
/// What is said of a goal from a day on: its words, and how it stands. What was said before is kept, and the same change
/// sent twice is one.
/// </summary>
public sealed class GoalChanges(CairnDb db, WriteGate gate)
{
    /// <param name="me">Whose goal.</param>
    /// <param name="id">The goal.</param>
    /// <param name="action">The change, as the page named it.</param>
    /// <param name="number">The number of the version that was on the page; 0 for a goal that was never changed.</param>
    /// <param name="title">What to move.</param>
    /// <param name="why">Why it matters; null for nothing.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public Task<Kept> Word(
        Me me,
        Guid id,
        Guid action,
        int number,
        string title,
        string? why,
        CancellationToken cancel
    ) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                if (await Find(me, id, cancel) is not { } goal)
                {
                    return Kept.NotHere;
                }

                var known = await Versions(me, id, cancel);
                if (known.Exists(version => version.Action == action) || (goal.Title == title && goal.Why == why))
                {
                    return Kept.Saved;
                }

                if (known.Count > 0 ? known[^1].Number != number : number != 0)
                {
                    return Kept.Changed;
                }

                var before = Begun(me, goal, known);
                (goal.Title, goal.Why) = (title, why);
                Add(me, goal, before, action);
                return Kept.Saved;
            },
            cancel
        );

    /// <summary>Done or let go, its steps are put away with it; taken up again, they come back.</summary>
    public Task<Kept> Stand(Me me, Guid id, Guid action, GoalState state, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                if (await Find(me, id, cancel) is not { } goal)
                {
                    return Kept.NotHere;
                }

                var known = await Versions(me, id, cancel);
                if (goal.State == state || known.Exists(version => version.Action == action))
                {
                    return Kept.Saved;
                }

                var before = Begun(me, goal, known);
                goal.State = state;
                Add(me, goal, before, action);
                var closings = known
                    .Where(version => version.State != GoalState.Open)
                    .Select(v => v.Action)
                    .ToHashSet();
                foreach (var step in await LatestOfSteps(me, id, cancel))
                {
                    if (state == GoalState.Open ? step.Archived && closings.Contains(step.Action) : !step.Archived)
                    {
                        db.StepVersions.Add(
                            step with
                            {
                                Number = step.Number + 1,
                                From = me.Today,
                                Archived = state != GoalState.Open,
                                Written = me.Now,
                                Action = action,
                            }
                        );
                    }
                }

                if (state == GoalState.Open)
                {
                    await db.SaveChangesAsync(cancel);
                    await NextTask.Settle(db, me.Id, id, me.Today, me.Now, BreakdownWords.Min, [], cancel);
                }

                return Kept.Saved;
            },
            cancel
        );

    private Task<Goal?> Find(Me me, Guid id, CancellationToken cancel) =>
        db.Goals.FirstOrDefaultAsync(goal => goal.PersonId == me.Id && goal.Id == id, cancel);

    private Task<List<GoalVersion>> Versions(Me me, Guid id, CancellationToken cancel) =>
        db
            .GoalVersions.AsNoTracking()
            .Where(version => version.PersonId == me.Id && version.GoalId == id)
            .OrderBy(version => version.Number)
            .ToListAsync(cancel);

    private async Task<List<StepVersion>> LatestOfSteps(Me me, Guid goal, CancellationToken cancel)
    {
        var versions = await db
            .StepVersions.AsNoTracking()
            .Where(version => version.PersonId == me.Id)
            .Where(version =>
                db.Steps.Any(step => step.PersonId == me.Id && step.Id == version.StepId && step.GoalId == goal)
            )
            .ToListAsync(cancel);
        return [.. versions.GroupBy(version => version.StepId).Select(step => step.MaxBy(v => v.Number)!)];
    }

    /// <summary>With the first change, how it began is written down as well.</summary>
    /// <returns>The number of its last version.</returns>
    private int Begun(Me me, Goal goal, List<GoalVersion> known)
    {
        if (known.Count > 0)
        {
            return known[^1].Number;
        }

        db.GoalVersions.Add(VersionOf(goal, 1) with { From = me.Person.DayOf(goal.Created), Written = goal.Created });
        return 1;
    }

    private void Add(Me me, Goal goal, int before, Guid action) =>
        db.GoalVersions.Add(VersionOf(goal, before + 1) with { From = me.Today, Written = me.Now, Action = action });

    private static GoalVersion VersionOf(Goal goal, int number) =>
        new()
        {
            PersonId = goal.PersonId,
            GoalId = goal.Id,
            Number = number,
            From = default,
            Title = goal.Title,
            Why = goal.Why,
            Area = goal.Area,
            State = goal.State,
            Written = default,
        };
}
