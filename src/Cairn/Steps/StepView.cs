using Cairn.Data;
using Cairn.Ladders;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Steps;

/// <summary>A step in the editor.</summary>
public sealed record StepView
{
    public required Step Step { get; init; }

    /// <summary>As it is saved.</summary>
    public required StepVersion Latest { get; init; }

    public required string GoalTitle { get; init; }
    public required string Area { get; init; }

    /// <summary>As it stands in the form.</summary>
    public required StepDraft Draft { get; init; }

    /// <summary>What may be put in with a tap.</summary>
    public required Suggestions Suggestions { get; init; }

    public Wrong? Wrong { get; init; }

    /// <summary>It was saved elsewhere meanwhile; the draft has not been.</summary>
    public bool ChangedElsewhere { get; init; }

    /// <summary>A suggestion was put in, and is not saved yet.</summary>
    public bool HasTaken { get; init; }

    public bool IsSaved { get; init; }

    /// <summary>The version that was on the page from which the form came.</summary>
    public int? Seen { get; init; }

    /// <summary>The version that the next save follows.</summary>
    public int Number => Seen ?? Latest.Number;

    public bool IsPractice => Step.Kind == StepKind.Practice;

    /// <returns>Null if this person has no such step.</returns>
    public static async Task<StepView?> Read(
        CairnDb db,
        LadderLibrary library,
        Guid person,
        Guid id,
        CancellationToken cancel
    )
    {
        var row = await db
            .Steps.AsNoTracking()
            .Where(step => step.PersonId == person && step.Id == id)
            .Join(
                db.Goals,
                step => new { step.PersonId, Id = step.GoalId },
                goal => new { goal.PersonId, goal.Id },
                (step, goal) => new { step, goal }
            )
            .Join(
                db.StepVersions,
                row => new { row.step.PersonId, StepId = row.step.Id },
                version => new { version.PersonId, version.StepId },
                (row, version) =>
                    new
                    {
                        row.step,
                        row.goal,
                        version,
                    }
            )
            .OrderByDescending(row => row.version.Number)
            .FirstOrDefaultAsync(cancel);
        return row is null
            ? null
            : new StepView
            {
                Step = row.step,
                Latest = row.version,
                GoalTitle = row.goal.Title,
                Area = row.goal.Area,
                Draft = StepDraft.Of(row.version),
                Suggestions = Suggestions.For(row.version, row.goal, library),
            };
    }
}
