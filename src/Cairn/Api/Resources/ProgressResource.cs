using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.People;
using Cairn.Progress;

namespace Cairn.Api.Resources;

/// <summary>What changes over weeks, in numbers.</summary>
public static class ProgressResource
{
    private const int FirstYear = 1990;

    public static void MapProgress(this ApiGroups api)
    {
        api.Read.MapGet("progress", Show)
            .Shows<ProgressShown>("Stones, momentum of a year, sizes, and how soon one is back");
        api.Read.MapGet("progress/calendar/{year:int}", ShowCalendar).Shows<CalendarShown>("The days of a year");
    }

    private static async Task<IResult> Show(CairnDb db, Me me, CancellationToken cancel)
    {
        var life = await Life.Read(db, me.Id, me.Today, cancel);
        return Shown.Of(ProgressShown.Of(await GrowthView.Read(db, me, cancel), life.Stones));
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
public sealed record ProgressShown(
    int Stones,
    double Momentum,
    IReadOnlyList<MomentumShown> Days,
    IReadOnlyList<GrownStep> Steps,
    IReadOnlyList<ComebackShown> Comebacks
)
{
    public static ProgressShown Of(GrowthView view, int stones) =>
        new(
            stones,
            Math.Round(view.Now, 1),
            [.. view.LatestMomentum.Select(day => new MomentumShown(day.Day, Math.Round(day.Value, 1), day.IsOff))],
            view.Steps,
            [.. view.Comebacks.Select(lapse => new ComebackShown(lapse.LastWin, lapse.Comeback!.Value, lapse.Days))]
        );
}

public sealed record MomentumShown(DateOnly Day, double Value, bool IsOff);

/// <param name="Days">So many days it took.</param>
public sealed record ComebackShown(DateOnly LastWin, DateOnly Back, int Days);

public sealed record CalendarShown(int Year, IReadOnlyList<CalendarDay> Days);
