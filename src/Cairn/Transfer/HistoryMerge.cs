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
    private readonly Dictionary<string, Goal> goals;
    private readonly Dictionary<string, Step> steps;
    private readonly ILookup<Guid, Lived> entries;
    private readonly ILookup<Guid, StepVersion> versions;
    private readonly int position;
    private readonly Additions additions = new();

    private HistoryMerge(
        Me me,
        IReadOnlyList<Goal> goals,
        IReadOnlyList<Step> steps,
        IReadOnlyList<Lived> entries,
        IReadOnlyList<StepVersion> versions
    )
    {
        this.me = me;
        this.goals = goals.Where(goal => goal.Source is not null).ToDictionary(goal => goal.Source!);
        this.steps = steps.Where(step => step.Source is not null).ToDictionary(step => step.Source!);
        this.entries = entries.ToLookup(entry => entry.StepId);
        this.versions = versions.ToLookup(version => version.StepId);
        position = steps.Count;
    }

    public static async Task<Additions> With(CairnDb db, Me me, Imported history, CancellationToken cancel)
    {
        var merge = new HistoryMerge(
            me,
            await db.Goals.AsNoTracking().Where(goal => goal.PersonId == me.Id).ToListAsync(cancel),
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

    private void Add(ImportedGoal imported)
    {
        var goal = goals.GetValueOrDefault(imported.Source)?.Id;
        foreach (var practice in imported.Steps)
        {
            var source = practice.Source ?? imported.Source;
            var step =
                steps.GetValueOrDefault(source)
                ?? (imported.FormerSource is { } former ? steps.GetValueOrDefault(former) : null);
            if (step is null)
            {
                step = Begin(practice, goal ??= Begin(imported), source);
            }
            else
            {
                ReachBack(step, practice.Entries);
            }

            var lived = entries[step.Id].ToLookup(entry => entry.Day);
            foreach (var row in practice.Entries)
            {
                Add(step, practice, row, [.. lived[row.Day]]);
            }
        }
    }

    private Guid Begin(ImportedGoal imported)
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
        additions.Goals.Add(goal);
        return goal.Id;
    }

    private Step Begin(ImportedStep imported, Guid goal, string source)
    {
        var step = new Step
        {
            PersonId = me.Id,
            Id = NewId(),
            GoalId = goal,
            Kind = imported.Kind,
            Position = position + additions.Steps.Count,
            Created = me.Now,
            Source = source,
        };
        additions.Steps.Add(step);
        var days = imported.Entries;
        var version = new StepVersion
        {
            PersonId = me.Id,
            StepId = step.Id,
            Number = 1,
            From = days.Count > 0 ? days[0].Day : me.Today,
            Name = imported.Name,
            Unit = imported.Unit,
            Scale = imported.Scale,
            Stated = imported.Stated,
            Pinned = imported.Pinned,
            Cue = imported.Cue,
            Times = imported.Times,
            PerDays = imported.PerDays,
            Written = me.Now,
        };
        additions.Versions.Add(version);
        if (imported.Archived)
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

        if (counting is not null && row.Note is null)
        {
            row = row with { Note = counting.Note }; // a shorter export does not take a note away
        }

        if (counting is not null && (counting.Source is null || Entry.IsByHand(counting.Source)))
        {
            additions.Skipped.Add(new(row.Row, History.Say(TransferWords.LoggedHere, History.Iso(row.Day))));
            return;
        }

        var source = string.Create(CultureInfo.InvariantCulture, $"{step.Source}/{row.Day:yyyy-MM-dd}");
        var times = ofDay.Count(entry => entry.Source is not null);
        var entry = new Entry
        {
            PersonId = me.Id,
            Id = NewId(),
            StepId = step.Id,
            Kind = step.Kind,
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
        var planned = row.Planned ?? imported.Stated;
        var bar = Math.Min(planned, row.Amount ?? planned);
        return new Bars(bar, bar, Math.Max(bar, imported.Stretch ?? bar), 0, 0, 0);
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
            Outcome == row.Outcome && Nullable.Equals(Amount, row.Amount) && (row.Note is null || Note == row.Note);
    }
}
