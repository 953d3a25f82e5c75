using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Shell;

namespace Cairn.Today.Actions;

/// <summary>What can be said against an action by looking at it alone.</summary>
public static class ActionRules
{
    /// <returns>A sentence for the person, or null.</returns>
    public static string? Broken(DayAction action) =>
        action.Id == Guid.Empty
            ? ActionWords.NoId
            : action switch
            {
                Win win when win.Tier is null && win.Amount is null => ActionWords.NoAmount,
                Win win when win.Tier is { } tier && !Enum.IsDefined(tier) => ActionWords.NoSuchBar,
                Win { Amount: { } amount } when !IsAmount(amount) || amount == 0 => ActionWords.AmountCannotBe,
                NotToday { Amount: { } amount } when !IsAmount(amount) => ActionWords.AmountCannotBe,
                NotToday { Reason: var reason } when !Enum.IsDefined(reason) => ActionWords.NoSuchReason,
                Win { Bars: { } bars } when !AreBars(bars) => ActionWords.BarsCannotBe,
                NotToday { Bars: { } bars } when !AreBars(bars) => ActionWords.BarsCannotBe,
                Feel { Is: var feel } when !Enum.IsDefined(feel) => ActionWords.NoSuchFeel,
                Noticed { Text: var text } when string.IsNullOrWhiteSpace(text) => ActionWords.NothingNoticed,
                Noticed { Text: var text } when text.Length > NoticedWin.LongestText => ActionWords.NoticedTooLong,
                Noticed { Text: var text } when Typed.IsUnreadable(text) => ShellWords.Unreadable,
                PauseFrom { Step: not null, Goal: not null } => ActionWords.OneOfBoth,
                Resume { Step: not null, Goal: not null } => ActionWords.OneOfBoth,
                AnswerCheckIn { Answers: var answers } when answers.Count is 0 or > CheckIn.MostAnswers =>
                    ActionWords.NothingAnswered,
                AnswerCheckIn { Answers: var answers } when !answers.All(Fits) => ActionWords.AnswerCannotBe,
                AnswerCheckIn { Answers: var answers }
                    when answers.Values.Any(answer => Typed.IsUnreadable(answer.Text ?? "")) => ShellWords.Unreadable,
                _ => null,
            };

    /// <summary>A day may be filled in for fourteen days, counted from the tap, and no day before it has come.</summary>
    public static string? Broken(DateOnly day, DateOnly tapped) =>
        day > tapped ? ActionWords.DayToCome
        : day < tapped.AddDays(-Life.RecentDays) ? ActionWords.DayTooOld
        : null;

    private static bool Fits(KeyValuePair<string, Answer> said) => CheckIn.IsQuestion(said.Key) && said.Value.CanBe;

    private static bool IsAmount(double amount) => amount is >= 0 and <= Units.MostOfADay;

    private static bool AreBars(IReadOnlyList<double> bars) =>
        bars is [> 0, > 0, > 0 and <= Units.MostOfADay] && bars[0] <= bars[1] && bars[1] <= bars[2];
}
