using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Transfer.Archive;

/// <summary>
/// Compares an archive with what the store holds, by id (and by source, where both imported the same file
/// elsewhere). What is here stays; where both sides say something else about a day, the word here counts and the
/// other is kept behind it.
/// </summary>
public sealed class ArchiveMerge
{
    private readonly Me me;
    private readonly ArchiveFacts archive;
    private readonly Additions additions = new();
    private readonly Dictionary<Guid, Guid> goalIds = [];
    private readonly Dictionary<Guid, Guid> stepIds = [];
    private readonly Dictionary<Guid, Guid> entryIds = [];

    private readonly Dictionary<Guid, StepKind> kinds;

    private ArchiveMerge(Me me, ArchiveFacts archive)
    {
        (this.me, this.archive) = (me, archive);
        kinds = archive.Steps.ToDictionary(step => step.Id, step => step.Kind);
    }

    public static async Task<Additions> With(CairnDb db, Me me, ArchiveFacts archive, CancellationToken cancel)
    {
        var merge = new ArchiveMerge(me, archive);
        await merge.Goals(db, cancel);
        await merge.Steps(db, cancel);
        await merge.Versions(db, cancel);
        await merge.Confidences(db, cancel);
        await merge.Entries(db, cancel);
        await merge.Words(db, cancel);
        await new PlansMerge(me.Id, archive.Plans, merge.goalIds, merge.stepIds, merge.additions).Run(db, cancel);
        return merge.additions;
    }

    private async Task Goals(CairnDb db, CancellationToken cancel)
    {
        var here = await db
            .Goals.AsNoTracking()
            .Where(goal => goal.PersonId == me.Id)
            .Select(goal => new Known(goal.Id, goal.Source))
            .ToListAsync(cancel);
        if (here.Count == 0)
        {
            additions.Person = Person(archive.Head.Person);
        }

        var lookup = new KnownIds(here);
        foreach (var goal in archive.Goals)
        {
            var known = lookup.Find(goal.Id, goal.Source);
            goalIds[goal.Id] = known ?? goal.Id;
            if (known is null)
            {
                additions.Goals.Add(
                    new Goal
                    {
                        PersonId = me.Id,
                        Id = goal.Id,
                        Title = goal.Title,
                        Why = goal.Why,
                        Area = goal.Area,
                        Created = goal.Created,
                        Source = goal.Source,
                        State = goal.State,
                    }
                );
            }
        }
    }

    private async Task Steps(CairnDb db, CancellationToken cancel)
    {
        var here = await db
            .Steps.AsNoTracking()
            .Where(step => step.PersonId == me.Id)
            .Select(step => new Known(step.Id, step.Source))
            .ToListAsync(cancel);
        var lookup = new KnownIds(here);
        foreach (var step in archive.Steps)
        {
            var known = lookup.Find(step.Id, step.Source);
            stepIds[step.Id] = known ?? step.Id;
            if (known is null)
            {
                additions.Steps.Add(
                    new Step
                    {
                        PersonId = me.Id,
                        Id = step.Id,
                        GoalId = goalIds[step.Goal],
                        Kind = step.Kind,
                        Position = here.Count + step.Position,
                        Created = step.Created,
                        Source = step.Source,
                    }
                );
            }
        }
    }

    private async Task Versions(CairnDb db, CancellationToken cancel)
    {
        var here = await db.StepVersions.AsNoTracking().Where(v => v.PersonId == me.Id).ToListAsync(cancel);
        var known = here.ToDictionary(version => (version.StepId, version.Number));
        foreach (var version in archive.Versions)
        {
            var there = Version(version);
            if (!known.TryGetValue((there.StepId, there.Number), out var same))
            {
                additions.Versions.Add(there);
            }
            else if (same with { Written = there.Written } != there)
            {
                additions.Skipped.Add(
                    new($"step {version.Step}, version {version.Number}", TransferWords.StepChangedHere)
                );
            }
        }

        var all = here.Concat(additions.Versions).ToLookup(version => version.StepId);
        foreach (var step in archive.Entries.GroupBy(entry => stepIds[entry.Step]))
        {
            if (ReachingBack.To(step.Min(entry => entry.Day), [.. all[step.Key]], me.Now) is { } earlier)
            {
                additions.Versions.Add(earlier);
            }
        }
    }

