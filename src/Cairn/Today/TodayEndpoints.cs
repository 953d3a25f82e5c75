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
        app.MapGet("/day/{day}", ShowDay);
        app.MapGet("/why/{step:guid}", ShowWhy);
        app.MapActions();
    }

    /// <summary>The page on which something was said, with what could not be.</summary>
    public static async Task<IResult> ShowTrouble(
        HttpContext context,
        CairnDb db,
        Me me,
        DateOnly day,
        Trouble trouble,
        CancellationToken cancel
    )
    {
        var life = await Life.Read(db, me.Id, me.Today, cancel);
        const int status = StatusCodes.Status422UnprocessableEntity;
        return day < me.Today && day >= me.Today.AddDays(-Life.RecentDays)
            ? Pages.Show<DayPage>(context, nameof(DayPage.View), DayView.Of(life, me, day, null, trouble), status)
            : Pages.Show<TodayPage>(
                context,
                nameof(TodayPage.View),
                TodayView.Of(life, me, me.Today, null, justBegun: false, trouble),
                status
            );
    }

    private static async Task<IResult> ShowToday(
        HttpContext context,
        CairnDb db,
        WriteGate gate,
        Me me,
        Guid? said,
        bool? first,
        bool? later,
        CancellationToken cancel
    )
    {
        var life = await Life.Read(db, me.Id, me.Today, cancel);
        return life.Steps.Count == 0 && later != true
            ? Pages.Next("/welcome")
            : Pages.Show<TodayPage>(
                context,
                nameof(TodayPage.View),
                TodayView.Of(life, me, me.Today, said, first ?? false) with
                {
                    // Where nobody signs in nobody supports.
                    Cheers = context.User.IsPrivate() ? [] : await Cheered.Of(db, gate, me, life, cancel),
                }
            );
    }

    private static async Task<IResult> ShowDay(
        HttpContext context,
        CairnDb db,
        Me me,
        DateOnly day,
        Guid? said,
        CancellationToken cancel
    )
    {
        if (day > me.Today || day < me.Today.AddDays(-Life.RecentDays))
        {
            return Results.NotFound();
        }

        var life = await Life.Read(db, me.Id, me.Today, cancel);
        return Pages.Show<DayPage>(context, nameof(DayPage.View), DayView.Of(life, me, day, said));
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
