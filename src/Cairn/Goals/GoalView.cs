using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Ladders;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Goals;

/// <summary>One goal: why, what comes next, and what was done for it. Six queries at most, however much that is.</summary>
public sealed record GoalView
{
    private const int DaysShown = 7;

    public required Goal Goal { get; init; }

    /// <summary>Its latest version, so that two pages do not overwrite each other; 0 as long as nothing was changed.</summary>
    public required int Number { get; init; }

    /// <summary>What holds it back today; null for a goal that goes on.</summary>
    public required Pause? Pause { get; init; }

    /// <summary>Its first step that nothing was said about today.</summary>
    public required LivedStep? Next { get; init; }

    public required Bars Bars { get; init; }

    /// <summary>The ladder that the next step climbs, or the one that was climbed today.</summary>
    public required Rungs? Rungs { get; init; }

    /// <summary>Practices and moments.</summary>
    public required IReadOnlyList<LivedStep> Steps { get; init; }

    public required IReadOnlyList<LivedStep> OpenTasks { get; init; }

    /// <summary>All that were ever laid for it, and when the first one was.</summary>
    public required int Stones { get; init; }

    public required DateOnly? Since { get; init; }

    /// <summary>The last days with a win, the latest first.</summary>
    public required IReadOnlyList<DoneDay> Done { get; init; }

    /// <summary>It moves less than it used to: two minutes of it are offered.</summary>
    public required bool StandsStill { get; init; }

    /// <summary>How many others see it.</summary>
    public required int Supporters { get; init; }

    /// <summary>Words of this person's own for areas that other goals are in.</summary>
    public required IReadOnlyList<string> OwnAreas { get; init; }

    /// <summary>What could not be saved; what was typed stays.</summary>
    public Unsaved? Unsaved { get; init; }

    public string Path => $"/goals/{Goal.Id}";

    /// <returns>Null if this person has no such goal.</returns>
    public static async Task<GoalView?> Read(
        CairnDb db,
        LadderLibrary library,
        Me me,
        Guid id,
        CancellationToken cancel
    )
    {
        var row = await db
            .Goals.AsNoTracking()
            .Where(goal => goal.PersonId == me.Id && goal.Id == id)
            .Select(goal => new
            {
                Goal = goal,
                Number = db.GoalVersions.Where(v => v.PersonId == me.Id && v.GoalId == id).Max(v => (int?)v.Number),
                Supporters = db.Supporters.Count(s => s.PersonId == me.Id && s.GoalId == id),
                Stones = db.Entries.Count(entry =>
                    entry.PersonId == me.Id
                    && entry.SupersededBy == null
                    && entry.Outcome == Outcome.Won
                    && db.Steps.Any(step => step.PersonId == me.Id && step.Id == entry.StepId && step.GoalId == id)
                ),
                Since = db
                    .Entries.Where(entry =>
                        entry.PersonId == me.Id
                        && entry.SupersededBy == null
                        && entry.Outcome == Outcome.Won
                        && db.Steps.Any(step => step.PersonId == me.Id && step.Id == entry.StepId && step.GoalId == id)
                    )
                    .Min(entry => (DateOnly?)entry.Day),
            })
            .FirstOrDefaultAsync(cancel);
        if (row is null)
        {
            return null;
        }

        var life = await Life.Read(db, me.Id, me.Today, cancel);
        var records = life.Records;
        var climb = Climb.Of(life, library, me, id);
        return new GoalView
        {
            Goal = row.Goal,
            Number = row.Number ?? 0,
            Pause = records
                .Words.OfType<Pause>()
                .Where(pause => pause.GoalId == id && pause.Day <= me.Today && !(pause.Until < me.Today))
                .MaxBy(pause => pause.Until ?? DateOnly.MaxValue),
            Next = climb.Next,
            Bars = climb.Bars,
            Rungs = climb.Rungs,
            Steps = [.. climb.Steps.Where(step => step.Step.Kind != StepKind.Task)],
            OpenTasks = [.. climb.Steps.Where(step => step.Step.Kind == StepKind.Task)],
            OwnAreas = [.. records.Versions.Select(step => step.Area).Distinct().Except(Areas.Given).Order()],
            Supporters = row.Supporters,
            Stones = row.Stones,
            Since = row.Since,
            StandsStill = row.Goal.State == GoalState.Open && Standstill.Of(life, id) is not null,
            Done =
            [
                .. records
                    .Entries.Where(entry => entry.IsWin && records.StepOf(entry.StepId)?.Step.GoalId == id)
                    .GroupBy(entry => entry.Day)
                    .OrderByDescending(day => day.Key)
                    .Take(DaysShown)
                    .Select(day => new DoneDay(day.Key, [.. day.Select(entry => DoneOf(entry, records))])),
            ],
        };
    }

    private static DoneThing DoneOf(Entry entry, Records records)
    {
        var version = records.StepOf(entry.StepId)!.Version;
        double? amount =
            entry.Kind == StepKind.Practice && version.Pinned is not 1
                ? entry.Amount ?? entry.Bars.Of(entry.Tier ?? Tier.Floor)
                : null;
        return new DoneThing(version.Name, amount, version.Unit);
    }
}

/// <summary>A day with a win for the goal.</summary>
public sealed record DoneDay(DateOnly Day, IReadOnlyList<DoneThing> Things);

/// <param name="Amount">Null where there is nothing to count.</param>
public sealed record DoneThing(string Name, double? Amount, string Unit);

/// <summary>Words that were typed and not saved, and why.</summary>
/// <param name="Area">The area that was chosen; null for the one that it has.</param>
/// <param name="Own">A word of one's own for it; empty for none.</param>
public sealed record Unsaved(string Sentence, string Title, string? Why, string? Area, string Own);
