using Cairn.Engine.Capacity;
using Cairn.Engine.Schedule;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

/// <summary>What counts of all that one person has said since a day, to be asked by step and day.</summary>
public sealed class Records
{
    private readonly Dictionary<(Guid, DateOnly), Entry> ofDay;
    private readonly HashSet<DateOnly> seen;
    private readonly HashSet<DateOnly> off;
    private readonly Dictionary<DateOnly, DayFeel> feels;
    private readonly List<Pause> pauses;
    private readonly List<Experiment> experiments;
    private readonly ILookup<Guid, LivedStep> versions;

    /// <param name="versions">Every version of every step.</param>
    /// <param name="rulers">How sure the person was.</param>
    /// <param name="entries">Those that count.</param>
    /// <param name="words">Those that count.</param>
    /// <param name="since">Nothing is asked about days before this one; null for all.</param>
    public Records(
        IReadOnlyList<LivedStep> versions,
        IReadOnlyList<Confidence> rulers,
        IReadOnlyList<Entry> entries,
        IReadOnlyList<DayWord> words,
        DateOnly? since
    )
    {
        (Versions, Rulers, Entries, Words, Since) = (versions, rulers, entries, words, since);
        this.versions = versions.ToLookup(version => version.Id);
        ofDay = entries.Where(entry => entry.Kind != StepKind.Moment).ToDictionary(entry => (entry.StepId, entry.Day));
        seen =
        [
            // A file from elsewhere tells what was done, and nothing about who was there.
            .. entries.Where(entry => entry is { IsWord: true, Source: null }).Select(entry => entry.Day),
            .. words.Where(word => word is DayReport or NoticedWin or TimerStart or CheckIn).Select(word => word.Day),
        ];
        off = [.. words.OfType<DayOff>().Select(word => word.Day)];
        feels = words.OfType<DayReport>().ToDictionary(report => report.Day, report => report.Feel);
        pauses = [.. words.OfType<Pause>()];
        experiments = [.. words.OfType<Experiment>()];
    }

    public IReadOnlyList<LivedStep> Versions { get; }
    public IReadOnlyList<Confidence> Rulers { get; }
    public IReadOnlyList<Entry> Entries { get; }
    public IReadOnlyList<DayWord> Words { get; }
    public DateOnly? Since { get; }

    /// <summary>Days on which the person was here.</summary>
    public IReadOnlySet<DateOnly> Seen => seen;

    public bool WasSeenOn(DateOnly day) => seen.Contains(day);

    /// <summary>What was said about a practice or a task on a day.</summary>
    public Entry? EntryOf(Guid step, DateOnly day) => ofDay.GetValueOrDefault((step, day));

    /// <summary>The same, and null where it was taken back.</summary>
    public Entry? WordOf(Guid step, DateOnly day) => EntryOf(step, day) is { IsWord: true } entry ? entry : null;

    public DayFeel? FeelOn(DateOnly day) => feels.TryGetValue(day, out var feel) ? feel : null;

    /// <summary>Its latest version, whenever that holds; null for a step that is not there.</summary>
    public LivedStep? StepOf(Guid step) => versions[step].MaxBy(version => version.Version.Number);

    public DateOnly FirstDayOf(Guid step) => versions[step].Min(version => version.Version.From);

    /// <summary>As it was on a day; null before it began.</summary>
    public LivedStep? StepOn(Guid step, DateOnly day) =>
        versions[step].Where(version => version.Version.From <= day).MaxBy(version => version.Version.Number);

    /// <summary>The steps of a day, without those that were put away.</summary>
    public IEnumerable<LivedStep> StepsOn(DateOnly day) =>
        versions.Select(step => StepOn(step.Key, day)).OfType<LivedStep>().Where(step => !step.Version.Archived);

    /// <summary>Its rhythm names the day; of so many times in so many days, no single day is owed.</summary>
    public bool IsNamed(LivedStep step, DateOnly day)
    {
        var rhythm = step.Version.Rhythm;
        return rhythm.Names(day, rhythm is { Kind: RhythmKind.Every, Days: > 1 } ? RhythmBegan(step, rhythm) : day);
    }

    /// <summary>Its rhythm, or else the coin, leaves the day free: it may be done and is not expected.</summary>
    public bool IsFree(LivedStep step, DateOnly day) =>
        step.Step.Kind == StepKind.Practice
        && (
            ExperimentOf(step.Id, day)?.Asks(step.Id, day) is { } asks
                ? !asks
                : step.Version.Rhythm.Kind != RhythmKind.Often && !IsNamed(step, day)
        );

    /// <summary>The experiment in which a coin settles the day for this step.</summary>
    public Experiment? ExperimentOf(Guid step, DateOnly day) =>
        experiments.Find(experiment => experiment.Asks(step, day) is not null);

    /// <summary>The day is off for this step: a rest, a reserve day, a pause, or the coin says to leave it.</summary>
    public bool IsOff(LivedStep step, DateOnly day) =>
        off.Contains(day)
        || pauses.Exists(pause => pause.Covers(day, step.Step))
        || experiments.Exists(experiment => experiment.Asks(step.Id, day) == false);

