using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Authentication;

namespace Cairn.Accounts.Provider;

/// <summary>
/// The ways to the provider. They are links and not forms: our pages may send forms to Cairn only, and browsers hold a
/// redirect that follows a form to be part of it.
/// </summary>
public static class ProviderEndpoints
{
    private const string Account = "/account";

    public static void MapProvider(this WebApplication app)
    {
        app.MapGet($"{SignInFirst.Path}/provider", SignIn)
            .AllowAnonymous()
            .RequireRateLimiting(AccountServices.FewTries);
        app.MapGet(ProviderSignIn.Callback, () => Pages.Next(SignInFirst.Path)) // with a provider its answer ends here
            .AllowAnonymous()
            .RequireRateLimiting(AccountServices.FewTries);
    }

    public static void MapConnecting(this RouteGroupBuilder fresh)
    {
        fresh.MapGet("provider", Connect);
        fresh.MapPost("identities/{identity:guid}/remove", Disconnect);
    }

    private static Task<IResult> SignIn(HttpContext context, IServiceProvider services, string? back) =>
        Ask(context, services, Pages.Ours(back) ?? Pages.Home, null, ProviderTrouble.AtSignIn(ProviderTrouble.Away));

    /// <summary>Only by the link on our own page: a page of somebody else's could lead here as well, with their provider's cookie.</summary>
    private static async Task<IResult> Connect(HttpContext context, IServiceProvider services) =>
        PrivateDoor.CameFromOurselves(context.Request)
            ? await Ask(
                context,
                services,
                Account,
                context.CurrentSession()!.Id,
                ProviderTrouble.AtAccount(ProviderTrouble.Away)
            )
            : Pages.Next(Account);

    private static async Task<IResult> Ask(
        HttpContext context,
        IServiceProvider services,
        string back,
        Guid? connects,
        string ifAway
    )
    {
        if (services.GetService<ProviderSettings>() is null)
        {
            return Pages.Next(connects is null ? SignInFirst.Path : Account);
        }

        var properties = new AuthenticationProperties { RedirectUri = back };
        if (connects is { } session)
        {
            properties.Items[ProviderSignIn.Connects] = session.ToString();
        }

        try
        {
            await context.ChallengeAsync(ProviderSignIn.Scheme, properties);
            return Results.Empty;
        }
        catch (Exception error) when (ProviderTrouble.IsAway(error))
        {
            ProviderTrouble.Log(context, error);
            return Pages.Next(ifAway);
        }
    }

    private static async Task<IResult> Disconnect(
        Identities identities,
        Me me,
        Guid identity,
        CancellationToken cancel
    ) =>
        await identities.Disconnect(me.Id, identity, cancel)
            ? Pages.Next($"{Account}?said=disconnected")
            : Results.NotFound();
}
