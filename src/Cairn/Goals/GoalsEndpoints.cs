using Cairn.Data;
using Cairn.Goals.Moments;
using Cairn.People;
using Cairn.Shell;

namespace Cairn.Goals;

public static class GoalsEndpoints
{
    public static void AddGoals(this IServiceCollection services) =>
        services.AddScoped<GoalChanges>().AddScoped<BeginMoment>();

    public static void MapGoals(this WebApplication app)
    {
        app.MapGet("/goals", ShowAll);
        app.MapGoal();
        app.MapMoment();
    }

    private static async Task<IResult> ShowAll(HttpContext context, CairnDb db, Me me, CancellationToken cancel) =>
        Pages.Show<GoalsPage>(context, nameof(GoalsPage.View), await GoalsView.Read(db, me, cancel));
}
