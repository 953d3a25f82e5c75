using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

/// <summary>What was said of a goal so far, and the next thing. To be used inside a write.</summary>
public sealed class GoalHistory
{
    private readonly CairnDb db;
    private readonly Goal goal;
    private readonly DateOnly began;
    private readonly List<GoalVersion> versions;

    private GoalHistory(CairnDb db, Goal goal, DateOnly began, List<GoalVersion> versions) =>
        (this.db, this.goal, this.began, this.versions) = (db, goal, began, versions);

    public IReadOnlyList<GoalVersion> Versions => versions;

    /// <summary>0 for a goal that was never changed.</summary>
    public int Number => versions.Count > 0 ? versions[^1].Number : 0;

    public bool Knows(Guid action) => versions.Exists(version => version.Action == action);

    /// <param name="db">The store.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="began">The day on which it was made.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<GoalHistory> Of(CairnDb db, Goal goal, DateOnly began, CancellationToken cancel) =>
        new(
            db,
            goal,
            began,
            await db
                .GoalVersions.AsNoTracking()
                .Where(version => version.PersonId == goal.PersonId && version.GoalId == goal.Id)
                .OrderBy(version => version.Number)
                .ToListAsync(cancel)
        );

    /// <summary>Changes the goal from a day on. With the first change, how it began is written down as well.</summary>
    /// <param name="today">The day from which the change holds.</param>
    /// <param name="now">The instant of writing.</param>
    /// <param name="action">The change, as the page named it; null where sending it twice changes nothing anyway.</param>
    /// <param name="change">What is to be changed.</param>
    public void Change(DateOnly today, DateTimeOffset now, Guid? action, Action<Goal> change)
    {
        if (versions.Count == 0)
        {
            Add(VersionOf(1) with { From = began, Written = goal.Created });
        }

        change(goal);
        Add(VersionOf(Number + 1) with { From = today, Written = now, Action = action });
    }

    private void Add(GoalVersion version)
    {
        db.GoalVersions.Add(version);
        versions.Add(version);
    }

    private GoalVersion VersionOf(int number) =>
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
