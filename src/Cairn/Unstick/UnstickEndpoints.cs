using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Cairn.Splitting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Unstick;

public static class UnstickEndpoints
{
    public static void AddUnstick(this IServiceCollection services)
    {
        services.AddScoped<Starting>();
        services.AddSingleton(new TodayCard(Card));
    }

    public static void MapUnstick(this WebApplication app)
    {
        app.MapGet("/goals/{goal:guid}/unstick", Ask);
        app.MapPost("/goals/{goal:guid}/unstick", Answer).DisableAntiforgery();
        app.MapPost("/goals/{goal:guid}/unstick/start", Start).DisableAntiforgery();
        app.MapGet("/now", Find);
        app.MapGet("/now/{step:guid}", Show);
    }

    private static RenderFragment? Card(Me me, Life life) =>
        Stuck.OfferedIn(life) is not { } stuck
            ? null
            : builder =>
            {
                builder.OpenComponent<StuckCard>(0);
                builder.AddComponentParameter(1, nameof(StuckCard.Stuck), stuck);
                builder.CloseComponent();
            };

    private static async Task<IResult> Ask(
        HttpContext context,
        CairnDb db,
        Me me,
        Guid goal,
        Guid? step,
        CancellationToken cancel
    ) =>
        await UnstickQuestion.Read(db, me, goal, step, cancel) switch
        {
            null => Results.NotFound(),
            { Goal.State: not GoalState.Open } => ToGoal(goal),
            var question => Page(context, question),
        };

    private static async Task<IResult> Answer(
        HttpContext context,
        CairnDb db,
        Me me,
        Guid goal,
        [FromForm] string? step,
        [FromForm] string? blocker,
        [FromForm] string? what,
        [FromForm] string? own,
        [FromForm] string? first,
        CancellationToken cancel
    )
    {
        var about = Guid.TryParse(step, out var id) ? id : (Guid?)null;
        if (await UnstickQuestion.Read(db, me, goal, about, cancel) is not { } question)
        {
            return Results.NotFound();
        }

        var said = (what is { Length: > 0 } ? what : own) is { } words ? Typed.Line(words) : null;
        return Page(
            context,
            question with
            {
                Blocker = Enum.TryParse<Blocker>(blocker, out var why) && Enum.IsDefined(why) ? why : null,
                What = said,
                First = first,
                Wrong = said is null ? null : UnstickQuestion.WrongWith(said),
            }
        );
    }

    private static async Task<IResult> Start(
        HttpContext context,
        CairnDb db,
        Starting starting,
        Me me,
        Guid goal,
        [FromForm] Guid id,
        [FromForm] string? what,
        CancellationToken cancel
    )
    {
        var said = Typed.Line(what);
        if (UnstickQuestion.WrongWith(said) is { } wrong)
        {
            return await UnstickQuestion.Read(db, me, goal, null, cancel) is { } question
                ? Page(context, question with { Blocker = Blocker.TooBig, What = said, Wrong = wrong })
                : Results.NotFound();
        }

        return id == Guid.Empty
            ? Results.NotFound()
            : await starting.Start(me, goal, id, said, cancel) switch
            {
                Kept.Saved => Pages.Next($"/now/{id}"),
                Kept.Changed => ToGoal(goal),
                _ => Results.NotFound(),
            };
    }

    /// <summary>Where it says that it is done or was let go, and how it is taken up again.</summary>
    private static IResult ToGoal(Guid goal) => Pages.Next($"/goals/{goal}");

    /// <summary>From a step that waits, or from whatever stands still.</summary>
    private static async Task<IResult> Find(CairnDb db, Me me, Guid? step, CancellationToken cancel)
    {
        var life = await Life.Read(db, me.Id, me.Today, cancel);
        var waiting =
            step is { } id ? life.Records.StepOf(id)
            : Stuck.In(life) is { } stuck ? stuck.Step
            : life.Steps.FirstOrDefault(s => s.Step.Kind != StepKind.Moment);
        return waiting is null && step is not null ? Results.NotFound()
            : waiting is null ? Pages.Next("/")
            : Pages.Next($"/goals/{waiting.Step.GoalId}/unstick?step={waiting.Id}");
    }

    private static async Task<IResult> Show(
        HttpContext context,
        Starting starting,
        Me me,
        Guid step,
        CancellationToken cancel
    ) =>
        await starting.Read(me, step, cancel) is { } view
            ? Pages.Show<NowPage>(context, nameof(NowPage.View), view)
            : Results.NotFound();

    private static IResult Page(HttpContext context, UnstickQuestion question) =>
        Pages.Show<UnstickPage>(
            context,
            nameof(UnstickPage.View),
            question,
            question.Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
}
