using System.Globalization;
using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Insights;

public static class InsightsEndpoints
{
    public static void AddInsights(this IServiceCollection services)
    {
        services.AddScoped<Choices>();
        services.AddScoped<Experimenting>();
        services.AddSingleton(new TodayCard(CoinCards.OfToday));
    }

    public static void MapInsights(this WebApplication app)
    {
        var insights = app.MapGroup("/insights").DisableAntiforgery();
        insights.MapGet("", Show);
        insights.MapGet("how/{number}", ShowHow);
        insights.MapGet("shuffle", Shuffle);
        insights.MapGet("promises.csv", Tables.SendPromises);
        insights.MapGet("days.csv", Tables.SendDays);
        insights.MapPost("ignore", Ignore);
        insights.MapPost("show", ShowAgain);
        insights.MapGet("test/{step:guid}", ShowTest);
        insights.MapPost("test/{step:guid}", Begin);
        insights.MapGet("experiments/{experiment:guid}", ShowExperiment);
        insights.MapGet("experiments/{experiment:guid}.csv", Tables.SendExperiment);
        insights.MapPost("experiments/{experiment:guid}/stop", Stop);
    }

    private static async Task<IResult> Show(HttpContext context, CairnDb db, Me me, CancellationToken cancel) =>
        Pages.Show<InsightsPage>(context, nameof(InsightsPage.View), await InsightsView.Read(db, me, cancel));

    private static IResult ShowHow(HttpContext context, string number) =>
        How.Of(number) is { } how ? Pages.Show<HowPage>(context, nameof(HowPage.How), how) : Results.NotFound();

    private static async Task<IResult> Shuffle(HttpContext context, CairnDb db, Me me, CancellationToken cancel) =>
        Pages.Show<ShufflePage>(context, nameof(ShufflePage.View), await ShuffleView.Read(db, me, cancel));

    private static async Task<IResult> Ignore(
        Choices choices,
        Me me,
        [FromForm] Guid id,
        [FromForm] Guid step,
        CancellationToken cancel
    ) =>
        id == Guid.Empty ? Results.BadRequest()
        : await choices.Ignore(me, id, step, cancel) ? Pages.Next("/insights")
        : Results.NotFound();

    private static async Task<IResult> ShowAgain(
        Choices choices,
        Me me,
        [FromForm] Guid id,
        [FromForm] Guid step,
        CancellationToken cancel
    ) =>
        id == Guid.Empty ? Results.BadRequest()
        : await choices.ShowAgain(me, id, step, cancel) ? Pages.Next("/insights")
        : Results.NotFound();

    private static async Task<IResult> ShowTest(
        HttpContext context,
        CairnDb db,
        Me me,
        Guid step,
        CancellationToken cancel
    ) =>
        await TestView.Read(db, me, step, cancel) is { } view
            ? Pages.Show<TestPage>(context, nameof(TestPage.View), view)
            : Results.NotFound();

    private static async Task<IResult> Begin(
        HttpContext context,
        CairnDb db,
        Experimenting experiments,
        Me me,
        Guid step,
        [FromForm] Guid id,
        CancellationToken cancel
    )
    {
        if (id == Guid.Empty)
        {
            return Results.BadRequest();
        }

        switch (await experiments.Begin(me, id, step, cancel))
        {
            case Kept.Saved:
                return Pages.Next(string.Create(CultureInfo.InvariantCulture, $"/insights/experiments/{id}"));
            case Kept.Changed when await TestView.Read(db, me, step, cancel) is { } view:
                return Pages.Show<TestPage>(context, nameof(TestPage.View), view, StatusCodes.Status409Conflict);
            default:
                return Results.NotFound();
        }
    }

    private static async Task<IResult> ShowExperiment(
        HttpContext context,
        CairnDb db,
        Me me,
        Guid experiment,
        CancellationToken cancel
    ) =>
        await ExperimentView.Read(db, me, experiment, cancel) is { } view
            ? Pages.Show<ExperimentPage>(context, nameof(ExperimentPage.View), view)
            : Results.NotFound();

    private static async Task<IResult> Stop(
        Experimenting experiments,
        Me me,
        Guid experiment,
        [FromForm] Guid id,
        CancellationToken cancel
    ) =>
        id == Guid.Empty ? Results.BadRequest()
        : await experiments.Stop(me, id, experiment, cancel) == Kept.Saved ? Pages.Next("/insights")
        : Results.NotFound();
}
