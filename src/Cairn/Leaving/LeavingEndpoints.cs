using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Leaving;

/// <summary>Everything out, then everything gone, after a word that nobody types by mistake.</summary>
public static class LeavingEndpoints
{
    private const string Address = "/settings/delete";

    public static void AddLeaving(this IServiceCollection services)
    {
        services.AddSingleton<FarewellCopies>();
        services.AddHostedService<LeavingSweeper>();
        services.AddScoped<Leave>();
    }

    public static void MapLeaving(this WebApplication app)
    {
        app.MapGet(
            Address,
            (HttpContext context, CairnDb db, Me me, CancellationToken cancel) =>
                Ask(context, db, me, false, "", null, cancel)
        );
        app.MapPost(Address, Delete).DisableAntiforgery().OnlyJustSignedIn(Address);
    }

    private static async Task<IResult> Ask(
        HttpContext context,
        CairnDb db,
        Me me,
        bool keeps,
        string typed,
        string? wrong,
        CancellationToken cancel
    ) =>
        Pages.Show<LeavePage>(
            context,
            nameof(LeavePage.View),
            new LeavingView(
                await db.Goals.CountAsync(goal => goal.PersonId == me.Id, cancel),
                await db.Steps.CountAsync(step => step.PersonId == me.Id, cancel),
                await db.Entries.CountAsync(entry => entry.PersonId == me.Id, cancel),
                keeps,
                typed,
                wrong,
                context.HasJustSignedIn()
            ),
            wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    private static async Task<IResult> Delete(
        HttpContext context,
        CairnDb db,
        Leave leave,
        PrivateCairn cairn,
        Me me,
        [FromForm] string? confirm,
        [FromForm] bool? keep,
        CancellationToken cancel
    )
    {
        var (keeps, typed) = (keep ?? false, Typed.Line(confirm));
        if (!string.Equals(typed, LeavingWords.Word, StringComparison.OrdinalIgnoreCase))
        {
            return await Ask(
                context,
                db,
                me,
                keeps,
                typed,
                Phrase.Of(LeavingWords.NotConfirmed, LeavingWords.Word),
                cancel
            );
        }

        try
        {
            var receipt = await leave.Delete(me, keeps, cancel);
            await cairn.Open(db, CancellationToken.None); // whoever sits here next begins anew
            context.Items.Remove(typeof(Me));
            return Pages.Show<ReceiptPage>(context, nameof(ReceiptPage.View), receipt);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return await Ask(context, db, me, keeps, typed, Phrase.Of(LeavingWords.NotKept, error.Message), cancel);
        }
    }
}
