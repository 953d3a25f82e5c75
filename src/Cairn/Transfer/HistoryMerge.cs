using System.Globalization;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Transfer;

/// <summary>
/// Compares an imported history with what the store holds. Goals and steps that are there stay as they are, days
/// that the person logged here stay theirs, and a row that changed since the last import takes its old place.
/// </summary>
public sealed class HistoryMerge
{
    private readonly Me me;
    private readonly Dictionary<string, Step> steps;
    private readonly ILookup<Guid, Lived> entries;
    private readonly ILookup<Guid, StepVersion> versions;
    private readonly int position;
    private readonly Additions additions = new();

    private HistoryMerge(
        Me me,
        IReadOnlyList<Step> steps,
        IReadOnlyList<Lived> entries,
        IReadOnlyList<StepVersion> versions
    )
    {
        this.me = me;
        this.steps = steps.Where(step => step.Source is not null).ToDictionary(step => step.Source!);
        this.entries = entries.ToLookup(entry => entry.StepId);
        this.versions = versions.ToLookup(version => version.StepId);
        position = steps.Count;
    }

    public static async Task<Additions> With(CairnDb db, Me me, Imported history, CancellationToken cancel)
    {
        var merge = new HistoryMerge(
            me,
            await db.Steps.AsNoTracking().Where(step => step.PersonId == me.Id).ToListAsync(cancel),
            await db
                .Entries.AsNoTracking()
                .Where(entry => entry.PersonId == me.Id)
                .Select(e => new Lived(e.Id, e.StepId, e.Day, e.Source, e.SupersededBy, e.Outcome, e.Amount, e.Note))
                .ToListAsync(cancel),
            await db.StepVersions.AsNoTracking().Where(version => version.PersonId == me.Id).ToListAsync(cancel)
        );
        merge.additions.Skipped.AddRange(history.Skipped);
        foreach (var goal in history.Goals)
        {
            merge.Add(goal);
        }

        return merge.additions;
    }

    private void Add(ImportedGoal goal)
    {
        var step =
            steps.GetValueOrDefault(goal.Source)
            ?? (goal.FormerSource is { } former ? steps.GetValueOrDefault(former) : null);
        if (step is null)
        {
            step = Begin(goal);
        }
        else
        {
            ReachBack(step, goal.Step.Entries);
        }

        var lived = entries[step.Id].ToLookup(entry => entry.Day);
        foreach (var row in goal.Step.Entries)
        {
            Add(step, goal.Step, row, [.. lived[row.Day]]);
        }
    }

    private Step Begin(ImportedGoal imported)
    {
        var goal = new Goal
        {
            PersonId = me.Id,
            Id = NewId(),
            Title = imported.Title,
            Why = imported.Why,
            Area = imported.Area,
            Created = me.Now,
            Source = imported.Source,
        };
        var step = new Step
        {
            PersonId = me.Id,
            Id = NewId(),
            GoalId = goal.Id,
            Kind = StepKind.Practice,
            Position = position + additions.Steps.Count,
            Created = me.Now,
            Source = imported.Source,
        };
        additions.Goals.Add(goal);
        additions.Steps.Add(step);
        var days = imported.Step.Entries;
        var version = new StepVersion
        {
            PersonId = me.Id,
            StepId = step.Id,
            Number = 1,
            From = days.Count > 0 ? days[0].Day : me.Today,
            Name = imported.Step.Name,
            Unit = imported.Step.Unit,
            Scale = imported.Step.Scale,
            Stated = imported.Step.Stated,
            Pinned = imported.Step.Pinned,
            Times = imported.Step.Times,
            PerDays = imported.Step.PerDays,
            Written = me.Now,
        };
        additions.Versions.Add(version);
        if (imported.Step.Archived)
        {
            // When it was archived is not in the file: the day after the last word, today at the latest.
            var last = days.Count > 0 ? days[^1].Day : me.Today;
            additions.Versions.Add(
                version with
                {
                    Number = 2,
                    From = last < me.Today ? last.AddDays(1) : me.Today,
                    Archived = true,
                }
            );
        }

        return step;
    }

    private void ReachBack(Step step, IReadOnlyList<ImportedEntry> entries)
    {
        if (entries.Count > 0 && ReachingBack.To(entries[0].Day, [.. versions[step.Id]], me.Now) is { } earlier)
        {
            additions.Versions.Add(earlier);
        }
    }

    private void Add(Step step, ImportedStep imported, ImportedEntry row, IReadOnlyList<Lived> ofDay)
    {
        var counting = ofDay.FirstOrDefault(entry => entry.SupersededBy is null);
        if (counting is not null && counting.Says(row))
        {
            return;
        }

        if (counting is { Source: null })
        {
            additions.Skipped.Add(new(row.Row, $"{row.Day:yyyy-MM-dd} was logged in Cairn itself, and that was kept"));
            return;
        }

        var source = string.Create(CultureInfo.InvariantCulture, $"{step.Source}/{row.Day:yyyy-MM-dd}");
        var times = ofDay.Count(entry => entry.Source is not null);
        var entry = new Entry
        {
            PersonId = me.Id,
            Id = NewId(),
            StepId = step.Id,
            Day = row.Day,
            Zone = me.Person.Zone,
            At = me.Now,
            Outcome = row.Outcome,
            Tier = row.Tier,
            Amount = row.Amount,
            ThatWasAll = row.Amount is not null,
            Note = row.Note,
            Bars = BarsOf(row, imported),
            Source = times == 0 ? source : string.Create(CultureInfo.InvariantCulture, $"{source}#{times + 1}"),
        };
        additions.Entries.Add(entry);
        if (counting is not null)
        {
            additions.Superseded.Add((counting.Id, entry.Id));
        }
    }

    /// <summary>
    /// Trackers know one bar, the plan, and still count what stays below it: then the bar that held on that day is
    /// what was done. Nobody predicted anything, so the chances are nought.
    /// </summary>
    private static Bars BarsOf(ImportedEntry row, ImportedStep imported)
    {
        var bar = Math.Min(imported.Stated, row.Amount ?? imported.Stated);
        return new Bars(bar, bar, bar, 0, 0, 0);
    }

    private Guid NewId() => Guid.CreateVersion7(me.Now);

    /// <summary>What has to be known of an entry to compare a row with it.</summary>
    private sealed record Lived(
        Guid Id,
        Guid StepId,
        DateOnly Day,
        string? Source,
        Guid? SupersededBy,
        Outcome Outcome,
        double? Amount,
        string? Note
    )
    {
        public bool Says(ImportedEntry row) =>
            Outcome == row.Outcome && Nullable.Equals(Amount, row.Amount) && Note == row.Note;
    }
}
