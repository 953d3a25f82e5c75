using System.Globalization;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Questions;
using Cairn.Shell;

namespace Cairn.History;

/// <summary>The words for what was said.</summary>
internal static class Saying
{
    /// <summary>"Walk, 12 min", "Walk: not today", "Breathe out".</summary>
    public static string Of(LivedStep step, SaidEntry entry)
    {
        var name = step.Version.Name;
        return entry switch
        {
            { Outcome: Outcome.TakenBack } => Phrase.Of(HistoryWords.Colon, name, HistoryWords.TakenBack),
            { Outcome: Outcome.Rest } => Phrase.Of(HistoryWords.Colon, name, HistoryWords.Rest),
            { Outcome: Outcome.Reserve } => Phrase.Of(HistoryWords.Colon, name, HistoryWords.Reserve),
            { Outcome: Outcome.NotToday } => Phrase.Of(HistoryWords.Colon, name, WhyNot(step, entry)),
            { Kind: StepKind.Practice } when AmountOf(entry) is { } amount => Phrase.Of(
                HistoryWords.Comma,
                name,
                Quantity.Of(amount, step.Version.Unit)
            ),
            { Kind: StepKind.Task } => Phrase.Of(HistoryWords.Comma, name, HistoryWords.Done),
            _ => name,
        };
    }

    public static SaidEntry As(Entry entry) =>
        new(
            entry.Id,
            entry.StepId,
            entry.Kind,
            entry.Day,
            entry.At,
            entry.Outcome,
            entry.Tier,
            entry.Amount,
            entry.Reason,
            entry.Note,
            entry.Bars.Of(entry.Tier ?? Tier.Floor)
        );

    /// <summary>Null for what nobody needs to find: timers and letters have pages of their own.</summary>
    public static string? Of(DayWord word) =>
        word switch
        {
            NoticedWin noticed => noticed.Text,
            DayReport report => report.Feel switch
            {
                DayFeel.Rough => HistoryWords.RoughDay,
                DayFeel.Good => HistoryWords.GoodDay,
                _ => HistoryWords.FineDay,
            },
            DayOff off => off.Reserve ? HistoryWords.ReserveDay : HistoryWords.RestDay,
            Pause { Until: { } until } => Phrase.Of(HistoryWords.PauseUntil, ShortDay.Of(until)),
            Pause => HistoryWords.PauseOpen,
            TakenBack => HistoryWords.TakenBack,
            _ => null,
        };

    public static FoundKind KindOf(DayWord word) =>
        word switch
        {
            DayReport => FoundKind.Mornings,
            DayOff => FoundKind.Rests,
            Pause => FoundKind.Pauses,
            _ => FoundKind.Noticed,
        };

    public static string Of(string key) =>
        HabitQuestion.StepOf(key) is not null
            ? QuestionWords.AutomaticShort
            : CheckInQuestions.All.FirstOrDefault(question => question.Key == key)?.Text()
                ?? HistoryWords.OtherQuestion;

    public static string Of(string key, Answer answer) =>
        answer.Rating is { } rating
            ? Phrase.Of(HabitQuestion.StepOf(key) is null ? HistoryWords.OfTen : HistoryWords.OfSeven, rating)
        : answer.Text is null ? HistoryWords.NoAnswer
        : CheckInQuestions.All.OfType<ChoiceQuestion>().FirstOrDefault(question => question.Key == key)?.Of(answer.Text)
            is { } option
            ? option.Text()
        : answer.Text;

    public static string Of(FoundKind kind) =>
        kind switch
        {
            FoundKind.Wins => HistoryWords.Wins,
            FoundKind.NotToday => HistoryWords.NotTodays,
            FoundKind.Moments => HistoryWords.Moments,
            FoundKind.Noticed => HistoryWords.Noticed,
            FoundKind.CheckIns => HistoryWords.CheckIns,
            FoundKind.Notes => HistoryWords.Notes,
            FoundKind.Mornings => HistoryWords.Mornings,
            FoundKind.Rests => HistoryWords.Rests,
            _ => HistoryWords.Pauses,
        };

    public static string Of(Tier tier) =>
        tier switch
        {
            Tier.Floor => HistoryWords.AtLeast,
            Tier.Target => HistoryWords.Aim,
            _ => HistoryWords.More,
        };

    private static double? AmountOf(SaidEntry entry) => entry.Amount ?? (entry.Tier is null ? null : entry.Bar);

    private static string WhyNot(LivedStep step, SaidEntry entry)
    {
        var why = entry.Reason switch
        {
            MissReason.TooBig => HistoryWords.TooBig,
            MissReason.NoEnergy => HistoryWords.NoEnergy,
            MissReason.Forgot => HistoryWords.Forgot,
            MissReason.NoChance => HistoryWords.NoChance,
            MissReason.Outside => HistoryWords.Outside,
            MissReason.DidNotWant => HistoryWords.DidNotWant,
            _ => HistoryWords.NotToday,
        };
        return entry.Amount is { } amount and > 0
            ? Phrase.Of(HistoryWords.Comma, why, Quantity.Of(amount, step.Version.Unit))
            : why;
    }
}
