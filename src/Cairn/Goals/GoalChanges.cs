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
    /// <param name="words">What is said of it from today on.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public Task<Kept> Word(Me me, Guid id, Guid action, int number, GoalWords words, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                if (await Find(me, id, cancel) is not { } goal)
                {
                    return Kept.NotHere;
                }

                var history = await HistoryOf(me, goal, cancel);
                var (title, why, place) = (words.Title, words.Why, words.Area ?? goal.Area);
                if (history.Knows(action) || (goal.Title == title && goal.Why == why && goal.Area == place))
                {
                    return Kept.Saved;
                }

                if (history.Number != number)
                {
                    return Kept.Changed;
                }

                history.Change(me.Today, me.Now, action, g => (g.Title, g.Why, g.Area) = (title, why, place));
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

                var history = await HistoryOf(me, goal, cancel);
                if (goal.State == state || history.Knows(action))
                {
                    return Kept.Saved;
                }

                var closings = history
                    .Versions.Where(version => version.State != GoalState.Open)
                    .Select(v => v.Action)
                    .ToHashSet();
                history.Change(me.Today, me.Now, action, g => g.State = state);
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

    private Task<GoalHistory> HistoryOf(Me me, Goal goal, CancellationToken cancel) =>
        GoalHistory.Of(db, goal, me.Person.DayOf(goal.Created), cancel);

    private Task<Goal?> Find(Me me, Guid id, CancellationToken cancel) =>
        db.Goals.FirstOrDefaultAsync(goal => goal.PersonId == me.Id && goal.Id == id, cancel);

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
}
