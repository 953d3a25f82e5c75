using System.Globalization;
using Cairn.Data;
using Cairn.Ladders;
using Cairn.People;
using Cairn.Shell;
using Cairn.Steps.Easier;

namespace Cairn.Steps;

/// <summary>One step: how it is done, when, what may come in between, and what is good enough.</summary>
public static class StepsEndpoints
{
    public static void AddSteps(this IServiceCollection services) =>
        services.AddScoped<StepChanges>().AddScoped<EasierLists>();

    public static void MapSteps(this WebApplication app)
    {
        var step = app.MapGroup("/steps/{step:guid}").DisableAntiforgery();
        step.MapGet("", Open);
        step.MapPost("", Save);
        app.MapEasier();
    }

    private static async Task<IResult> Open(
        HttpContext context,
        CairnDb db,
        LadderLibrary library,
        Me me,
        Guid step,
        bool? saved,
        CancellationToken cancel
    ) =>
        await StepView.Read(db, library, me.Id, step, cancel) is { } view
            ? Show(context, view with { IsSaved = saved ?? false }, StatusCodes.Status200OK)
            : Results.NotFound();

    private static async Task<IResult> Save(
        HttpContext context,
        CairnDb db,
        LadderLibrary library,
        StepChanges changes,
        Me me,
        Guid step,
        CancellationToken cancel
    )
    {
        if (await StepView.Read(db, library, me.Id, step, cancel) is not { } view)
        {
            return Results.NotFound();
        }

        var form = await Forms.Read(context.Request, cancel);
        if (
            !Guid.TryParse(form["id"], out var action)
            || !int.TryParse(form["number"], CultureInfo.InvariantCulture, out var number)
        )
        {
            return Results.BadRequest();
        }

        view = view with { Draft = StepDraft.Read(form, view.Draft) };
        if (form["take"].ToString() is { Length: > 0 } taken)
        {
            var draft = view.Suggestions.Put(taken, view.Draft);
            return Show(context, view with { Draft = draft, HasTaken = true, Seen = number }, StatusCodes.Status200OK);
        }

        var next = view.Draft.Apply(view.Latest, view.Step.Kind, library.Named(view.Latest.Ladder), out var wrong);
        if (next is null)
        {
            return Show(context, view with { Wrong = wrong, Seen = number }, StatusCodes.Status422UnprocessableEntity);
        }

        var seen = view.Latest with { Number = number };
        if (await changes.Save(me, seen, next with { Number = number }, action, cancel) == Kept.Saved)
        {
            return Pages.Next($"/steps/{step}?saved=true");
        }

        var now = await StepView.Read(db, library, me.Id, step, cancel);
        return Show(context, now! with { Draft = view.Draft, ChangedElsewhere = true }, StatusCodes.Status409Conflict);
    }

    private static IResult Show(HttpContext context, StepView view, int status) =>
        Pages.Show<StepEditor>(context, nameof(StepEditor.View), view, status);
}
