using Cairn.Accounts.Provider;
using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Accounts;

/// <summary>One's own ways to sign in, and where one is signed in.</summary>
public static class AccountEndpoints
{
    private const string Path = "/account";

    public static void MapAccount(this WebApplication app)
    {
        var account = app.MapGroup(Path).DisableAntiforgery();
        account.MapGet("", Show);

        var first = account.MapGroup("first").AddEndpointFilter(OnlyInPrivate);
        first.MapGet("", () => Pages.Next(Path));
        first.MapPost("", MakeFirst);
        first.MapPost("options", AskForFirst);

        var shared = account.MapGroup("").AddEndpointFilter(OnlySignedIn);
        shared.MapPost("sessions/{session:guid}/end", EndSession);
        shared.MapPost("sessions/end-others", EndOthers);

        var fresh = shared.MapGroup("").OnlyJustSignedIn(Path);
        fresh.MapPost("passkeys/options", AskForAnother);
        fresh.MapPost("passkeys", AddPasskey);
        fresh.MapPost("passkeys/{passkey:guid}/remove", RemovePasskey);
        fresh.MapPost("password", SetPassword);
        fresh.MapGet("codes", () => Pages.Next(Path));
        fresh.MapPost("codes", RenewCodes);
        fresh.MapConnecting();
    }

    private static async Task<IResult> Show(
        HttpContext context,
        CairnDb db,
        IServiceProvider services,
        Me me,
        string? said,
        string? why,
        CancellationToken cancel
    ) =>
        context.User.IsPrivate()
            ? ShowFirst(context, new NewAccountView("/account/first", IsFirst: true))
            : Pages.Show<AccountPage>(
                context,
                nameof(AccountPage.View),
                await AccountView.Read(db, context, me, AccountView.SaidFor(said), cancel) with
                {
                    Wrong = ProviderTrouble.Sentence(why, services.GetService<ProviderSettings>()),
                }
            );

    private static IResult ShowFirst(HttpContext context, NewAccountView view) =>
        Pages.Show<NewAccountPage>(context, nameof(NewAccountPage.View), view, view.Status);

    private static Task<IResult> AskForFirst(HttpContext context, Ceremony ceremony, Me me, [FromForm] string? name) =>
        ceremony.AskToMake(context, me.Id, Typed.Line(name));

    private static async Task<IResult> MakeFirst(
        HttpContext context,
        Joining joining,
        Sessions sessions,
        Me me,
        [FromForm] string? name,
        [FromForm] string? password,
        [FromForm] string? again,
        [FromForm] string? credential,
        CancellationToken cancel
    )
    {
        var wish = new Wish(Typed.Line(name), password ?? "", again ?? "", credential ?? "", me.Person.Zone);
        var joined = await joining.First(context, me.Id, wish, cancel);
        if (joined.Person is not { } person)
        {
            return ShowFirst(context, new NewAccountView("/account/first", IsFirst: true, wish.Name, joined.Why));
        }

        var how =
            wish.Credential.Length > 0 ? SecurityEventKind.SignedInByPasskey : SecurityEventKind.SignedInByPassword;
        await sessions.Begin(context, person, how, cancel);
        return Pages.Show<CodesPage>(context, nameof(CodesPage.Codes), joined.Codes);
    }

    private static async Task<IResult> EndSession(Sessions sessions, Me me, Guid session, CancellationToken cancel) =>
        await sessions.End(me.Id, session, SecurityEventKind.SessionEnded, cancel)
            ? Pages.Next(Path)
            : Results.NotFound();

    private static async Task<IResult> EndOthers(
        HttpContext context,
        Sessions sessions,
        Me me,
        CancellationToken cancel
    )
    {
        await sessions.EndOthers(me.Id, context.CurrentSession()?.Id, cancel);
        return Pages.Next(Path);
    }

    private static async Task<IResult> AskForAnother(
        HttpContext context,
        CairnDb db,
        Ceremony ceremony,
        Me me,
        CancellationToken cancel
    ) => await ceremony.AskToMake(context, me.Id, (await db.Accounts.FindAsync([me.Id], cancel))!.Name);

    private static async Task<IResult> AddPasskey(
        HttpContext context,
        CairnDb db,
        Ceremony ceremony,
        AccountChanges changes,
        Me me,
        [FromForm] string? credential,
        CancellationToken cancel
    )
    {
        if (await ceremony.Made(context, credential ?? "") is not var (passkey, person) || person != me.Id)
        {
            return await ShowTrouble(context, db, me, AccountsWords.PasskeyNotTaken, cancel);
        }

        await changes.AddPasskey(me.Id, passkey, DeviceName.Of(context.Request), cancel);
        return Pages.Next($"{Path}?said=passkey");
    }

    private static async Task<IResult> RemovePasskey(
        HttpContext context,
        CairnDb db,
        AccountChanges changes,
        Me me,
        Guid passkey,
        CancellationToken cancel
    )
    {
        if (await changes.RemovePasskey(me.Id, passkey, cancel))
        {
            return Pages.Next($"{Path}?said=removed");
        }

        return await db.Passkeys.FindAsync([me.Id, passkey], cancel) is null
            ? Results.NotFound()
            : await ShowTrouble(context, db, me, AccountsWords.OnlyWay, cancel);
    }

    private static async Task<IResult> SetPassword(
        HttpContext context,
        CairnDb db,
        AccountChanges changes,
        Me me,
        [FromForm] string? password,
        [FromForm] string? again,
        CancellationToken cancel
    )
    {
        var account = (await db.Accounts.FindAsync([me.Id], cancel))!;
        if (AccountPassword.Trouble(password ?? "", again ?? "", account.Name) is { } why)
        {
            return await ShowTrouble(context, db, me, why, cancel);
        }

        await changes.SetPassword(me.Id, password!, context.CurrentSession()?.Id, cancel);
        return Pages.Next($"{Path}?said=password");
    }

    private static async Task<IResult> RenewCodes(
        HttpContext context,
        AccountChanges changes,
        Me me,
        CancellationToken cancel
    ) => Pages.Show<CodesPage>(context, nameof(CodesPage.Codes), await changes.RenewCodes(me.Id, cancel));

    private static async Task<IResult> ShowTrouble(
        HttpContext context,
        CairnDb db,
        Me me,
        string why,
        CancellationToken cancel
    )
    {
        db.ChangeTracker.Clear();
        return Pages.Show<AccountPage>(
            context,
            nameof(AccountPage.View),
            await AccountView.Read(db, context, me, null, cancel) with
            {
                Wrong = why,
            },
            StatusCodes.Status422UnprocessableEntity
        );
    }

    private static async ValueTask<object?> OnlyInPrivate(
        EndpointFilterInvocationContext asked,
        EndpointFilterDelegate next
    ) => asked.HttpContext.User.IsPrivate() ? await next(asked) : Pages.Next(Path);

    private static async ValueTask<object?> OnlySignedIn(
        EndpointFilterInvocationContext asked,
        EndpointFilterDelegate next
    ) => asked.HttpContext.User.IsPrivate() ? Results.NotFound() : await next(asked);
}
