using System.Globalization;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.History;

/// <summary>Everything that was ever said about one day, with what stood there before. Four queries.</summary>
public sealed record DayHistoryView
{
    public required Person Person { get; init; }
    public required DateOnly Today { get; init; }
    public required DateOnly Day { get; init; }
    public required IReadOnlyList<EntryHistory> Entries { get; init; }
    public required IReadOnlyList<WordHistory> Words { get; init; }
    public required IReadOnlyList<AnswerHistory> Answers { get; init; }

    /// <summary>What could not be kept, and as it was typed.</summary>
    public Unkept? Unkept { get; init; }

    public bool IsEmpty => Entries.Count + Words.Count + Answers.Count == 0;

    /// <summary>What could not be kept and is about something that can no longer be changed, as it was taken back meanwhile.</summary>
    public Unkept? UnkeptElsewhere =>
        Unkept?.About is not null && !Entries.Any(IsAbout) && !Words.Any(IsAbout) ? Unkept : null;

    /// <summary>What was typed is about this, or about what stood in its place when it was typed.</summary>
    public bool IsAbout(EntryHistory entry) =>
        entry.Now.IsWord
        && Unkept?.About is { } id
        && (entry.Now.Id == id || entry.Before.Any(before => before.Id == id));

    /// <inheritdoc cref="IsAbout(EntryHistory)"/>
    public bool IsAbout(WordHistory word) =>
        word.Now is not TakenBack
        && Unkept?.About is { } id
        && (word.Now.Id == id || word.Before.Any(before => before.Id == id));

    public static string PathOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"/history/day/{day:O}");

    public static async Task<DayHistoryView> Read(CairnDb db, Me me, DateOnly day, CancellationToken cancel)
    {
        var (versions, _) = await LivedSteps.Read(db, me.Id, null, cancel);
        var entries = await db
            .Entries.AsNoTracking()
            .Where(entry => entry.PersonId == me.Id && entry.Day == day)
            .OrderBy(entry => entry.At)
            .ThenBy(entry => entry.Id)
            .ToListAsync(cancel);
        var words = await db
            .DayWords.AsNoTracking()
            .Where(word => word.PersonId == me.Id && word.Day == day)
            .Where(word =>
                word is NoticedWin
                || word is CheckIn
                || word is DayReport
                || word is DayOff
                || word is Pause
                || word is TakenBack
            )
            .OrderBy(word => word.At)
            .ThenBy(word => word.Id)
            .ToListAsync(cancel);
        var steps = versions.OrderBy(version => version.Version.Number).ToLookup(version => version.Id);
        var wordsById = words.ToDictionary(word => word.Id);
        return new DayHistoryView
        {
            Person = me.Person,
            Today = me.Today,
            Day = day,
            Entries =
            [
                .. entries
                    .Where(entry => entry.SupersededBy is null)
                    .Select(entry => new EntryHistory(
                        entry,
                        HistoryView.StepOn(steps[entry.StepId], day),
                        [.. entries.Where(other => IsBefore(other, entry))]
                    )),
            ],
            Words =
            [
                .. words
                    .Where(word => word.SupersededBy is null && word is not CheckIn)
                    .Select(word => new WordHistory(
                        word,
                        [.. words.Where(other => other != word && LastOf(other, wordsById) == word)]
                    ))
                    .Where(word => word.Now is not TakenBack || word.Before.Count > 0),
            ],
            Answers = [.. AnswersOf(words.OfType<CheckIn>().Where(one => one.SupersededBy is null))],
        };
    }

    /// <summary>Of a moment only what it replaced; of a practice all that was said about the day.</summary>
    private static bool IsBefore(Entry other, Entry counting) =>
        other.StepId == counting.StepId
        && (counting.Kind == StepKind.Moment ? other.SupersededBy == counting.Id : other.SupersededBy is not null);

    private static DayWord? LastOf(DayWord word, Dictionary<Guid, DayWord> words)
    {
        var last = word;
        for (var steps = 0; last.SupersededBy is { } by && steps < words.Count; steps++)
        {
            if (!words.TryGetValue(by, out var next))
            {
                return null;
            }

            last = next;
        }

        return last;
    }

    private static IEnumerable<AnswerHistory> AnswersOf(IEnumerable<CheckIn> checkIns) =>
        checkIns
            .SelectMany(one => one.Answers.Select(answer => (answer.Key, one.At, answer.Value)))
            .GroupBy(answer => answer.Key, StringComparer.Ordinal)
            .Select(question => new AnswerHistory(
                question.Key,
                question.Last().Value,
                [
                    .. question
                        .SkipLast(1)
                        .Where(answer => !answer.Value.IsNone)
                        .Select(answer => (answer.At, answer.Value)),
                ]
            ))
            .Where(question => !question.Now.IsNone || question.Before.Count > 0);
}

/// <param name="Now">What counts.</param>
/// <param name="Step">As it was on that day.</param>
/// <param name="Before">What stood there before, the oldest first.</param>
public sealed record EntryHistory(Entry Now, LivedStep Step, IReadOnlyList<Entry> Before)
{
    public string Text => Saying.Of(Step, Saying.As(Now));

    public string TextOf(Entry before) => Saying.Of(Step, Saying.As(before));
}

public sealed record WordHistory(DayWord Now, IReadOnlyList<DayWord> Before);

public sealed record AnswerHistory(string Key, Answer Now, IReadOnlyList<(DateTimeOffset At, Answer Answer)> Before);

/// <summary>What could not be kept: about which thing, why, and what was typed.</summary>
public sealed record Unkept(Guid? About, string Why, string Typed, string? Amount = null);