    private async Task Confidences(CairnDb db, CancellationToken cancel)
    {
        var here = await db
            .Confidences.AsNoTracking()
            .Where(c => c.PersonId == me.Id)
            .Select(c => c.Id)
            .ToHashSetAsync(cancel);
        additions.Confidences.AddRange(
            archive
                .Confidences.Where(confidence => !here.Contains(confidence.Id))
                .Select(confidence => new Confidence
                {
                    PersonId = me.Id,
                    Id = confidence.Id,
                    StepId = stepIds[confidence.Step],
                    Day = confidence.Day,
                    Amount = confidence.Amount,
                    Rating = confidence.Rating,
                    At = confidence.At,
                })
        );
    }

    private async Task Entries(CairnDb db, CancellationToken cancel)
    {
        var here = await db
            .Entries.AsNoTracking()
            .Where(entry => entry.PersonId == me.Id)
            .Select(e => new
            {
                e.Id,
                e.Source,
                e.StepId,
                e.Day,
                e.SupersededBy,
                Counts = e.SupersededBy == null && e.Kind != StepKind.Moment,
            })
            .ToListAsync(cancel);
        var lookup = new KnownIds(here.Select(entry => new Known(entry.Id, entry.Source)));
        var counting = here.Where(e => e.Counts).ToDictionary(e => (e.StepId, e.Day), e => e.Id);
        foreach (var entry in archive.Entries)
        {
            entryIds[entry.Id] = lookup.Find(entry.Id, entry.Source) ?? entry.Id;
        }

        foreach (var day in archive.Entries.GroupBy(entry => (Step: stepIds[entry.Step], entry.Day)))
        {
            var added = day.Where(entry => lookup.Find(entry.Id, entry.Source) is null).ToList();
            if (kinds[day.First().Step] == StepKind.Moment)
            {
                Count([.. day], added, here.Where(entry => entry.SupersededBy is null).Select(entry => entry.Id));
            }
            else if (added.Count > 0)
            {
                Merge([.. day], added, counting.TryGetValue((day.Key.Step, day.Key.Day), out var id) ? id : null);
            }
        }
    }

    /// <summary>Moments are counted: each stands for itself, and one that was taken back there is taken back.</summary>
    private void Count(List<ArchivedEntry> day, List<ArchivedEntry> added, IEnumerable<Guid> counting)
    {
        var here = counting.ToHashSet();
        additions.Superseded.AddRange(
            day.Where(entry => entry.SupersededBy is not null && here.Contains(entryIds[entry.Id]))
                .Select(entry => (entryIds[entry.Id], entryIds[entry.SupersededBy!.Value]))
        );
        additions.Entries.AddRange(
            added.Select(entry => Entry(entry, entry.SupersededBy is { } by ? entryIds[by] : null))
        );
    }

    /// <summary>
    /// By id; one that was replaced there is replaced here. Where both sides said how a day was, or whether it was off, the
    /// word here counts.
    /// </summary>
    private async Task Words(CairnDb db, CancellationToken cancel)
    {
        var here = await db.DayWords.AsNoTracking().Where(word => word.PersonId == me.Id).ToListAsync(cancel);
        var known = here.ToDictionary(word => word.Id);
        var replaced = archive
            .Words.Where(word =>
                word.SupersededBy is not null && known.GetValueOrDefault(word.Id) is { SupersededBy: null }
            )
            .Select(word => (Word: word.Id, By: word.SupersededBy!.Value))
            .ToList();
        additions.SupersededWords.AddRange(replaced);
        var counting = here.Where(word => word.SupersededBy is null && !replaced.Exists(r => r.Word == word.Id))
            .ToList();
        foreach (var word in archive.Words.Where(word => !known.ContainsKey(word.Id)))
        {
            var there = ArchivedWords.Word(
                word,
                me.Id,
                word.Step is { } step ? stepIds[step] : null,
                word.Goal is { } goal ? goalIds[goal] : null
            );
            if (there.SupersededBy is null && counting.Find(other => IsSameSubject(other, there)) is { } other)
            {
                there.SupersededBy = other.Id;
                additions.Skipped.Add(
                    new($"word {word.Id}", $"{word.Day:yyyy-MM-dd} has another word here; that one counts")
                );
            }

            additions.Words.Add(there);
        }
    }

