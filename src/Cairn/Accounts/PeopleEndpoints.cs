using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Accounts;

/// <summary>Who else has a Cairn here. Only the owner sees it, and nothing of what anybody keeps.</summary>
public static class PeopleEndpoints
{
    private const string Path = "/people";

    public static void MapPeople(this WebApplication app)
    {
        var people = app.MapGroup(Path).DisableAntiforgery().AddEndpointFilter(OnlyOwner);
        people.MapGet("", Show);
        people.MapGet("invitations", () => Pages.Next(Path));
        people.MapPost("invitations", Invite);
        people.MapPost("invitations/{invitation:guid}/withdraw", Withdraw);
    }

    private static async Task<IResult> Show(HttpContext context, CairnDb db, Me me, CancellationToken cancel) =>
        Answer(context, await PeopleView.Read(db, me, cancel));

    private static async Task<IResult> Invite(
        HttpContext context,
        CairnDb db,
        Links links,
        Me me,
        CancellationToken cancel
    )
    {
        var pass = await links.Make(me.Id, LinkKind.Invitation, cancel);
        var view = await PeopleView.Read(db, me, cancel);
        var here = $"{context.Request.Scheme}://{context.Request.Host}";
        return Answer(
            context,
            pass is null
                ? view with
                {
                    Wrong = Phrase.Of(AccountsWords.TooManyInvitations, Links.MostOpen),
                }
                : view with
                {
                    Link = $"{here}/invited/{pass.Text}",
                },
            pass is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }

    private static async Task<IResult> Withdraw(Links links, Me me, Guid invitation, CancellationToken cancel) =>
        await links.Withdraw(me.Id, invitation, LinkKind.Invitation, cancel) ? Pages.Next(Path) : Results.NotFound();

    private static IResult Answer(HttpContext context, PeopleView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<PeoplePage>(context, nameof(PeoplePage.View), view, status);

    /// <summary>For everybody else there is no such page.</summary>
    private static async ValueTask<object?> OnlyOwner(
        EndpointFilterInvocationContext asked,
        EndpointFilterDelegate next
    ) =>
        asked.HttpContext.User.IsPrivate() || !asked.HttpContext.User.IsOwner()
            ? Results.NotFound()
            : await next(asked);
}
