using Cairn.Data;
using Cairn.People;
using Cairn.Shell;

namespace Cairn.Goals;

public static class GoalsEndpoints
{
    public static void AddGoals(this IServiceCollection services) => services.AddScoped<GoalChanges>();

    public static void MapGoals(this WebApplication app)
    {
        app.MapGet("/goals", ShowAll);
        app.MapGoal();
    }

    private static async Task<IResult> ShowAll(HttpContext context, CairnDb db, Me me, CancellationToken cancel) =>
        Pages.Show<GoalsPage>(context, nameof(GoalsPage.View), await GoalsView.Read(db, me, cancel));
}
