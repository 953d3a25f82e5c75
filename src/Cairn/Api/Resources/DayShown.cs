using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Today;

namespace Cairn.Api.Resources;

/// <summary>A day as Today shows it.</summary>
/// <param name="Day">The person's own day.</param>
/// <param name="IsToday">It is not over.</param>
/// <param name="Sentence">The one true sentence, in the reader's language.</param>
/// <param name="Feel">How the person said that it feels.</param>
/// <param name="Off">The day is off: a rest, or a reserve day.</param>
/// <param name="ReservesLeft">Reserve days that are left in its week.</param>
/// <param name="Open">So many of the steps are open on Today; the rest is folded.</param>
/// <param name="DaysAway">Days of a lapse after which the day begins with half; null without one.</param>
/// <param name="Steps">Practices and tasks in the person's order; those that are free on the day come last.</param>
/// <param name="Moments">What is counted whenever it happens.</param>
/// <param name="Noticed">Wins that nobody planned.</param>
/// <param name="Waiting">Steps that are paused.</param>
public sealed record DayShown(
    DateOnly Day,
    bool IsToday,
    string Sentence,
    DayFeel? Feel,
    DayOffShown? Off,
    int ReservesLeft,
    int Open,
    int? DaysAway,
    IReadOnlyList<DayStepShown> Steps,
    IReadOnlyList<DayMomentShown> Moments,
    IReadOnlyList<NoticedShown> Noticed,
    IReadOnlyList<WaitingShown> Waiting
)
{
    public static DayShown Of(TodayView view) =>
        new(
            view.Day,
            view.IsToday,
            view.Sentence,
            view.Feel,
            view.Off is { } off ? new DayOffShown(off.Id, off.Reserve) : null,
            view.ReservesLeft,
            view.Open,
            view.DaysAway,
            [.. view.Steps.Select(DayStepShown.Of)],
            [.. view.Moments.Select(DayMomentShown.Of)],
            [.. view.Noticed.Select(NoticedShown.Of)],
            [
                .. view.Waiting.Select(waiting => new WaitingShown(
                    waiting.Step.Id,
                    waiting.Step.Version.Name,
                    waiting.Pause.Until
                )),
            ]
        );
}

/// <param name="Entry">What takes the day back, if it is taken back.</param>
/// <param name="IsReserve">One of the two of its week, and not a rest.</param>
public sealed record DayOffShown(Guid Entry, bool IsReserve);

/// <summary>A step on a day.</summary>
/// <param name="Bars">Its three amounts; of a task they are its minutes.</param>
/// <param name="Said">What was said about it, if anything was.</param>
/// <param name="IsFree">Its rhythm leaves the day free.</param>
public sealed record DayStepShown(
    Guid Step,
    Guid Goal,
    StepKind Kind,
    string Name,
    string Unit,
    string? Cue,
    BarsShown Bars,
    SaidShown? Said,
    bool IsFree
)
{
    public static DayStepShown Of(TodayStep step) =>
        new(
            step.Id,
            step.Lived.Step.GoalId,
            step.Lived.Step.Kind,
            step.Name,
            step.Unit,
            step.Lived.Version.Cue,
            BarsShown.Of(step.Bars),
            SaidShown.Of(step.Entry),
            step.IsFree
        );
}

/// <summary>What counts of a step and a day.</summary>
public sealed record SaidShown(Guid Entry, Outcome Outcome, Tier? Tier, double? Amount)
{
    public static SaidShown? Of(Entry? entry) =>
        entry is null ? null : new(entry.Id, entry.Outcome, entry.Tier, entry.Amount);
}

/// <summary>Three amounts and the chance of each: any of them is a win.</summary>
public sealed record BarsShown(
    double Floor,
    double Target,
    double Stretch,
    double FloorChance,
    double TargetChance,
    double StretchChance
)
{
    public static BarsShown Of(Bars bars) =>
        new(
            bars.Floor,
            bars.Target,
            bars.Stretch,
            Rounded(bars.FloorChance),
            Rounded(bars.TargetChance),
            Rounded(bars.StretchChance)
        );

    /// <summary>What lies below is no knowledge.</summary>
    private static double Rounded(double chance) => Math.Round(chance, 3);
}

/// <param name="Times">How often it was counted on the day, by the entries that did.</param>
public sealed record DayMomentShown(Guid Step, Guid Goal, string Name, IReadOnlyList<Guid> Times)
{
    public static DayMomentShown Of(TodayMoment moment) =>
        new(
            moment.Lived.Id,
            moment.Lived.Step.GoalId,
            moment.Lived.Version.Name,
            [.. moment.Counted.Select(entry => entry.Id)]
        );
}

public sealed record NoticedShown(Guid Id, DateOnly Day, DateTimeOffset At, string Text)
{
    public static NoticedShown Of(NoticedWin win) => new(win.Id, win.Day, win.At, win.Text);
}

/// <param name="Until">The last day of the pause, if that is known.</param>
public sealed record WaitingShown(Guid Step, string Name, DateOnly? Until);
