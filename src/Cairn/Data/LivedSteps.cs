using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

/// <summary>Every version of the steps of a person, with the areas of their goals, now and before.</summary>
public static class LivedSteps
{
    /// <summary>One query. A task that was done before <paramref name="since"/> is left out.</summary>
    public static async Task<(IReadOnlyList<LivedStep> Versions, IReadOnlyList<Confidence> Rulers)> Read(
        CairnDb db,
        Guid person,
        DateOnly? since,
        CancellationToken cancel
    )
    {
        var rows = await db
            .Steps.AsNoTracking()
            .Where(step => step.PersonId == person)
            .Where(step =>
                since == null
                || step.Kind != StepKind.Task
                || !db.Entries.Any(entry =>
                    entry.PersonId == person
                    && entry.StepId == step.Id
                    && entry.Kind == StepKind.Task // word for word what the index DoneTasks holds
                    && entry.SupersededBy == null
                    && entry.Outcome == Outcome.Won
                    && entry.Day < since
                )
            )
            .Join(
                db.Goals,
                step => new { step.PersonId, Id = step.GoalId },
                goal => new { goal.PersonId, goal.Id },
                (step, goal) => new { step, goal.Area }
            )
            .SelectMany(
                row =>
                    db.GoalVersions.Where(former => former.PersonId == person && former.GoalId == row.step.GoalId)
                        .Where(former => former.Area != row.Area)
                        .DefaultIfEmpty(),
                (row, former) =>
                    new
                    {
                        row.step,
                        row.Area,
                        former,
                        Until = db
                            .GoalVersions.Where(next => next.PersonId == person && next.GoalId == former!.GoalId)
                            .Where(next => next.Number > former!.Number)
                            .Min(next => (DateOnly?)next.From),
                    }
            )
            .Join(
                db.StepVersions,
                row => new { row.step.PersonId, StepId = row.step.Id },
                version => new { version.PersonId, version.StepId },
                (row, version) =>
                    new
                    {
                        Lived = new LivedStep(row.step, version, row.Area),
                        row.former,
                        row.Until,
                        Rulers = db
                            .Confidences.Where(ruler =>
                                ruler.PersonId == person && ruler.StepId == version.StepId && ruler.Day == version.From
                            )
                            .ToList(),
                    }
            )
            .ToListAsync(cancel);
        return (
            rows.Exists(row => row.former is not null)
                ?
                [
                    .. rows.GroupBy(row => (row.Lived.Id, row.Lived.Version.Number))
                        .Select(same => Moved(same.First().Lived, same.Select(row => (row.former, row.Until)))),
                ]
                : rows.ConvertAll(row => row.Lived),
            [.. rows.SelectMany(row => row.Rulers).DistinctBy(ruler => ruler.Id)]
        );
    }

    /// <summary>Its goal belonged elsewhere before. What was before the first version was as that one says.</summary>
    private static LivedStep Moved(LivedStep step, IEnumerable<(GoalVersion? Version, DateOnly? Until)> former) =>
        step with
        {
            Before =
            [
                .. former
                    .Where(was => was.Version is not null && was.Until is not null)
                    .OrderByDescending(was => was.Version!.Number)
                    .Select(was => new FormerArea(
                        was.Version!.Area,
                        was.Version.Number == 1 ? DateOnly.MinValue : was.Version.From,
                        was.Until!.Value
                    )),
            ],
        };
}
