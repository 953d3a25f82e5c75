using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Today;

public static class TodayEndpoints
{
    public static void AddToday(this IServiceCollection services) => services.AddScoped<Log>();

    public static void MapToday(this WebApplication app)
    {
        app.MapGet("/", ShowToday);
        app.MapGet("/why/{step:guid}", ShowWhy);
        app.MapPost("/log", LogWin).DisableAntiforgery();
        app.MapPost("/take-back", TakeBack).DisableAntiforgery();
    }

    private static async Task<IResult> ShowToday(
        HttpContext context,
        CairnDb db,
        Me me,
        Guid? win,
        bool? first,
        bool? later,
        CancellationToken cancel
    )
    {
        var view = await TodayView.Read(db, me, win, first ?? false, cancel);
        return view.Steps.Count == 0 && later != true
            ? Pages.Next("/welcome")
            : Pages.Show<TodayPage>(context, nameof(TodayPage.View), view);
    }

    private static async Task<IResult> ShowWhy(
        HttpContext context,
        CairnDb db,
        Me me,
        Guid step,
        CancellationToken cancel
    ) =>
        await WhyView.Read(db, me, step, cancel) is { } view
            ? Pages.Show<WhyPage>(context, nameof(WhyPage.View), view)
            : Results.NotFound();

    private static async Task<IResult> LogWin(
        Log log,
        Me me,
        [FromForm] Guid id,
        [FromForm] Guid step,
        [FromForm] Tier tier,
        CancellationToken cancel
    )
    {
        if (!Enum.IsDefined(tier) || id == Guid.Empty)
        {
            return Results.BadRequest();
        }

        var entry = await log.Win(me, new WinAction(id, step, tier), cancel);
        return entry is null ? Results.NotFound() : Pages.Next($"/?win={entry}");
    }

    private static async Task<IResult> TakeBack(
        Log log,
        Me me,
        [FromForm] Guid id,
        [FromForm] Guid entry,
        CancellationToken cancel
    )
    {
        var known = id != Guid.Empty && await log.TakeBack(me, new TakeBackAction(id, entry), cancel);
        return known ? Pages.Next("/") : Results.NotFound();
    }
}
