using Cairn.Data;
using Cairn.People;
using Cairn.Questions;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cairn.History;

public static class HistoryEndpoints
{
    /// <summary>No day before it has a page.</summary>
    public const int FirstYear = 1990;

    public static void AddHistory(this IServiceCollection services) => services.AddScoped<Correction>();

    public static void MapHistory(this WebApplication app)
    {
        app.MapGet("/history", ShowHistory);
        app.MapGet("/history/day/{day}", ShowDay);
        app.MapPost("/history/entries/{entry:guid}", CorrectEntry).DisableAntiforgery();
        app.MapPost("/history/words/{word:guid}", CorrectWord).DisableAntiforgery();
        app.MapPost("/history/day/{day}/answers", CorrectAnswers).DisableAntiforgery();
    }

    private static async Task<IResult> ShowHistory(HttpContext context, CairnDb db, Me me, CancellationToken cancel)
    {
        var wish = Wish.Read(context.Request.Query);
        return Pages.Show<HistoryPage>(
            context,
            nameof(HistoryPage.View),
            await HistoryView.Read(db, me, wish, cancel),
            wish.Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    private static async Task<IResult> ShowDay(
        HttpContext context,
        CairnDb db,
        Me me,
        DateOnly day,
        CancellationToken cancel
    ) =>
        day.Year < FirstYear || day > me.Today
            ? Results.NotFound()
            : Pages.Show<DayHistoryPage>(
                context,
                nameof(DayHistoryPage.View),
                await DayHistoryView.Read(db, me, day, cancel)
            );

    private static async Task<IResult> CorrectEntry(
        HttpContext context,
        CairnDb db,
        Correction correction,
        Me me,
        Guid entry,
        [FromForm] Guid id,
        [FromForm] string? said,
        [FromForm] string? amount,
        [FromForm] string? note,
        CancellationToken cancel
    )
    {
        var old = await db
            .Entries.AsNoTracking()
            .FirstOrDefaultAsync(e => e.PersonId == me.Id && e.Id == entry, cancel);
        if (old is null)
        {
            return Results.NotFound();
        }

        var (written, typed) = (Typed.Note(note), Typed.Line(amount));
        var number = typed.Length > 0 ? Units.Read(typed) ?? double.NaN : (double?)null;
        if (EntryWords.Read(old, said, number, written, out var why) is not { } to)
        {
            return await Show(context, db, me, old.Day, new Unkept(entry, why!, written, typed), cancel);
        }

        return await correction.Of(me, id, entry, to, cancel) == Kept.Changed
            ? await Show(context, db, me, old.Day, new(entry, HistoryWords.ChangedMeanwhile, written, typed), cancel)
            : Pages.Next(DayHistoryView.PathOf(old.Day));
    }

    private static async Task<IResult> CorrectWord(
        HttpContext context,
        CairnDb db,
        Correction correction,
        Me me,
        Guid word,
        [FromForm] Guid id,
        [FromForm] string? text,
        CancellationToken cancel
    )
    {
        var day = await db
            .DayWords.Where(w => w.PersonId == me.Id && w.Id == word && w is NoticedWin)
            .Select(w => (DateOnly?)w.Day)
            .FirstOrDefaultAsync(cancel);
        if (day is not { } known)
        {
            return Results.NotFound();
        }

        var typed = Typed.Note(text);
        if (Typed.Trouble(typed, HistoryWords.NothingWritten, NoticedWin.LongestText) is { } why)
        {
            return await Show(context, db, me, known, new(word, why, typed), cancel);
        }

        return await correction.Of(me, id, word, typed, cancel) == Kept.Changed
            ? await Show(context, db, me, known, new(word, HistoryWords.ChangedMeanwhile, typed), cancel)
            : Pages.Next(DayHistoryView.PathOf(known));
    }

    private static async Task<IResult> CorrectAnswers(
        HttpContext context,
        CairnDb db,
        Correction correction,
        Me me,
        DateOnly day,
        CancellationToken cancel
    )
    {
        var form = await Forms.Read(context.Request, cancel);
        if (!Guid.TryParse(form["id"], out var id) || day > me.Today)
        {
            return Results.BadRequest();
        }

        var answers = AnswerFields.Read(form, out _);
        var broken = answers.Values.Where(answer => !answer.CanBe || Typed.IsUnreadable(answer.Text ?? "")).ToList();
        if (broken.Count > 0)
        {
            var typed = broken[0].Text ?? "";
            var why = Typed.Trouble(typed, most: CheckIn.LongestText) ?? HistoryWords.AnswerCannotBe;
            return await Show(context, db, me, day, new(null, why, typed), cancel);
        }

        return await correction.Of(me, id, day, answers, cancel) == Kept.NotHere
            ? Results.NotFound()
            : Pages.Next(DayHistoryView.PathOf(day));
    }

    private static async Task<IResult> Show(
        HttpContext context,
        CairnDb db,
        Me me,
        DateOnly day,
        Unkept unkept,
        CancellationToken cancel
    ) =>
        Pages.Show<DayHistoryPage>(
            context,
            nameof(DayHistoryPage.View),
            await DayHistoryView.Read(db, me, day, cancel) with
            {
                Unkept = unkept,
            },
            StatusCodes.Status422UnprocessableEntity
        );
}
