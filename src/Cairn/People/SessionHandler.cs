using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Cairn.People;

/// <summary>Somebody who has signed in on this device. The row is read at each request: a session that was ended is over at once.</summary>
public sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    Sessions sessions
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.IsForAnybody() || SessionCookie.Read(Request) is not { } pass)
        {
            return AuthenticateResult.NoResult();
        }

        if (await sessions.Find(pass, Context.RequestAborted) is not { } found)
        {
            return AuthenticateResult.NoResult();
        }

        Context.Items[typeof(Data.Session)] = found.Session;
        return AuthenticateResult.Success(Context.TicketOf(found.Person, found.Role, Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => SignInFirst.Ask(Context);
}
