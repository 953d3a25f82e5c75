using Cairn.Data;
using Cairn.Ladders;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Welcome;

/// <summary>
/// Three small questions, each saved as it is answered, so that going back, or away, loses nothing: what to move,
/// how small, after what.
/// </summary>
public static class WelcomeEndpoints
{
    private const double UsualAmount = 10;
    private const int MostOffers = 3;

    public static void AddWelcome(this IServiceCollection services) =>
        services.AddScoped<Begin>().AddScoped<Unfinished>();

    public static void MapWelcome(this WebApplication app)
    {
        var welcome = app.MapGroup("/welcome").DisableAntiforgery();
        welcome.MapGet("", AskGoal);
        welcome.MapPost("", SaveGoal);
        welcome.MapGet("{goal:guid}", AskStep);
        welcome.MapPost("{goal:guid}", SaveStep);
        welcome.MapGet("{goal:guid}/{step:guid}/sure", AskSure);
        welcome.MapPost("{goal:guid}/{step:guid}/sure", SaveSure);
        welcome.MapGet("{goal:guid}/{step:guid}/cue", AskCue);
        welcome.MapPost("{goal:guid}/{step:guid}/cue", SaveCue);
    }

    private static async Task<IResult> AskGoal(
        HttpContext context,
        Unfinished unfinished,
        Me me,
        CancellationToken cancel
    )
    {
        var begun = await unfinished.Goal(me.Id, cancel);
        var question = begun is null
            ? new GoalQuestion(Guid.CreateVersion7(me.Now))
            : new GoalQuestion(begun.Id, begun.Title, begun.Area);
        return Pages.Show<GoalPage>(context, nameof(GoalPage.View), question);
    }

    private static async Task<IResult> SaveGoal(
        HttpContext context,
        Begin begin,
        LadderLibrary library,
        Me me,
        [FromForm] Guid id,
        [FromForm] string? title,
        [FromForm] string? area,
        [FromForm] string? zone,
        [FromForm] string? example,
        [FromForm] string? ladder,
        CancellationToken cancel
    )
    {
        var chosen = Example.Named(example);
        var taken = library.Named(chosen?.Ladder ?? ladder);
        var words = chosen?.Goal ?? taken?.Title.Here ?? Typed.Line(title);
        var place = chosen?.Area ?? taken?.Area ?? area;
        var wrong =
            Typed.Trouble(words, WelcomeWords.GoalMissing)
            ?? (place is null || !Areas.Given.Contains(place) ? WelcomeWords.AreaMissing : null);
        if (wrong is not null || id == Guid.Empty)
        {
            var again = new GoalQuestion(id == Guid.Empty ? Guid.CreateVersion7(me.Now) : id, words, place, wrong);
            return Pages.Show<GoalPage>(
                context,
                nameof(GoalPage.View),
                again,
                StatusCodes.Status422UnprocessableEntity
            );
        }

        await begin.Goal(me, id, words, place!, zone, cancel);
        return Pages.Next($"/welcome/{id}{(taken is null ? "" : $"?ladder={taken.Id}")}");
    }

    /// <param name="ladder">Taken with one tap, by its id.</param>
    /// <param name="others">The ladder that was taken before is to be put back.</param>
    private static async Task<IResult> AskStep(
        HttpContext context,
        CairnDb db,
        Unfinished unfinished,
        LadderLibrary library,
        Me me,
        Guid goal,
        string? ladder,
        bool? others,
        CancellationToken cancel
    )
    {
        var known = await db.Goals.AsNoTracking().FirstOrDefaultAsync(g => g.PersonId == me.Id && g.Id == goal, cancel);
        if (known is null)
        {
            return Results.NotFound();
        }

        var begun = await unfinished.Step(me.Id, goal, cancel);
        var id = begun?.StepId ?? Guid.CreateVersion7(me.Now);
        if (library.Named(ladder) is { } taken)
        {
            return ShowStep(
                context,
                new StepQuestion(
                    goal,
                    id,
                    known.Title,
                    taken.Title.Here,
                    Quantity.Of(taken.Start.Target),
                    taken.UnitHere,
                    taken
                )
            );
        }

        if (begun is not null && others != true)
        {
            return ShowStep(
                context,
                new StepQuestion(
                    goal,
                    id,
                    known.Title,
                    begun.Name,
                    Quantity.Of(begun.Stated),
                    begun.Unit,
                    library.Named(begun.Ladder)
                )
            );
        }

        var blank = new StepQuestion(goal, id, known.Title, "", Quantity.Of(UsualAmount), WelcomeWords.UnitUsual);
        return ShowStep(context, WithOffers(blank, library, known));
    }

