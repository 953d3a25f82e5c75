using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Engine.Momentum;
using Cairn.People;
using Cairn.Pictures;
using Cairn.Progress;

namespace Cairn.Api.Resources;

/// <summary>What changes over weeks, in numbers.</summary>
public static class ProgressResource
{
    private const int FirstYear = 1990;

    public static void MapProgress(this ApiGroups api)
    {
        api.Read.MapGet("progress", Show)
            .Shows<ProgressShown>("Stones, momentum of a year, sizes, habits, and how soon one is back");
        api.Read.MapGet("wins", ListWins).Shows<Paged<WinShown>>("Each stone, the oldest day first");
        api.Read.MapGet("progress/calendar/{year:int}", ShowCalendar).Shows<CalendarShown>("The days of a year");
    }

    private static async Task<IResult> Show(CairnDb db, Me me, CancellationToken cancel)
    {
        var life = await Life.Read(db, me.Id, me.Today, cancel);
        return Shown.Of(ProgressShown.Of(await GrowthView.Read(db, me, cancel), life.Stones));
    }

    private static async Task<IResult> ListWins(
        CairnDb db,
        Me me,
        DateOnly? from,
        DateOnly? to,
        [AsParameters] Paging paging,
        CancellationToken cancel
    )
    {
        var after = paging.After;
        var first = paging.IsFirst || from > after.Day ? from : after.Day;
        var wins = (await Win.Read(db, me.Id, first, to, cancel))
            .Where(win => paging.IsFirst || win.Day > after.Day || win.Id.CompareTo(after.Id) > 0)
            .OrderBy(win => win.Day)
            .ThenBy(win => win.Id)
            .Take(paging.Take)
            .Select(WinShown.Of);
        return paging.Show([.. wins], win => new Cursor(win.Day, win.Id));
    }

    private static async Task<IResult> ShowCalendar(CairnDb db, Me me, int year, CancellationToken cancel) =>
        year < FirstYear || year > me.Today.Year
            ? Problem.NotHere
            : Shown.Of(new CalendarShown(year, (await CalendarView.Read(db, me, year, cancel)).Days));
}

/// <param name="Stones">All that were ever laid.</param>
/// <param name="Momentum">0 to 100, today so far.</param>
/// <param name="Days">Momentum at the end of each day of the last year.</param>
/// <param name="Steps">How the size of each practice has changed.</param>
/// <param name="Comebacks">The lapses that are over, the oldest first.</param>
/// <param name="Confidence">How sure the person was, what was predicted, and what happened: month by month.</param>
/// <param name="Habits">How automatic practices become that were asked about.</param>
public sealed record ProgressShown(
    int Stones,
    double Momentum,
    IReadOnlyList<MomentumShown> Days,
    IReadOnlyList<GrownStep> Steps,
    IReadOnlyList<ComebackShown> Comebacks,
    IReadOnlyList<ConfidenceShown> Confidence,
    IReadOnlyList<HabitShown> Habits
)
{
    public static ProgressShown Of(GrowthView view, int stones) =>
        new(
            stones,
            Math.Round(view.Now, 1),
            [.. view.LatestMomentum.Select(MomentumShown.Of)],
            view.Steps,
            [.. view.Comebacks.Select(lapse => new ComebackShown(lapse.LastWin, lapse.Comeback!.Value, lapse.Days))],
            [.. view.Confidence.Select(ConfidenceShown.Of)],
            [.. view.Habits.Select(HabitShown.Of)]
        );
}

/// <param name="Change">What the day itself did to it.</param>
public sealed record MomentumShown(DateOnly Day, double Value, double Change, bool IsOff)
{
    public static MomentumShown Of(MomentumDay day) =>
        new(day.Day, Math.Round(day.Value, 1), Math.Round(day.Change, 1), day.IsOff);
}

/// <param name="Days">So many days it took.</param>
public sealed record ComebackShown(DateOnly LastWin, DateOnly Back, int Days);

/// <param name="Month">Its first day.</param>
/// <param name="Asked">What the person had answered, as a share.</param>
/// <param name="Predicted">The chance of the aim that stood on the screen.</param>
/// <param name="Happened">The share of the days on which it was reached.</param>
/// <param name="Times">How many days.</param>
public sealed record ConfidenceShown(DateOnly Month, double Asked, double Predicted, double Happened, int Times)
{
    public static ConfidenceShown Of(ConfidenceMonth month) =>
        new(
            month.Month,
            Math.Round(month.Asked, 3),
            Math.Round(month.Predicted, 3),
            Math.Round(month.Happened, 3),
            month.Times
        );
}

/// <param name="Answers">From 1 to 7, the oldest first.</param>
/// <param name="Curve">On some days since the first win: 0 to 1, 95 of 100 curves between low and high.</param>
/// <param name="Days">From the first win until it has come 95 % of the way to its own plateau.</param>
public sealed record HabitShown(
    string Name,
    IReadOnlyList<HabitAnswered> Answers,
    IReadOnlyList<HabitPoint> Curve,
    HabitDays Days
)
{
    public static HabitShown Of(HabitStep habit) =>
        new(
            habit.Name,
            [.. habit.Answers.Select(answer => new HabitAnswered(answer.Day, answer.Agreement))],
            [
                .. habit.Curve.Select(point => new HabitPoint(
                    point.Day,
                    Math.Round(point.Low, 3),
                    Math.Round(point.Middle, 3),
                    Math.Round(point.High, 3)
                )),
            ],
            new(Math.Round(habit.Days.Low), Math.Round(habit.Days.Middle), Math.Round(habit.Days.High))
        );
}

public sealed record HabitAnswered(DateOnly Day, int Answer);

public sealed record HabitPoint(DateOnly Day, double Low, double Middle, double High);

public sealed record HabitDays(double Low, double Middle, double High);

/// <param name="Area">Where its goal belonged on that day.</param>
/// <param name="Name">As it is called now; a win that nobody planned in its own words.</param>
/// <param name="Tier">The bar that was reached, of a practice.</param>
/// <param name="Amount">What was done at least, of a practice.</param>
public sealed record WinShown(
    Guid Id,
    DateOnly Day,
    DateTimeOffset At,
    StoneKind Kind,
    string Area,
    string Name,
    Tier? Tier,
    double? Amount,
    string? Unit
)
{
    public static WinShown Of(Win win) =>
        new(
            win.Id,
            win.Day,
            win.At,
            win.Kind,
            win.Area,
            win.Name,
            win.Kind == StoneKind.Practice ? (Tier)win.Tier : null,
            win.Amount,
            win.Amount is null ? null : win.Unit
        );
}

public sealed record CalendarShown(int Year, IReadOnlyList<CalendarDay> Days);
