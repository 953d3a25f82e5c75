using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Cairn.Today.Actions;

namespace Cairn.Today;

public static class TodayEndpoints
{
    public static void AddToday(this IServiceCollection services) => services.AddScoped<Log>();

    public static void MapToday(this WebApplication app)
    {
        app.MapGet("/", ShowToday);
        app.MapGet("/why/{step:guid}", ShowWhy);
        app.MapActions();
    }

    private static async Task<IResult> ShowToday(
        HttpContext context,
        CairnDb db,
        Me me,
        Guid? said,
        bool? first,
        bool? later,
        CancellationToken cancel
    )
    {
        var view = await TodayView.Read(db, me, said, first ?? false, cancel);
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
}
