using Cairn.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Welcome;

/// <summary>What was begun and left, so that coming back goes on with it and does not begin a second one.</summary>
public sealed class Unfinished(CairnDb db)
{
    /// <summary>The newest goal that has no step yet.</summary>
    public Task<Goal?> Goal(Guid person, CancellationToken cancel) =>
        db
            .Goals.AsNoTracking()
            .Where(goal => goal.PersonId == person && goal.State == GoalState.Open)
            .Where(goal => !db.Steps.Any(step => step.PersonId == person && step.GoalId == goal.Id))
            .OrderByDescending(goal => goal.Created)
            .FirstOrDefaultAsync(cancel);

    /// <summary>The newest step of a goal for which nothing was logged yet, as it stands.</summary>
    public Task<StepVersion?> Step(Guid person, Guid goal, CancellationToken cancel) =>
        db
            .StepVersions.AsNoTracking()
            .Where(version => version.PersonId == person)
            .Where(version =>
                db.Steps.Any(step => step.PersonId == person && step.Id == version.StepId && step.GoalId == goal)
            )
            .Where(version => !db.Entries.Any(entry => entry.PersonId == person && entry.StepId == version.StepId))
            .OrderByDescending(version => version.Written)
            .ThenByDescending(version => version.Number)
            .FirstOrDefaultAsync(cancel);
}