    /// <summary>Up to three ladders that fit the goal; where none does, what a step in its area looks like.</summary>
    private static StepQuestion WithOffers(StepQuestion question, LadderLibrary library, Goal goal)
    {
        var offers = library.Find(goal.Title, MostOffers, goal.Area);
        return offers.Count > 0
            ? question with
            {
                Offers = offers,
            }
            : question with
            {
                Examples =
                [
                    .. Example
                        .All.Where(example => example.Area == goal.Area)
                        .Select(example => library.Named(example.Ladder))
                        .OfType<Ladder>(),
                ],
            };
    }

    private static IResult ShowStep(HttpContext context, StepQuestion question) =>
        Pages.Show<StepPage>(
            context,
            nameof(StepPage.View),
            question,
            question.Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    private static async Task<IResult> SaveStep(
        HttpContext context,
        CairnDb db,
        Begin begin,
        LadderLibrary library,
        Me me,
        Guid goal,
        [FromForm] Guid id,
        [FromForm] string? name,
        [FromForm] string? amount,
        [FromForm] string? unit,
        [FromForm] string? ladder,
        CancellationToken cancel
    )
    {
        var taken = library.Named(ladder);
        var words = StepWords.Read(name, Units.Read(amount), unit, taken);
        var wrong = words.Wrong();
        if (wrong is not null || id == Guid.Empty)
        {
            var known = await db
                .Goals.AsNoTracking()
                .FirstOrDefaultAsync(g => g.PersonId == me.Id && g.Id == goal, cancel);
            if (known is null)
            {
                return Results.NotFound();
            }

            var fresh = id == Guid.Empty ? Guid.CreateVersion7(me.Now) : id;
            var again = new StepQuestion(goal, fresh, known.Title, words.Name, Typed.Line(amount), words.Unit, taken)
            {
                Wrong = wrong ?? WelcomeWords.StepMissing,
            };
            return ShowStep(context, taken is null ? WithOffers(again, library, known) : again);
        }

        return await begin.Step(me, goal, id, words, cancel)
            ? Pages.Next($"/welcome/{goal}/{id}/sure")
            : Results.NotFound();
    }

    private static async Task<IResult> AskSure(
        HttpContext context,
        Begin begin,
        Me me,
        Guid goal,
        Guid step,
        bool? smaller,
        CancellationToken cancel
    ) =>
        await begin.Latest(me.Id, step, cancel) is { } version
            ? Pages.Show<SurePage>(
                context,
                nameof(SurePage.View),
                new SureQuestion(goal, version, Guid.CreateVersion7(me.Now), smaller ?? false)
            )
            : Results.NotFound();

    private static async Task<IResult> SaveSure(
        Begin begin,
        Me me,
        Guid goal,
        Guid step,
        [FromForm] Guid id,
        [FromForm] int rating,
        CancellationToken cancel
    )
    {
        if (rating is < 0 or > Begin.Surest || id == Guid.Empty)
        {
            return Results.BadRequest();
        }

        return await begin.Sure(me, id, step, rating, cancel) switch
        {
            null => Results.NotFound(),
            true => Pages.Next($"/welcome/{goal}/{step}/cue"),
            false => Pages.Next($"/welcome/{goal}/{step}/sure?smaller=true"),
        };
    }

    private static async Task<IResult> AskCue(
        HttpContext context,
        Begin begin,
        LadderLibrary library,
        Me me,
        Guid goal,
        Guid step,
        CancellationToken cancel
    ) =>
        await begin.Latest(me.Id, step, cancel) is { } version
            ? Pages.Show<CuePage>(
                context,
                nameof(CuePage.View),
                new CueQuestion(goal, version, CuesFor(version, library))
            )
            : Results.NotFound();

    private static async Task<IResult> SaveCue(
        HttpContext context,
        Begin begin,
        LadderLibrary library,
        Me me,
        Guid goal,
        Guid step,
        [FromForm] string? cue,
        CancellationToken cancel
    )
    {
        var words = Typed.Line(cue);
        if (Typed.Trouble(words) is { } wrong)
        {
            return await begin.Latest(me.Id, step, cancel) is { } version
                ? Pages.Show<CuePage>(
                    context,
                    nameof(CuePage.View),
                    new CueQuestion(goal, version with { Cue = words }, CuesFor(version, library), wrong),
                    StatusCodes.Status422UnprocessableEntity
                )
                : Results.NotFound();
        }

        var known = words.Length == 0 || await begin.Cue(me, step, words, cancel);
        return known ? Pages.Next("/?first=true") : Results.NotFound();
    }

    /// <summary>A ladder knows what usually comes right before it.</summary>
    private static string[] CuesFor(StepVersion step, LadderLibrary library) =>
        library.Named(step.Ladder) is { } ladder ? [.. ladder.CuesHere] : WelcomeWords.Cues.Split('|');
}
