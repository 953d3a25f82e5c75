using System.Globalization;
using Cairn.Data;
using Cairn.People;
using Cairn.Reflect.Help;
using Cairn.Reflect.Letters;
using Cairn.Reflect.Weeks;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Reflect;

public static class ReflectEndpoints
{
    public static void AddReflect(this IServiceCollection services)
    {
        services.AddScoped<Surroundings>();
        services.AddScoped<LettingGo>();
        services.AddScoped<LetterWriting>();
        services.AddSingleton<HelpLines>();
        services.AddSingleton(new TodayCard(Cards.OfToday));
        services.AddSingleton(new CheckInTrouble(ShowTrouble));
    }

    public static void MapReflect(this WebApplication app)
    {
        app.MapGet(
            "/reflect",
            (HttpContext context, CairnDb db, Me me, CancellationToken cancel) =>
                ShowDay(context, db, me, me.Today, cancel)
        );
        app.MapGet("/reflect/day/{day}", ShowDay);
        app.MapPost("/reflect/easier/{day}", MakeEasier).DisableAntiforgery();
        app.MapPost("/reflect/feelings", Rate).DisableAntiforgery();
        app.MapGet("/reflect/week/{day}", ShowWeek);
        app.MapPost("/reflect/week/{day}/easier", MakeWeekEasier).DisableAntiforgery();
        app.MapPost(
                "/reflect/steps/{step:guid}/let-go",
                (Guid step, [FromForm] string? back, LettingGo steps, Me me, CancellationToken cancel) =>
                    Put(steps, me, step, down: true, back, cancel)
            )
            .DisableAntiforgery();
        app.MapPost(
                "/reflect/steps/{step:guid}/take-up",
                (Guid step, [FromForm] string? back, LettingGo steps, Me me, CancellationToken cancel) =>
                    Put(steps, me, step, down: false, back, cancel)
            )
            .DisableAntiforgery();
        app.MapGet("/reflect/letter/{period}", ShowLetter);
        app.MapGet("/help/lines", ShowHelp).AllowAnonymous();
    }

    private static async Task<IResult> ShowDay(
        HttpContext context,
        CairnDb db,
        Me me,
        DateOnly day,
        CancellationToken cancel
    ) =>
        await DayView.Read(db, me, day, cancel) is { } view
            ? Pages.Show<DayPage>(context, nameof(DayPage.View), view)
            : Results.NotFound();

    /// <summary>What was written there stands in its fields again.</summary>
    private static async Task<IResult?> ShowTrouble(HttpContext context, Me me, DateOnly day, string why)
    {
        var (db, cancel) = (context.RequestServices.GetRequiredService<CairnDb>(), context.RequestAborted);
        var unkept = new UnkeptAnswers(why, await Forms.Read(context.Request, cancel));
        const int status = StatusCodes.Status422UnprocessableEntity;
        if (unkept.To(WeekView.BestOfWeek) is not null)
        {
            return await WeekView.Read(db, me, day, cancel) is { } week
                ? Pages.Show<WeekPage>(context, nameof(WeekPage.View), week with { Unkept = unkept }, status)
                : null;
        }

        return await DayView.Read(db, me, day, cancel) is { } view
            ? Pages.Show<DayPage>(context, nameof(DayPage.View), view with { Unkept = unkept }, status)
            : null;
    }

    private static async Task<IResult> MakeEasier(
        HttpContext context,
        CairnDb db,
        DateOnly day,
        [FromForm] string? name,
        [FromForm] string? goal,
        Surroundings surroundings,
        Me me,
        CancellationToken cancel
    )
    {
        if (!Surroundings.IsOpen(me, day) || !Reads(goal, out var known))
        {
            return Results.NotFound();
        }

        if (UnfitName.In(name) is { } unfit)
        {
            return await DayView.Read(db, me, day, cancel) is { } view
                ? Pages.Show<DayPage>(
                    context,
                    nameof(DayPage.View),
                    view with
                    {
                        Unfit = unfit,
                    },
                    StatusCodes.Status422UnprocessableEntity
                )
                : Results.NotFound();
        }

        var step = Surroundings.StepOf(me.Id, day);
        return await surroundings.Make(me, step, known, Typed.Line(name), me.Today.AddDays(1), cancel)
            ? Pages.Next(DayView.PathOf(day, me.Today))
            : Results.NotFound();
    }

    private static async Task<IResult> MakeWeekEasier(
        HttpContext context,
        CairnDb db,
        DateOnly day,
        [FromForm] string? name,
        Surroundings surroundings,
        Me me,
        CancellationToken cancel
    )
    {
        if (day > me.Today || await WeekView.Read(db, me, day, cancel) is not { } view)
        {
            return Results.NotFound();
        }

        if (UnfitName.In(name) is { } unfit)
        {
            return Pages.Show<WeekPage>(
                context,
                nameof(WeekPage.View),
                view with
                {
                    Unfit = unfit,
                },
                StatusCodes.Status422UnprocessableEntity
            );
        }

        var step = Surroundings.StepOfWeek(me.Id, WeekView.MondayOf(day));
        return await surroundings.Make(me, step, null, Typed.Line(name), me.Today.AddDays(1), cancel)
            ? Pages.Next(WeekView.PathOf(day))
            : Results.NotFound();
    }

    private static async Task<IResult> Rate(
        [FromForm] bool rated,
        [FromForm] string? back,
        CairnDb db,
        WriteGate gate,
        Me me,
        CancellationToken cancel
    )
    {
        await ShownChoices.Rate(db, gate, me.Id, rated, cancel);
        return Pages.Next(Pages.Ours(back) ?? "/reflect");
    }

    private static async Task<IResult> ShowWeek(
        HttpContext context,
        CairnDb db,
        Me me,
        DateOnly day,
        CancellationToken cancel
    ) =>
        await WeekView.Read(db, me, day, cancel) is { } view
            ? Pages.Show<WeekPage>(context, nameof(WeekPage.View), view)
            : Results.NotFound();

    private static async Task<IResult> Put(
        LettingGo steps,
        Me me,
        Guid step,
        bool down,
        string? back,
        CancellationToken cancel
    ) => await steps.Put(me, step, down, cancel) ? Pages.Next(Pages.Ours(back) ?? "/reflect") : Results.NotFound();

    private static async Task<IResult> ShowLetter(
        HttpContext context,
        LetterWriting letters,
        Me me,
        string period,
        CancellationToken cancel
    ) =>
        Period.Read(period) is { } known
            ? Pages.Show<LetterPage>(context, nameof(LetterPage.View), await letters.Read(me, known, cancel))
            : Results.NotFound();

    /// <summary>For whoever asks: it needs no person, and it is kept on the device.</summary>
    private static IResult ShowHelp(HttpContext context, HelpLines lines) =>
        Pages.Show<HelpPage>(context, nameof(HelpPage.View), lines.Read());

    private static bool Reads(string? goal, out Guid? known)
    {
        known = Guid.TryParse(goal, CultureInfo.InvariantCulture, out var id) ? id : null;
        return known is not null || string.IsNullOrEmpty(goal);
    }
}
