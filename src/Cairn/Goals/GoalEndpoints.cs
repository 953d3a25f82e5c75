using Cairn.Data;
using Cairn.Ladders;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Goals;

/// <summary>The page of one goal, and what can be said of it there.</summary>
public static class GoalEndpoints
{
    public static void MapGoal(this WebApplication app)
    {
        var goal = app.MapGroup("/goals/{goal:guid}").DisableAntiforgery();
        goal.MapGet("", Show);
        goal.MapGet("matters", Ask);
        goal.MapPost("", Word);
        goal.MapPost("stands", Stand);
    }

    private static async Task<IResult> Show(
        HttpContext context,
        CairnDb db,
        LadderLibrary library,
        Me me,
        Guid goal,
        CancellationToken cancel
    ) =>
        await GoalView.Read(db, library, me, goal, cancel) is { } view
            ? Pages.Show<GoalPage>(context, nameof(GoalPage.View), view)
            : Results.NotFound();

    /// <summary>"Does this still matter?"</summary>
    private static async Task<IResult> Ask(
        HttpContext context,
        CairnDb db,
        LadderLibrary library,
        Me me,
        Guid goal,
        CancellationToken cancel
    ) =>
        await GoalView.Read(db, library, me, goal, cancel) switch
        {
            null => Results.NotFound(),
            { Goal.State: not GoalState.Open } view => Pages.Next(view.Path),
            var view => Pages.Show<MattersPage>(context, nameof(MattersPage.View), view),
        };

    private static async Task<IResult> Word(
        HttpContext context,
        CairnDb db,
        LadderLibrary library,
        GoalChanges changes,
        Me me,
        Guid goal,
        [FromForm] Guid id,
        [FromForm] int? number,
        [FromForm] string? title,
        [FromForm] string? why,
        [FromForm] string? area,
        [FromForm] string? own,
        CancellationToken cancel
    )
    {
        if (id == Guid.Empty || number is null)
        {
            return Results.BadRequest();
        }

        var words = GoalWords.Read(title, why, area, own);
        var wrong = words.Wrong();
        var kept = wrong is null ? await changes.Word(me, goal, id, number.Value, words, cancel) : Kept.Saved;
        if (wrong is null && kept == Kept.Saved)
        {
            return Pages.Next($"/goals/{goal}");
        }

        return await GoalView.Read(db, library, me, goal, cancel) is { } view
            ? Pages.Show<GoalPage>(
                context,
                nameof(GoalPage.View),
                view with
                {
                    Unsaved = new Unsaved(
                        wrong ?? Phrase.Of(GoalsWords.ChangedElsewhere, view.Goal.Title),
                        words.Title,
                        words.Why,
                        words.Own.Length > 0 ? null : words.Area,
                        words.Own
                    ),
                },
                wrong is null ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity
            )
            : Results.NotFound();
    }

    private static async Task<IResult> Stand(
        GoalChanges changes,
        Me me,
        Guid goal,
        [FromForm] Guid id,
        [FromForm] GoalState? state,
        CancellationToken cancel
    ) =>
        id == Guid.Empty || state is null || !Enum.IsDefined(state.Value) ? Results.BadRequest()
        : await changes.Stand(me, goal, id, state.Value, cancel) == Kept.Saved ? Pages.Next($"/goals/{goal}")
        : Results.NotFound();
}
