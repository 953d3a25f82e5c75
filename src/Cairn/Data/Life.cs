using Cairn.Engine.Capacity;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

/// <summary>
/// What is known of a person on the morning of a day: the steps, what happened lately, and the belief at the end
/// of the day before. Four queries, whatever the years behind.
/// </summary>
public sealed class Life
{
    /// <summary>Days that a page shows and that may still be filled in; the snapshot stays behind them.</summary>
    public const int RecentDays = 14;

    private Life(DateOnly today) => Today = today;

    public DateOnly Today { get; }

    /// <summary>In the person's own order, archived ones left out.</summary>
    public required IReadOnlyList<LivedStep> Steps { get; init; }

    /// <summary>Entries that count (none superseded), of the recent days at least, oldest first.</summary>
    public required IReadOnlyList<Entry> Entries { get; init; }

    /// <summary>At the end of yesterday.</summary>
    public required Belief Belief { get; init; }

    /// <summary>The last day that the stored snapshot holds, if there is one.</summary>
    public required DateOnly? SnapshotThrough { get; init; }

    public Bars BarsOf(LivedStep step, Dial dial) => Belief.BarsOn(Today, step.Id, step.Version.Limits, dial);

    public Entry? EntryOf(Guid step, DateOnly day) =>
        Entries.FirstOrDefault(entry => entry.StepId == step && entry.Day == day);

    public static async Task<Life> Read(CairnDb db, Guid person, DateOnly today, CancellationToken cancel)
    {
        var versions = await db
            .StepVersions.AsNoTracking()
            .Where(version => version.PersonId == person)
            .Join(
                db.Steps.AsNoTracking(),
                version => new { version.PersonId, Id = version.StepId },
                step => new { step.PersonId, step.Id },
                (version, step) => new { version, step }
            )
            .Join(
                db.Goals.AsNoTracking(),
                row => new { row.step.PersonId, Id = row.step.GoalId },
                goal => new { goal.PersonId, goal.Id },
                (row, goal) => new LivedStep(row.step, row.version, goal.Area)
            )
            .ToListAsync(cancel);
        var snapshot = await db
            .Beliefs.AsNoTracking()
            .FirstOrDefaultAsync(b => b.PersonId == person && b.Through < today.AddDays(-1), cancel);
        var through = snapshot?.Through;
        var recent = today.AddDays(-RecentDays);
        var entries = await db
            .Entries.AsNoTracking()
            .Where(entry => entry.PersonId == person && entry.SupersededBy == null)
            .Where(entry => through == null || entry.Day > through || entry.Day >= recent)
            .OrderBy(entry => entry.Day)
            .ThenBy(entry => entry.At)
            .ToListAsync(cancel);
        var rulers = await db
            .Confidences.AsNoTracking()
            .Where(answer => answer.PersonId == person && (through == null || answer.Day > through))
            .ToListAsync(cancel);

        var start = snapshot is null ? Belief.Of() : Belief.Load(snapshot.State);
        var facts = EngineFacts.Of(versions.ConvertAll(v => v.Version), rulers, entries);
        var yesterday = today.AddDays(-1);
        return new Life(today)
        {
            Steps =
            [
                .. versions
                    .Where(v => v.Version.From <= today)
                    .GroupBy(v => v.Id)
                    .Select(ofStep => ofStep.MaxBy(v => v.Version.Number)!)
                    .Where(step => !step.Version.Archived)
                    .OrderBy(step => step.Step.Position)
                    .ThenBy(step => step.Id),
            ],
            Entries = entries,
            Belief = start.After(facts.Where(f => (through is null || f.Day > through) && f.Day < today), yesterday),
            SnapshotThrough = through,
        };
    }
}
