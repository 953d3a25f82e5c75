using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Cairn.Splitting;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Unstick;

/// <summary>Three questions, one a page; what was answered comes along in the form, and nothing is saved before the start.</summary>
/// <param name="Subject">The step that waits, or the goal, as the person named it.</param>
/// <param name="Step">The step that waits, if it is about one.</param>
/// <param name="Fresh">The id of the two minutes that may begin.</param>
public sealed record UnstickQuestion(Goal Goal, string Subject, Guid? Step, Guid Fresh)
{
    public Blocker? Blocker { get; init; }

    /// <summary>What fits into two minutes.</summary>
    public string? What { get; init; }

    /// <summary>What makes the first second easy; empty for nothing.</summary>
    public string? First { get; init; }

    public string? Wrong { get; init; }

    public string Path => $"/goals/{Goal.Id}/unstick";

    /// <summary>What has to be mended in what fits into two minutes; null for nothing.</summary>
    public static string? WrongWith(string what) => Typed.Trouble(what, UnstickWords.TextMissing);

    /// <summary>Which of the three is asked; 4 when all are answered.</summary>
    public int At =>
        Blocker is null ? 1
        : What is null || Wrong is not null ? 2
        : First is null ? 3
        : 4;

    /// <returns>Null if this person has no such goal, or the goal no such step.</returns>
    public static async Task<UnstickQuestion?> Read(CairnDb db, Me me, Guid goal, Guid? step, CancellationToken cancel)
    {
        var row = await db
            .Goals.AsNoTracking()
            .Where(g => g.PersonId == me.Id && g.Id == goal)
            .Select(g => new
            {
                Goal = g,
                Step = db
                    .StepVersions.Where(version => version.PersonId == me.Id && version.StepId == step)
                    .Where(version => db.Steps.Any(s => s.PersonId == me.Id && s.Id == step && s.GoalId == goal))
                    .OrderByDescending(version => version.Number)
                    .Select(version => version.Name)
                    .FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancel);
        return row is null || (step is not null && row.Step is null)
            ? null
            : new UnstickQuestion(row.Goal, row.Step ?? row.Goal.Title, step, Guid.CreateVersion7(me.Now));
    }
}
