using Cairn.Data;
using Cairn.People;
using Cairn.Shell;

namespace Cairn.Progress;

public static class ProgressEndpoints
{
    public static void MapProgress(this WebApplication app)
    {
        app.MapGet(
            "/progress",
            async (HttpContext context, CairnDb db, Me me, CancellationToken cancel) =>
                Show(context, await CairnView.ReadLatest(db, me, cancel))
        );
        app.MapGet(
            "/progress/all",
            async (HttpContext context, CairnDb db, Me me, bool? list, CancellationToken cancel) =>
                Show(context, await CairnView.ReadAll(db, me, list == true, cancel))
        );
        app.MapGet("/progress/wins.csv", WinsCsv.Send);
        app.MapGet(
            "/progress/calendar",
            (HttpContext context, CairnDb db, Me me, CancellationToken cancel) =>
                ShowCalendar(context, db, me, me.Today.Year, cancel)
        );
        app.MapGet("/progress/calendar/{year:int:min(1990):max(9000)}", ShowCalendar);
        app.MapGet("/progress/calendar/{year:int:min(1990):max(9000)}.csv", Tables.SendDays);
        app.MapGet(
            "/progress/growth",
            async (HttpContext context, CairnDb db, Me me, CancellationToken cancel) =>
                Pages.Show<GrowthPage>(context, nameof(GrowthPage.View), await GrowthView.Read(db, me, cancel))
        );
        app.MapGet("/progress/momentum.csv", Tables.SendMomentum);
        app.MapGet("/progress/sizes.csv", Tables.SendSizes);
        app.MapGet("/progress/comebacks.csv", Tables.SendComebacks);
        app.MapGet("/progress/confidence.csv", Tables.SendConfidence);
        app.MapGet("/progress/habits.csv", Tables.SendHabits);
        app.MapPost("/progress/figures", Hiding.Save).DisableAntiforgery();
        app.MapGet("/progress/{kind}/{day?}", ShowScope);
    }

    private static IResult Show(HttpContext context, CairnView view) =>
        Pages.Show<CairnPage>(context, nameof(CairnPage.View), view);

    private static async Task<IResult> ShowCalendar(
        HttpContext context,
        CairnDb db,
        Me me,
        int year,
        CancellationToken cancel
    ) =>
        year <= me.Today.Year
            ? Pages.Show<CalendarPage>(
                context,
                nameof(CalendarPage.View),
                await CalendarView.Read(db, me, year, cancel)
            )
            : Results.NotFound();

    private static async Task<IResult> ShowScope(
        HttpContext context,
        CairnDb db,
        Me me,
        string kind,
        DateOnly? day,
        bool? list,
        CancellationToken cancel
    ) =>
        ScopeOf(kind, day ?? me.Today) is { } scope && scope.First <= me.Today
            ? Show(context, await CairnView.Read(db, me, scope, list == true, cancel))
            : Results.NotFound();

    private static Scope? ScopeOf(string kind, DateOnly day) =>
        day.Year is < 1990 or > 9000
            ? null
            : kind switch
            {
                "day" => Scope.Of(ScopeKind.Day, day),
                "week" => Scope.Of(ScopeKind.Week, day),
                "month" => Scope.Of(ScopeKind.Month, day),
                "year" => Scope.Of(ScopeKind.Year, day),
                _ => null,
            };
}
