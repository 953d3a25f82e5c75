using System.Collections.Immutable;
using Cairn.Data;
using Cairn.Engine.Effects;
using Cairn.Engine.Schedule;
using Cairn.People;

namespace Cairn.Insights;

/// <summary>A person's days as the engine's logbook wants them: docs/numbers/insights.md says what counts as noted.</summary>
public sealed class Diary
{
    /// <summary>The detector was tried on up to half a year; older days say less about now.</summary>
    public const int Days = 180;

    private readonly Records records;
    private readonly Person person;
    private readonly IReadOnlyDictionary<DateOnly, IReadOnlyDictionary<string, Answer>> answers;
    private readonly IReadOnlyDictionary<DateOnly, IReadOnlyDictionary<string, Answer>> soon;
    private readonly HashSet<(Guid Step, DateOnly Day)> won;
    private readonly ILookup<DateOnly, DateTimeOffset> stones;
    private readonly ILookup<DateOnly, DayReport> reports;

    public Diary(Records records, Person person)
    {
        (this.records, this.person) = (records, person);
        answers = CheckIn.ByDay(records.Words);
        soon = CheckIn.ByDay(
            records.Words.OfType<CheckIn>().Where(checkIn => person.DayOf(checkIn.At) <= checkIn.Day.AddDays(1))
        );
        var wins = records.Entries.Where(entry => entry.IsWin).ToList();
        won = [.. wins.Select(entry => (entry.StepId, entry.Day))];
        stones = wins.Select(entry => (entry.Day, entry.At))
            .Concat(records.Words.OfType<NoticedWin>().Select(noticed => (noticed.Day, noticed.At)))
            .ToLookup(stone => stone.Day, stone => stone.At);
        reports = records.Words.OfType<DayReport>().ToLookup(report => report.Day);
    }

    /// <summary>What a person can do again: practices and moments that are not put away.</summary>
    public static IReadOnlyList<LivedStep> ActionsOf(Records records, DateOnly today) =>
        [
            .. records
                .StepsOn(today)
                .Where(step => step.Step.Kind != StepKind.Task)
                .OrderBy(step => step.Step.Position)
                .ThenBy(step => step.Id),
        ];

    /// <summary>The rating of an evening, 0 to 10.</summary>
    public int? EveningOf(DateOnly day) => answers.GetValueOrDefault(day)?.GetValueOrDefault(Asked.Mood).Rating;

    /// <summary>All ratings of an evening, in the order of <see cref="Asked.Feelings"/>.</summary>
    public IReadOnlyList<int?> FeelingsOn(DateOnly day) =>
        [.. Asked.Feelings.Select(question => answers.GetValueOrDefault(day)?.GetValueOrDefault(question).Rating)];

    /// <summary>Wins of any kind.</summary>
    public int StonesOn(DateOnly day) => stones[day].Count();

    /// <summary>The same as it was given on that day or the next.</summary>
    public int? EveningSoon(DateOnly day) => soon.GetValueOrDefault(day)?.GetValueOrDefault(Asked.Mood).Rating;

    /// <summary>Some days in a row.</summary>
    public Logbook Read(IReadOnlyList<LivedStep> actions, DateOnly first, DateOnly last) =>
        Read(actions, first, last, EveningOf, SharePlanned);

    /// <summary>The same where a win is any stone: planned, counted as a moment, or noticed.</summary>
    public Logbook ReadStones(DateOnly first, DateOnly last) =>
        Read(
            [],
            first,
            last,
            EveningOf,
            day => records.WasSeenOn(day) || stones.Contains(day) ? Of(stones.Contains(day)) : null
        );

    /// <summary>The days of one experiment, and the evening before it.</summary>
    public Logbook Read(Experiment experiment) =>
        Read([], experiment.Day.AddDays(-1), experiment.Last, EveningSoon, _ => null);

    /// <summary>
    /// Whether a step was done. On a day with a sign of the person, silence about a step that was there is a no, as it is for
    /// the belief; else, and while the step waits in a pause, nothing is known.
    /// </summary>
    public bool? IsDone(Guid step, DateOnly day) =>
        won.Contains((step, day)) ? true
        : records.StepOn(step, day) is not { Version.Archived: false } lived ? null
        : records.WordOf(step, day) is not null ? false
        : records.WasSeenOn(day) && records.PauseOf(lived, day) is null ? false
        : null;

    /// <summary>The morning's report, if it came before the first win of the day and before its evening.</summary>
    public double? MorningOf(DateOnly day) =>
        reports[day].SingleOrDefault() is { } report
        && person.DayOf(report.At) == day
        && !person.IsEvening(report.At)
        && stones[day].All(stone => report.At <= stone)
            ? (int)report.Feel
            : null;

    /// <summary>Whether something was in the way; not known of a day about which nothing but ratings was said.</summary>
    public bool? SetbackOn(DateOnly day) =>
        answers.GetValueOrDefault(day) is not { } said ? null
        : Asked.InTheWay.Any(said.ContainsKey) ? true
        : Asked.BesideIt.Any(said.ContainsKey) ? false
        : null;

    /// <summary>
    /// The share of what was planned that was won, at most 1. Of so many times in so many days each day has its part.
    /// </summary>
    public double? SharePlanned(DateOnly day)
    {
        if (!records.WasSeenOn(day))
        {
            return null;
        }

        var (planned, done) = (0.0, 0);
        foreach (var step in records.StepsOn(day).Where(step => step.Step.Kind == StepKind.Practice))
        {
            var part =
                records.IsOff(step, day)
                || records.EntryOf(step.Id, day) is { Outcome: Data.Outcome.Rest or Data.Outcome.Reserve }
                    ? 0
                : step.Version.Rhythm is { Kind: RhythmKind.Often } rhythm ? rhythm.PerDay
                : records.IsNamed(step, day) ? 1
                : 0;
            planned += part;
            done += part > 0 && won.Contains((step.Id, day)) ? 1 : 0;
        }

        return planned > 0 ? Math.Min(1, done / planned) : null;
    }

    private Logbook Read(
        IReadOnlyList<LivedStep> actions,
        DateOnly first,
        DateOnly last,
        Func<DateOnly, int?> eveningOf,
        Func<DateOnly, double?> winsOf
    ) =>
        Logbook.Of(
            [.. actions.Select(step => step.Id)],
            Enumerable
                .Range(0, Math.Max(0, last.DayNumber - first.DayNumber + 1))
                .Select(first.AddDays)
                .Select(day => new Page(
                    day,
                    eveningOf(day),
                    MorningOf(day),
                    winsOf(day),
                    SetbackOn(day),
                    [.. actions.Select(step => IsDone(step.Id, day))]
                ))
        );

    private static double? Of(bool isSo) => isSo ? 1 : 0;
}
