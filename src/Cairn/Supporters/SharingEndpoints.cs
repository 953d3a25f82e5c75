using Cairn.Accounts;
using Cairn.Data;
using Cairn.People;
using Cairn.Shell;

namespace Cairn.Supporters;

/// <summary>Who sees a goal of one's own: invited, changed, ended; who looked, and what they said.</summary>
public static class SharingEndpoints
{
    public static void MapSharing(this WebApplication app)
    {
        var shared = app.MapGroup("/goals/{goal:guid}/supporters").DisableAntiforgery();
        shared.MapGet("", Show);
        shared.MapPost("", Invite);
        shared.MapPost("{supporter:guid}", Change);
        shared.MapPost("{supporter:guid}/end", End);
        shared.MapPost("links/{offer:guid}/withdraw", Withdraw);
        shared.MapPost("cheers/{cheer:guid}/take-away", TakeAway);
    }

    private static async Task<IResult> Show(
        HttpContext context,
        CairnDb db,
        Me me,
        Guid goal,
        CancellationToken cancel
    ) => await SharingView.Read(db, context, me, goal, cancel) is { } view ? Answer(context, view) : Results.NotFound();

    private static async Task<IResult> Invite(
        HttpContext context,
        CairnDb db,
        Links links,
        Me me,
        Guid goal,
        CancellationToken cancel
    )
    {
        var parts = PartsWish.Read(await Forms.Read(context.Request, cancel));
        if (await SharingView.Read(db, context, me, goal, cancel) is not { } view)
        {
            return Results.NotFound();
        }

        if (view.NobodySignsIn)
        {
            return Answer(context, view);
        }

        if (parts == SharedParts.None)
        {
            return Answer(context, view with { Chosen = parts, Wrong = SupportersWords.NothingChosen });
        }

        var pass = await links.Make(me.Id, LinkKind.Support, cancel, goal, parts);
        if (pass is null)
        {
            return Answer(
                context,
                view with
                {
                    Chosen = parts,
                    Wrong = Phrase.Of(SupportersWords.TooManyLinks, Links.MostOpen),
                }
            );
        }

        view = (await SharingView.Read(db, context, me, goal, cancel))!;
        var here = $"{context.Request.Scheme}://{context.Request.Host}";
        return Answer(context, view with { Link = $"{here}{SupportingEndpoints.Path}/invited/{pass.Text}" });
    }

    private static async Task<IResult> Change(
        HttpContext context,
        CairnDb db,
        Sharing sharing,
        Me me,
        Guid goal,
        Guid supporter,
        CancellationToken cancel
    )
    {
        var parts = PartsWish.Read(await Forms.Read(context.Request, cancel));
        if (parts != SharedParts.None)
        {
            return await sharing.Show(me, goal, supporter, parts, cancel) ? Back(goal) : Results.NotFound();
        }

        return
            await SharingView.Read(db, context, me, goal, cancel) is { } view
            && view.Supporters.Any(one => one.Id == supporter)
            ? Answer(context, view with { Wrong = SupportersWords.NothingChosen })
            : Results.NotFound();
    }

    private static async Task<IResult> End(
        Sharing sharing,
        Me me,
        Guid goal,
        Guid supporter,
        CancellationToken cancel
    ) => await sharing.End(me, goal, supporter, cancel) ? Back(goal) : Results.NotFound();

    private static async Task<IResult> Withdraw(Links links, Me me, Guid goal, Guid offer, CancellationToken cancel) =>
        await links.Withdraw(me.Id, offer, LinkKind.Support, cancel) ? Back(goal) : Results.NotFound();

    private static async Task<IResult> TakeAway(
        Cheering cheering,
        Me me,
        Guid goal,
        Guid cheer,
        CancellationToken cancel
    ) => await cheering.TakeAway(me, goal, cheer, cancel) ? Back(goal) : Results.NotFound();

    private static IResult Back(Guid goal) => Pages.Next($"/goals/{goal}/supporters");

    private static IResult Answer(HttpContext context, SharingView view) =>
        Pages.Show<SharingPage>(
            context,
            nameof(SharingPage.View),
            view,
            view.Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
}
