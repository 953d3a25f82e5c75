using System.Globalization;
using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Cairn.Accounts.Provider;

/// <summary>How the provider is asked, and what becomes of its answer: another way in for those who have connected it.</summary>
public static class ProviderSignIn
{
    public const string Scheme = "provider";
    public const string Callback = $"{SignInFirst.Path}/provider/back";

    /// <summary>Kept in the state: the session that wants to connect.</summary>
    public const string Connects = "connects";

    private const string Issuer = "iss";
    private const string Subject = "sub";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void AddProvider(this IServiceCollection services, ProviderSettings provider)
    {
        services.AddSingleton(provider);
        services.AddAuthentication().AddOpenIdConnect(Scheme, oidc => Describe(oidc, provider));
    }

    private static void Describe(OpenIdConnectOptions oidc, ProviderSettings provider)
    {
        oidc.Authority = provider.Authority.ToString();
        oidc.ClientId = provider.Client;
        oidc.ClientSecret = provider.Secret;
        oidc.RequireHttpsMetadata = provider.Authority.Scheme == Uri.UriSchemeHttps;
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        oidc.ResponseMode = OpenIdConnectResponseMode.Query; // a form from elsewhere is refused
        oidc.UsePkce = true;
        oidc.CallbackPath = Callback;
        oidc.RemoteSignOutPath = oidc.SignedOutCallbackPath = default; // who is signed in here is ended here
        oidc.Scope.Clear();
        oidc.Scope.Add(OpenIdConnectScope.OpenId); // who they are there, and nothing about them
        oidc.MapInboundClaims = false;
        oidc.ClaimActions.Clear(); // the issuer is wanted as well
        oidc.SaveTokens = false;
        oidc.DisableTelemetry = true; // no name and version of a library in each request
        oidc.BackchannelTimeout = Patience;
        oidc.BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false };
        oidc.CorrelationCookie.Name = "cairn-provider.";
        oidc.NonceCookie.Name = "cairn-provider-nonce.";
        foreach (var cookie in new[] { oidc.CorrelationCookie, oidc.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        oidc.Events.OnTicketReceived = Arrived;
        oidc.Events.OnRemoteFailure = Failed;
    }

    private static Task Arrived(TicketReceivedContext arrived)
    {
        arrived.HandleResponse();
        var (issuer, subject) = (
            Claim(Issuer, ProviderIdentity.IssuerLength),
            Claim(Subject, ProviderIdentity.SubjectLength)
        );
        if (issuer is null || subject is null)
        {
            return GoTo(arrived.Response, ProviderTrouble.AtSignIn(ProviderTrouble.Ended));
        }

        return arrived.Properties?.Items.TryGetValue(Connects, out var session) == true && session is not null
            ? Connect(arrived.HttpContext, session, issuer, subject)
            : SignIn(arrived.HttpContext, arrived.ReturnUri, issuer, subject);

        string? Claim(string name, int longest) =>
            arrived.Principal?.FindFirst(name)?.Value is { Length: > 0 } value && value.Length <= longest
                ? value
                : null;
    }

    /// <summary>For the session that began it, which is still there: nobody can hang theirs on somebody else's account.</summary>
    private static async Task Connect(HttpContext context, string session, string issuer, string subject)
    {
        var services = context.RequestServices;
        var cancel = context.RequestAborted;
        var found = SessionCookie.Read(context.Request) is { } pass
            ? await services.GetRequiredService<Sessions>().Find(pass, cancel)
            : null;
        if (found is not { } here || here.Session.Id.ToString() != session)
        {
            await GoTo(context.Response, ProviderTrouble.AtSignIn(ProviderTrouble.Ended));
            return;
        }

        var identities = services.GetRequiredService<Identities>();
        var connected = await identities.Connect(here.Person.Id, issuer, subject, cancel);
        await GoTo(
            context.Response,
            connected ? "/account?said=provider" : ProviderTrouble.AtAccount(ProviderTrouble.Taken)
        );
    }

    private static async Task SignIn(HttpContext context, string? back, string issuer, string subject)
    {
        var services = context.RequestServices;
        var cancel = context.RequestAborted;
        if (await services.GetRequiredService<Identities>().Use(issuer, subject, cancel) is not { } person)
        {
            await GoTo(context.Response, ProviderTrouble.AtSignIn(ProviderTrouble.Unknown));
            return;
        }

        var sessions = services.GetRequiredService<Sessions>();
        await sessions.Begin(context, person, SecurityEventKind.SignedInByProvider, cancel);
        await GoTo(context.Response, Pages.Ours(back) ?? Pages.Home);
    }

    /// <summary>Declined there, too slow, answered for somebody else's question, or not answered at all.</summary>
    private static Task Failed(RemoteFailureContext failed)
    {
        failed.HandleResponse();
        var away = failed.Failure is { } error && ProviderTrouble.IsAway(error);
        if (away)
        {
            ProviderTrouble.Log(failed.HttpContext, failed.Failure!);
        }

        var why = away ? ProviderTrouble.Away : ProviderTrouble.Ended;
        var connects = failed.Properties?.Items.ContainsKey(Connects) == true;
        return GoTo(failed.Response, connects ? ProviderTrouble.AtAccount(why) : ProviderTrouble.AtSignIn(why));
    }

    private static Task GoTo(HttpResponse response, string path)
    {
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = path;
        response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
