using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Cairn.Shell;

namespace Cairn.Today;

/// <summary>One day: its rows, to be filled in for two weeks, and everything that was said about it.</summary>
public sealed record DayView(TodayView Day, IReadOnlyList<DaysWord> Words)
{
    public bool CanBeFilledIn => Day.Day >= Oldest;
    public DateOnly? Before => Day.Day > Oldest ? Day.Day.AddDays(-1) : null;
    public DateOnly? After => Day.Day < Day.Today ? Day.Day.AddDays(1) : null;

    private DateOnly Oldest => Day.Today.AddDays(-Life.RecentDays);

    public static DayView Of(Life life, Me me, DateOnly day, Guid? said, Trouble? trouble = null)
    {
        var records = life.Records;
        var words = records
            .Entries.Where(entry => entry.Day == day && entry.IsWord)
            .Select(entry => (entry.At, new DaysWord(entry.Id, TextOf(entry, records.StepOf(entry.StepId)))))
            .Concat(
                records
                    .Words.Where(word => word.Day == day && TextOf(word) is not null)
                    .Select(word => (word.At, new DaysWord(word.Id, TextOf(word)!)))
            );
        return new DayView(
            TodayView.Of(life, me, day, said, justBegun: false, trouble),
            [.. words.OrderBy(word => word.At).Select(word => word.Item2)]
        );
    }

    private static string TextOf(Entry entry, LivedStep? step)
    {
        var (name, unit) = (step?.Version.Name ?? "", step?.Version.Unit ?? "");
        var amount = entry.Amount ?? (entry.Tier is { } tier ? entry.Bars.Of(tier) : null);
        return entry switch
        {
            { Kind: StepKind.Moment } => name,
            { Outcome: Outcome.Won, Kind: StepKind.Task } => Phrase.Of(TodayWords.WordDone, name, TodayWords.Done),
            { Outcome: Outcome.Won } when amount is { } done && step?.Version.Pinned is not 1 => Phrase.Of(
                TodayWords.WordDone,
                name,
                Quantity.Of(done, unit)
            ),
            { Outcome: Outcome.NotToday } => Phrase.Of(TodayWords.WordDone, name, DayWordsOf.Reason(entry.Reason)),
            _ => Phrase.Of(TodayWords.WordDone, name, DayWordsOf.Said(entry.Outcome)),
        };
    }

    private static string? TextOf(DayWord word) =>
        word switch
        {
            DayReport report => Phrase.Of(TodayWords.WordFeel, DayWordsOf.Feel(report.Feel)),
            NoticedWin noticed => noticed.Text,
            DayOff off => off.Reserve ? TodayWords.ReserveDay : TodayWords.Rest,
            Pause { Until: null } => TodayWords.WordPaused,
            TimerStart => TodayWords.WordTimer,
            _ => null,
        };
}

/// <summary>Something that was said about a day, and can be taken back.</summary>
public sealed record DaysWord(Guid Id, string Text);
