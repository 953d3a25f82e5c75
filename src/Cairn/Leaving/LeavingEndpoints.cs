using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;

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
            async (HttpContext context, CairnDb db, Me me, CancellationToken cancel) =>
                Ask(context, await LeavingView.Read(db, context, me, cancel))
        );
        app.MapPost(Address, Delete).DisableAntiforgery().OnlyJustSignedIn(Address);
    }

    private static IResult Ask(HttpContext context, LeavingView view) =>
        Pages.Show<LeavePage>(
            context,
            nameof(LeavePage.View),
            view,
            view.Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    private static async Task<IResult> Delete(
        HttpContext context,
        CairnDb db,
        Leave leave,
        PrivateCairn cairn,
        Me me,
        [FromForm] string? confirm,
        [FromForm] bool? keep,
        [FromForm] string? next,
        CancellationToken cancel
    )
    {
        var view = await LeavingView.Read(db, context, me, cancel) with
        {
            Keeps = keep ?? false,
            Typed = Typed.Line(confirm),
            Named = Guid.TryParse(next, out var named) ? named : null,
        };
        if (!string.Equals(view.Typed, LeavingWords.Word, StringComparison.OrdinalIgnoreCase))
        {
            return Ask(context, view with { Wrong = Phrase.Of(LeavingWords.NotConfirmed, LeavingWords.Word) });
        }

        if (view.Next.Count > 0 && view.Next.All(member => member.Id != view.Named))
        {
            return Ask(context, view with { Wrong = LeavingWords.NobodyNamed });
        }

        try
        {
            if (await leave.Delete(me, view.Keeps, view.Next.Count > 0 ? view.Named : null, cancel) is not { } receipt)
            {
                return Ask(context, view with { Wrong = LeavingWords.NobodyNamed });
            }

            await cairn.Open(db, CancellationToken.None); // whoever sits here next begins anew
            context.Items.Remove(typeof(Me));
            return Pages.Show<ReceiptPage>(context, nameof(ReceiptPage.View), receipt);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Ask(context, view with { Wrong = Phrase.Of(LeavingWords.NotKept, error.Message) });
        }
    }
}
