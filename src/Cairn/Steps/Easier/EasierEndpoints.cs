using Cairn.Data;
using Cairn.Ladders;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Steps.Easier;

public static class EasierEndpoints
{
    public static void MapEasier(this WebApplication app)
    {
        var easier = app.MapGroup("/steps/{step:guid}/easier").DisableAntiforgery();
        easier.MapGet("", Open);
        easier.MapPost("", Change);
    }

    /// <param name="put">The idea that is to stand in the field.</param>
    private static async Task<IResult> Open(
        HttpContext context,
        CairnDb db,
        LadderLibrary library,
        EasierLists lists,
        Me me,
        Guid step,
        int? put,
        CancellationToken cancel
    )
    {
        if (await EasierView.Read(db, library, lists, me, step, cancel) is not { } view)
        {
            return Results.NotFound();
        }

        var idea = put is { } place ? view.Ideas.ElementAtOrDefault(place) : null;
        return Show(context, idea is null ? view : view with { Typed = (OutlineKind.Environment, idea) });
    }

    private static async Task<IResult> Change(
        HttpContext context,
        CairnDb db,
        LadderLibrary library,
        EasierLists lists,
        Me me,
        Guid step,
        [FromForm] Guid item,
        [FromForm] OutlineKind? kind,
        [FromForm(Name = "do")] string? what,
        [FromForm] string? text,
        CancellationToken cancel
    )
    {
        if (await EasierView.Read(db, library, lists, me, step, cancel) is not { } view)
        {
            return Results.NotFound();
        }

        if (item == Guid.Empty || kind is not (OutlineKind.Friction or OutlineKind.Environment))
        {
            return Results.BadRequest();
        }

        switch (what)
        {
            case "remove":
                await lists.Remove(me, step, kind.Value, item, cancel);
                return Pages.Next(view.Path);
            case "begin":
                return await lists.Begin(me, view.Step.Step, kind.Value, item, cancel) switch
                {
                    Kept.Saved => Pages.Next(view.Path),
                    Kept.Changed => Pages.Next($"/goals/{view.Step.Step.GoalId}"),
                    _ => Results.NotFound(),
                };
            default:
                var words = Typed.Line(text);
                var wrong =
                    Typed.Trouble(words, StepsWords.ItemMissing)
                    ?? (
                        await lists.Add(me, step, kind.Value, item, words, cancel)
                            ? null
                            : Phrase.Of(StepsWords.ListFull, EasierLists.MostItems)
                    );
                return wrong is null
                    ? Pages.Next(view.Path)
                    : Show(context, view with { Typed = (kind.Value, words), Wrong = wrong });
        }
    }

    private static IResult Show(HttpContext context, EasierView view) =>
        Pages.Show<EasierPage>(
            context,
            nameof(EasierPage.View),
            view,
            view.Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
}
