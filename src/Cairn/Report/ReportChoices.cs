using Cairn.Data;
using Cairn.People;
using Cairn.Questions;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Report;

/// <summary>What a report may hold: each part off until it is chosen. Three queries.</summary>
public sealed record ReportChoices
{
    private const int MostLetters = 24;

    public required ReportWish Wish { get; init; }

    /// <summary>Nothing has to be mended before the page was sent once.</summary>
    public string? Wrong { get; init; }

    public required IReadOnlyList<StepChoice> Steps { get; init; }
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>The letters that were read, the newest first.</summary>
    public required IReadOnlyList<string> Letters { get; init; }

    public static async Task<ReportChoices> Read(
        CairnDb db,
        Me me,
        ReportWish wish,
        bool wasSent,
        CancellationToken cancel
    )
    {
        var goals = await db
            .Goals.AsNoTracking()
            .Where(goal => goal.PersonId == me.Id)
            .Select(goal => new { goal.Id, goal.Title })
            .ToDictionaryAsync(goal => goal.Id, goal => goal.Title, cancel);
        var (versions, _) = await LivedSteps.Read(db, me.Id, null, cancel);
        var letters = await db
            .DayWords.OfType<Letter>()
            .AsNoTracking()
            .Where(letter => letter.PersonId == me.Id && letter.SupersededBy == null)
            .Select(letter => letter.Period)
            .ToListAsync(cancel);
        return new ReportChoices
        {
            Wish = wish,
            Wrong = wasSent ? wish.Wrong : null,
            Steps =
            [
                .. versions
                    .GroupBy(version => version.Id)
                    .Select(step => step.MaxBy(version => version.Version.Number)!)
                    .Where(step => step.Step.Kind != StepKind.Task)
                    .OrderBy(step => step.Step.Position)
                    .ThenBy(step => step.Id)
                    .Select(step => new StepChoice(step.Id, step.Version.Name, goals[step.Step.GoalId], step.Area)),
            ],
            Questions = [.. CheckInQuestions.For(me.Person)],
            Letters = [.. letters.OrderDescending(StringComparer.Ordinal).Take(MostLetters)],
        };
    }
}

public sealed record StepChoice(Guid Id, string Name, string Goal, string Area);
