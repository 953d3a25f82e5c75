using Cairn.Accounts.Provider;
using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Accounts;

/// <summary>Coming in, by a passkey, a password or a code on paper; and leaving.</summary>
public static class SignInEndpoints
{
    public static void MapSigningIn(this WebApplication app)
    {
        var door = app.MapGroup(SignInFirst.Path).AllowAnonymous().DisableAntiforgery();
        door.MapGet("", Ask);
        door.MapPost("", TakePassword).RequireRateLimiting(AccountServices.FewTries);
        door.MapPost("passkey/options", (HttpContext context, Ceremony ceremony) => ceremony.AskToUse(context))
            .RequireRateLimiting(AccountServices.FewTries);
        door.MapPost("passkey", TakePasskey).RequireRateLimiting(AccountServices.FewTries);
        door.MapGet("code", (HttpContext context) => ShowCode(context, new SignInView(Pages.Home)));
        door.MapPost("code", TakeCode).RequireRateLimiting(AccountServices.FewTries);
        app.MapPost("/sign-out", Leave).DisableAntiforgery();
    }

    private static async Task<IResult> Ask(
        HttpContext context,
        PrivateCairn cairn,
        TrustedProxies proxies,
        CairnDb db,
        string? back,
        bool? again,
        bool? left,
        string? why,
        CancellationToken cancel
    )
    {
        if (!cairn.HasAccounts)
        {
            SessionCookie.Remove(context); // of a Cairn that was here before
            return Pages.Next(Pages.Home);
        }

        var (goesBack, hasLeft) = (BackTo(back), left ?? false);
        if (again != true && await ProxyView.Read(db, proxies, context.Request, goesBack, hasLeft, cancel) is { } known)
        {
            return Pages.Show<ProxyPage>(context, nameof(ProxyPage.View), known);
        }

        var wrong = ProviderTrouble.Sentence(why, context.RequestServices.GetService<ProviderSettings>());
        return Show(context, new SignInView(goesBack, "", wrong, again ?? false, hasLeft));
    }

    private static async Task<IResult> TakePassword(
        HttpContext context,
        SigningIn signingIn,
        Sessions sessions,
        [FromForm] string? name,
        [FromForm] string? password,
        [FromForm] string? back,
        CancellationToken cancel
    )
    {
        var typed = Typed.Line(name);
        if (await signingIn.ByPassword(typed, password ?? "", cancel) is not { } person)
        {
            return Show(context, new SignInView(BackTo(back), typed, AccountsWords.NotTogether));
        }

        await sessions.Begin(context, person, SecurityEventKind.SignedInByPassword, cancel);
        return Pages.Next(BackTo(back));
    }

    private static async Task<IResult> TakePasskey(
        HttpContext context,
        Ceremony ceremony,
        AccountChanges changes,
        Sessions sessions,
        [FromForm] string? credential,
        [FromForm] string? back,
        CancellationToken cancel
    )
    {
        if (await ceremony.Used(context, credential ?? "") is not var (passkey, account))
        {
            return Show(context, new SignInView(BackTo(back), Wrong: AccountsWords.PasskeyUnknown));
        }

        await changes.Used(account.PersonId, passkey, cancel);
        await sessions.Begin(context, account.PersonId, SecurityEventKind.SignedInByPasskey, cancel);
        return Pages.Next(BackTo(back));
    }

    private static async Task<IResult> TakeCode(
        HttpContext context,
        SigningIn signingIn,
        Sessions sessions,
        [FromForm] string? name,
        [FromForm] string? code,
        CancellationToken cancel
    )
    {
        var typed = Typed.Line(name);
        if (await signingIn.ByCode(typed, code ?? "", cancel) is not { } person)
        {
            return ShowCode(
                context,
                new SignInView(Pages.Home, typed, AccountsWords.CodeNotTogether) { Code = Typed.Line(code) }
            );
        }

        await sessions.Begin(context, person, SecurityEventKind.SignedInByCode, cancel);
        return Pages.Next("/account");
    }

    private static async Task<IResult> Leave(HttpContext context, Sessions sessions, Me me, CancellationToken cancel)
    {
        if (context.User.IsPrivate())
        {
            return Results.NotFound();
        }

        if (context.CurrentSession() is { } session) // none for somebody by a proxy's word
        {
            await sessions.End(me.Id, session.Id, SecurityEventKind.SignedOut, cancel);
        }

        SessionCookie.Remove(context);
        return Pages.Next($"{SignInFirst.Path}?left=true");
    }

    private static string BackTo(string? back) => Pages.Ours(back) ?? Pages.Home;

    private static IResult Show(HttpContext context, SignInView view) =>
        Pages.Show<SignInPage>(
            context,
            nameof(SignInPage.View),
            view with
            {
                Provider = context.RequestServices.GetService<ProviderSettings>()?.Name,
            },
            view.Status
        );

    private static IResult ShowCode(HttpContext context, SignInView view) =>
        Pages.Show<CodePage>(context, nameof(CodePage.View), view, view.Status);
}
