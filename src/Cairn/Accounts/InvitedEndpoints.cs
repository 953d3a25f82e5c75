using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Accounts;

/// <summary>What links open: a Cairn of one's own, or the way back to it.</summary>
public static class InvitedEndpoints
{
    public static void MapInvited(this WebApplication app)
    {
        var invited = app.MapGroup("/invited/{link}").AllowAnonymous().DisableAntiforgery();
        invited.MapGet("", Welcome);
        invited.MapPost("", Join).RequireRateLimiting(AccountServices.FewTries);
        invited.MapPost("options", AskForPasskey).RequireRateLimiting(AccountServices.FewTries);

        var back = app.MapGroup("/back-in/{link}").AllowAnonymous().DisableAntiforgery();
        back.MapGet("", AskForWayBack);
        back.MapPost("", TakeWayBack).RequireRateLimiting(AccountServices.FewTries);
    }

    private static async Task<IResult> Welcome(
        HttpContext context,
        Links links,
        TrustedProxies proxies,
        string link,
        CancellationToken cancel
    ) =>
        await links.Find(link, LinkKind.Invitation, cancel) is null
            ? Over(context)
            : Show(context, link, proxies, NameOf(context, proxies, null), null);

    private static async Task<IResult> AskForPasskey(
        HttpContext context,
        Links links,
        Ceremony ceremony,
        TimeProvider clock,
        string link,
        [FromForm] string? name,
        CancellationToken cancel
    ) =>
        await links.Find(link, LinkKind.Invitation, cancel) is null
            ? Over(context)
            : await ceremony.AskToMake(context, Guid.CreateVersion7(clock.GetUtcNow()), Typed.Line(name));

    private static async Task<IResult> Join(
        HttpContext context,
        Links links,
        Joining joining,
        Sessions sessions,
        TrustedProxies proxies,
        string link,
        [FromForm] string? name,
        [FromForm] string? password,
        [FromForm] string? again,
        [FromForm] string? credential,
        [FromForm] string? zone,
        CancellationToken cancel
    )
    {
        if (await links.Find(link, LinkKind.Invitation, cancel) is not { } open)
        {
            return Over(context);
        }

        var called = NameOf(context, proxies, name);
        var wish = new Wish(called, password ?? "", again ?? "", credential ?? "", zone);
        var joined = await joining.Invited(context, open, wish, cancel);
        if (joined.Person is not { } person)
        {
            return Show(context, link, proxies, called, joined.Why);
        }

        await sessions.Begin(context, person, SecurityEventKind.SignedInByLink, cancel);
        return Pages.Show<CodesPage>(context, nameof(CodesPage.Codes), joined.Codes);
    }

    private static async Task<IResult> AskForWayBack(
        HttpContext context,
        Links links,
        string link,
        CancellationToken cancel
    ) =>
        await links.Find(link, LinkKind.WayBack, cancel) is null
            ? Over(context)
            : Pages.Show<WayBackPage>(context, nameof(WayBackPage.Link), link);

    /// <summary>By a button: what looks at links before their reader does must not use them up.</summary>
    private static async Task<IResult> TakeWayBack(
        HttpContext context,
        Links links,
        Sessions sessions,
        string link,
        CancellationToken cancel
    )
    {
        if (await links.Find(link, LinkKind.WayBack, cancel) is not { } open || !await links.Use(open, cancel))
        {
            return Over(context);
        }

        await sessions.Begin(context, open.PersonId, SecurityEventKind.SignedInByLink, cancel);
        return Pages.Next("/account");
    }

    private static IResult Over(HttpContext context) =>
        Pages.Show<LinkOverPage>(context, nameof(LinkOverPage.Shown), true, StatusCodes.Status404NotFound);

    private static string NameOf(HttpContext context, TrustedProxies proxies, string? typed) =>
        Typed.Line(proxies.UserOf(context.Request) ?? typed);

    private static IResult Show(HttpContext context, string link, TrustedProxies proxies, string name, string? why)
    {
        var view = new NewAccountView($"/invited/{link}", IsFirst: false, name, why)
        {
            NameIsGiven = proxies.NameSomebody(context.Request),
        };
        return Pages.Show<NewAccountPage>(context, nameof(NewAccountPage.View), view, view.Status);
    }
}
