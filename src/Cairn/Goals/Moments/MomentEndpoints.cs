using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Goals.Moments;

/// <summary>From a goal to something that counts each time it happens.</summary>
public static class MomentEndpoints
{
    public static void MapMoment(this WebApplication app)
    {
        var moment = app.MapGroup("/goals/{goal:guid}/moment").DisableAntiforgery();
        moment.MapGet("", Ask);
        moment.MapPost("", Save);
    }

    private static async Task<IResult> Ask(
        HttpContext context,
        CairnDb db,
        Me me,
        Guid goal,
        CancellationToken cancel
    ) =>
        await Find(db, me, goal, cancel) switch
        {
            null => Results.NotFound(),
            { State: not GoalState.Open } => Pages.Next($"/goals/{goal}"),
            var known => Show(context, new MomentQuestion(known, Guid.CreateVersion7(me.Now))),
        };

    private static async Task<IResult> Save(
        HttpContext context,
        CairnDb db,
        BeginMoment begin,
        Me me,
        Guid goal,
        [FromForm] Guid id,
        [FromForm] string? name,
        CancellationToken cancel
    )
    {
        if (id == Guid.Empty)
        {
            return Results.BadRequest();
        }

        var known = await Find(db, me, goal, cancel);
        if (known is null)
        {
            return Results.NotFound();
        }

        if (known.State != GoalState.Open)
        {
            return Pages.Next($"/goals/{goal}");
        }

        var words = Typed.Line(name);
        if (Typed.Trouble(words, GoalsWords.MomentMissing) is { } wrong)
        {
            return Show(context, new MomentQuestion(known, id, words, wrong));
        }

        return await begin.Write(me, goal, id, words, cancel) switch
        {
            Kept.NotHere => Results.NotFound(),
            Kept.Changed => Pages.Next($"/goals/{goal}"),
            _ => Pages.Next("/"),
        };
    }

    private static IResult Show(HttpContext context, MomentQuestion question) =>
        Pages.Show<MomentPage>(
            context,
            nameof(MomentPage.View),
            question,
            question.Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    private static Task<Goal?> Find(CairnDb db, Me me, Guid goal, CancellationToken cancel) =>
        db.Goals.AsNoTracking().FirstOrDefaultAsync(g => g.PersonId == me.Id && g.Id == goal, cancel);
}
