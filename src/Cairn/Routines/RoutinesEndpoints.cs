using Cairn.Data;
using Cairn.People;
using Cairn.Shell;

namespace Cairn.Routines;

public static class RoutinesEndpoints
{
    public static void AddRoutines(this IServiceCollection services) => services.AddScoped<Keeping>();

    public static void MapRoutines(this WebApplication app)
    {
        var routines = app.MapGroup("/routines").DisableAntiforgery();
        routines.MapGet("", ShowAll);
        routines.MapGet("new", ShowNew);
        routines.MapGet("{id:guid}", ShowOne);
        routines.MapPost("{id:guid}", Change);
        routines.MapPost("{id:guid}/put-away", PutAway);
        routines.MapGet("{id:guid}/play", ShowStart);
        routines.MapGet("{id:guid}/play/{place:int}", Play);
        routines.MapGet("{id:guid}/short/{place:int}", PlayShort);
    }

    private static async Task<IResult> ShowAll(
        HttpContext context,
        CairnDb db,
        Keeping keeping,
        Me me,
        CancellationToken cancel
    )
    {
        var life = await Life.Read(db, me.Id, me.Today, cancel);
        var all = (await keeping.All(me, cancel)).ConvertAll(version => Routine.Of(version, life, me));
        return Pages.Show<RoutinesPage>(
            context,
            nameof(RoutinesPage.View),
            new RoutinesView(all, Routine.StepsFor(life).Count > 0)
        );
    }

    private static async Task<IResult> ShowNew(HttpContext context, CairnDb db, Me me, CancellationToken cancel) =>
        Form(
            context,
            new RoutineForm(Guid.CreateVersion7(me.Now), 0, "", "", []),
            await Life.Read(db, me.Id, me.Today, cancel)
        );

    private static async Task<IResult> ShowOne(
        HttpContext context,
        CairnDb db,
        Keeping keeping,
        Me me,
        Guid id,
        CancellationToken cancel
    ) =>
        await keeping.One(me, id, cancel) is { } version
            ? Form(context, RoutineForm.Of(version), await Life.Read(db, me.Id, me.Today, cancel))
            : Results.NotFound();

    private static async Task<IResult> Change(
        HttpContext context,
        CairnDb db,
        Keeping keeping,
        Me me,
        Guid id,
        CancellationToken cancel
    )
    {
        var sent = await Forms.Read(context.Request, cancel);
        if (RoutineForm.Read(id, sent) is not { } form || id == Guid.Empty)
        {
            return Results.BadRequest();
        }

        var life = await Life.Read(db, me.Id, me.Today, cancel);
        if (sent["do"] != "save")
        {
            return Form(context, form.Press(sent["do"].ToString()), life);
        }

        var mine = Routine.StepsFor(life).Select(step => step.Id).ToHashSet();
        if (form.Broken(mine) is { } wrong)
        {
            return Form(context, form with { Wrong = wrong }, life, StatusCodes.Status422UnprocessableEntity);
        }

        var (kept, now) = await keeping.Save(me, form, [.. form.Steps.Where(mine.Contains)], cancel);
        return kept switch
        {
            Kept.NotHere => Results.NotFound(),
            Kept.Changed => Form(
                context,
                form with
                {
                    Number = now!.Number,
                    Wrong = Phrase.Of(RoutinesWords.ChangedMeanwhile, Say(now, life)),
                },
                life,
                StatusCodes.Status409Conflict
            ),
            _ => Pages.Next($"/routines/{id}/play"),
        };
    }

    private static async Task<IResult> PutAway(Keeping keeping, Me me, Guid id, CancellationToken cancel) =>
        await keeping.PutAway(me, id, cancel) ? Pages.Next("/routines") : Results.NotFound();

    private static async Task<IResult> ShowStart(
        HttpContext context,
        CairnDb db,
        Keeping keeping,
        Me me,
        Guid id,
        CancellationToken cancel
    ) =>
        await Read(db, keeping, me, id, cancel) is { } routine
            ? Pages.Show<StartPage>(context, nameof(StartPage.View), routine)
            : Results.NotFound();

    private static Task<IResult> Play(
        HttpContext context,
        CairnDb db,
        Keeping keeping,
        Me me,
        Guid id,
        int place,
        CancellationToken cancel
    ) => ShowStep(context, db, keeping, me, id, place, shortest: false, cancel);

    private static Task<IResult> PlayShort(
        HttpContext context,
        CairnDb db,
        Keeping keeping,
        Me me,
        Guid id,
        int place,
        CancellationToken cancel
    ) => ShowStep(context, db, keeping, me, id, place, shortest: true, cancel);

    private static async Task<IResult> ShowStep(
        HttpContext context,
        CairnDb db,
        Keeping keeping,
        Me me,
        Guid id,
        int place,
        bool shortest,
        CancellationToken cancel
    ) =>
        await Read(db, keeping, me, id, cancel) is { } routine && place >= 1
            ? Pages.Show<PlayPage>(context, nameof(PlayPage.View), new PlayView(routine, place, shortest, me.Today))
            : Results.NotFound();

    private static async Task<Routine?> Read(CairnDb db, Keeping keeping, Me me, Guid id, CancellationToken cancel) =>
        await keeping.One(me, id, cancel) is { } version
            ? Routine.Of(version, await Life.Read(db, me.Id, me.Today, cancel), me)
            : null;

    private static string Say(RoutineVersion version, Life life) =>
        $"{version.Name}: "
        + string.Join(", ", version.Steps.Select(id => life.Records.StepOf(id)?.Version.Name).OfType<string>());

    private static IResult Form(
        HttpContext context,
        RoutineForm form,
        Life life,
        int status = StatusCodes.Status200OK
    ) =>
        Pages.Show<RoutinePage>(
            context,
            nameof(RoutinePage.View),
            new RoutineView(form, Routine.StepsFor(life)),
            status
        );
}