    /// <summary>The pause that holds a step back on a day; an open one before one that ends.</summary>
    public Pause? PauseOf(LivedStep step, DateOnly day) =>
        pauses.Where(pause => pause.Covers(day, step.Step)).MaxBy(pause => pause.Until ?? DateOnly.MaxValue);

    /// <summary>The times that a moment was counted on a day, oldest first.</summary>
    public IReadOnlyList<Entry> MomentsOf(Guid step, DateOnly day) =>
        [
            .. Entries.Where(entry =>
                entry.Kind == StepKind.Moment && entry.IsWin && entry.StepId == step && entry.Day == day
            ),
        ];

    /// <summary>Reserve days that are used in the week, Monday to Sunday, of a day.</summary>
    public int ReservesInWeekOf(DateOnly day, DateOnly? except = null)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return Words
            .OfType<DayOff>()
            .Where(word => word.Reserve)
            .Select(word => word.Day)
            .Concat(Entries.Where(entry => entry.Outcome == Outcome.Reserve).Select(entry => entry.Day))
            .Where(used => used >= monday && used < monday.AddDays(7) && used != except)
            .Distinct()
            .Count();
    }

    /// <summary>Wins since <see cref="Since"/>: every one is a stone.</summary>
    public IEnumerable<DateOnly> Stones =>
        Entries
            .Where(entry => entry.IsWin)
            .Select(entry => entry.Day)
            .Concat(Words.OfType<NoticedWin>().Select(w => w.Day));

    /// <summary>The day on which the rhythm of a version began: other changes since then do not begin it anew.</summary>
    private DateOnly RhythmBegan(LivedStep step, Rhythm rhythm)
    {
        var since = step.Version.From;
        foreach (
            var before in versions[step.Id]
                .Where(version => version.Version.Number < step.Version.Number)
                .OrderByDescending(version => version.Version.Number)
                .TakeWhile(version => version.Version.Rhythm == rhythm)
        )
        {
            since = before.Version.From < since ? before.Version.From : since;
        }

        return since;
    }

    /// <summary>From an evening on, day by day: the bars of a day about which nothing was said come from the evening before.</summary>
    /// <param name="evening">The belief at the end of <paramref name="after"/>.</param>
    /// <param name="after">The last day that is in it; null if nobody is known yet.</param>
    /// <param name="through">The last day to live.</param>
    /// <param name="told">Receives the facts of each day, and the belief on its morning, if somebody wants to know.</param>
    public Belief Live(
        Belief evening,
        DateOnly? after,
        DateOnly through,
        Action<Belief, IReadOnlyList<Fact>>? told = null
    )
    {
        var facts = EngineFacts
            .Of(this, through)
            .Select(fact => fact is StepBegan began && began.Day <= after ? Late(began, evening, after.Value) : fact)
            .Where(fact => after is null || fact.Day > after)
            .GroupBy(fact => fact.Day)
            .OrderBy(day => day.Key);
        foreach (var day in facts.Where(day => day.Key <= through))
        {
            var silences = evening.Through is null ? [] : EngineFacts.Silences(this, day.Key, evening);
            Fact[] all = [.. day, .. silences];
            told?.Invoke(evening, all);
            evening = evening.After(all, day.Key);
        }

        return evening.After([], through);
    }

    /// <summary>What an earlier evening should know and does not, for instance because a goal went to another area, begins now.</summary>
    private static StepBegan Late(StepBegan began, Belief evening, DateOnly after) =>
        evening.Knows(began.Step) ? began : began with { Day = after.AddDays(1) };

    /// <summary>Three queries. A task that was done before <paramref name="since"/> is left out.</summary>
    /// <param name="db">The store.</param>
    /// <param name="person">Whose.</param>
    /// <param name="since">Entries and words about this day and later; null for all.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <param name="through">Entries and words about this day and earlier; null for all.</param>
    /// <param name="only">Reads less of each entry, where years of them are asked for; null for all of it.</param>
    public static async Task<Records> Read(
        CairnDb db,
        Guid person,
        DateOnly? since,
        CancellationToken cancel,
        DateOnly? through = null,
        Func<IQueryable<Entry>, IQueryable<Entry>>? only = null
    )
    {
        var (versions, rulers) = await LivedSteps.Read(db, person, since, cancel);
        var counting = db
            .Entries.AsNoTracking()
            .Where(entry => entry.PersonId == person && entry.SupersededBy == null)
            .Where(entry => since == null || entry.Day >= since)
            .Where(entry => through == null || entry.Day <= through)
            .OrderBy(entry => entry.Day)
            .ThenBy(entry => entry.At);
        var entries = await (only is null ? counting : only(counting)).ToListAsync(cancel);
        var words = await db
            .DayWords.AsNoTracking()
            .Where(word => word.PersonId == person && word.SupersededBy == null)
            .Where(word => !(word is TakenBack) || word.Truth != null)
            .Where(word =>
                since == null
                || word.Day >= since
                || (word is Pause && (((Pause)word).Until == null || ((Pause)word).Until >= since))
                || (word is Experiment && ((Experiment)word).Last >= since)
            )
            .Where(word => through == null || word.Day <= through)
            .OrderBy(word => word.Day)
            .ThenBy(word => word.At)
            .ToListAsync(cancel);
        return new Records(versions, rulers, entries, words, since);
    }
}
