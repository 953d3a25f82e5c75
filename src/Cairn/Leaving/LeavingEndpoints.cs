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
        var typed = Typed.Line(confirm);
        Guid? named = Guid.TryParse(next, out var id) ? id : null;
        if (!string.Equals(typed, LeavingWords.Word, StringComparison.OrdinalIgnoreCase))
        {
            return await Again(Phrase.Of(LeavingWords.NotConfirmed, LeavingWords.Word));
        }

        var members = await LeavingView.NextOf(db, me, cancel);
        if (members.Count > 0 && members.All(member => member.Id != named))
        {
            return await Again(LeavingWords.NobodyNamed);
        }

        try
        {
            if (await leave.Delete(me, keep ?? false, members.Count > 0 ? named : null, cancel) is not { } receipt)
            {
                return await Again(LeavingWords.NobodyNamed);
            }

            await cairn.Open(db, CancellationToken.None); // whoever sits here next begins anew
            context.Items.Remove(typeof(Me));
            return Pages.Show<ReceiptPage>(context, nameof(ReceiptPage.View), receipt);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return await Again(Phrase.Of(LeavingWords.NotKept, error.Message));
        }

        async Task<IResult> Again(string wrong) =>
            Ask(
                context,
                await LeavingView.Read(db, context, me, cancel) with
                {
                    Keeps = keep ?? false,
                    Typed = typed,
                    Named = named,
                    Wrong = wrong,
                }
            );
    }
}