    private static bool IsSameSubject(DayWord here, DayWord there) =>
        (here, there) switch
        {
            (DayReport, DayReport) or (DayOff, DayOff) => here.Day == there.Day,
            (Letter letter, Letter other) => letter.Period == other.Period,
            (TimerStart, TimerStart) => here.StepId == there.StepId,
            (Ignored ignored, Ignored other) => here.StepId == there.StepId && ignored.Question == other.Question,
            (Experiment running, Experiment other) => running.Day <= other.Last && other.Day <= running.Last,
            _ => false,
        };

    private void Merge(List<ArchivedEntry> day, List<ArchivedEntry> added, Guid? here)
    {
        var isNews = here is null;
        if (here is { } counting && day.Find(entry => entryIds[entry.Id] == counting)?.SupersededBy is { } by)
        {
            isNews = true;
            additions.Superseded.Add((counting, entryIds[by]));
        }

        foreach (var entry in added)
        {
            var supersededBy = entry.SupersededBy is { } next ? entryIds[next] : (isNews ? null : here);
            if (!isNews && entry.SupersededBy is null)
            {
                additions.Skipped.Add(
                    new($"entry {entry.Id}", History.Say(TransferWords.AnotherEntryHere, History.Iso(entry.Day)))
                );
            }

            additions.Entries.Add(Entry(entry, supersededBy));
        }
    }

    private Entry Entry(ArchivedEntry entry, Guid? supersededBy) =>
        new()
        {
            PersonId = me.Id,
            Id = entry.Id,
            StepId = stepIds[entry.Step],
            Kind = kinds[entry.Step],
            Day = entry.Day,
            Zone = entry.Zone,
            At = entry.At,
            Outcome = entry.Outcome,
            Tier = entry.Tier,
            Amount = entry.Amount,
            ThatWasAll = entry.ThatWasAll,
            Reason = entry.Reason,
            Note = entry.Note,
            Bars = entry.Bars,
            SupersededBy = supersededBy,
            Source = entry.Source,
            Truth = entry.Truth,
        };

    private StepVersion Version(ArchivedVersion version) =>
        new()
        {
            PersonId = me.Id,
            StepId = stepIds[version.Step],
            Number = version.Number,
            From = version.From,
            Name = version.Name,
            Unit = version.Unit,
            Scale = version.Scale,
            Stated = version.Stated,
            WorstDay = version.WorstDay,
            Enough = version.Enough,
            Pinned = version.Pinned,
            Cue = version.Cue,
            Ladder = version.Ladder,
            Times = version.Times,
            PerDays = version.PerDays,
            Archived = version.Archived,
            Written = version.Written,
            Action = version.Action,
            Place = version.Place,
            Time = version.Time,
            Rehearsed = version.Rehearsed,
            Obstacle = version.Obstacle,
            PlanB = version.PlanB,
            GoodEnough = version.GoodEnough,
            Days = version.Days,
        };

    private Person Person(ArchivedPerson person) =>
        new()
        {
            Id = me.Id,
            Zone = person.Zone,
            DayStart = person.DayStart,
            Language = person.Language,
            Dial = person.Dial,
            OpenSteps = person.OpenSteps,
            Evening = person.Evening ?? new(17, 0),
            Celebration = person.Celebration,
            RatesFeelings = person.RatesFeelings,
            HiddenFigures = person.HiddenFigures ?? "",
            Created = person.Created,
        };
}
