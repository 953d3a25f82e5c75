using System.Text.Encodings.Web;
using Cairn.Data;
using Cairn.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cairn.Accounts;

/// <summary>
/// Somebody whom a listed proxy has signed in, by the name that they have here. It is asked at each request, so that they
/// are out as soon as the proxy says so; a name that nobody has here opens nothing and makes no account.
/// </summary>
public sealed class ProxyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    TrustedProxies proxies,
    Sessions sessions,
    CairnDb db
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.IsForAnybody() || proxies.UserOf(Request) is not { } name)
        {
            return AuthenticateResult.NoResult();
        }

        var key = AccountName.KeyOf(name);
        var found = await (
            from account in db.Accounts.AsNoTracking()
            join person in db.People on account.PersonId equals person.Id
            where account.NameKey == key
            select new { person, account.Role }
        ).SingleOrDefaultAsync(Context.RequestAborted);
        if (found is null)
        {
            return AuthenticateResult.NoResult();
        }

        // Whoever has also signed in here themselves may change how; the cookie of somebody else counts for nothing.
        if (
            SessionCookie.Read(Request) is { } pass
            && pass.Person == found.person.Id
            && await sessions.Find(pass, Context.RequestAborted) is { } here
        )
        {
            Context.Items[typeof(Session)] = here.Session;
        }

        return AuthenticateResult.Success(Context.TicketOf(found.person, found.Role, Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => SignInFirst.Ask(Context);
}
