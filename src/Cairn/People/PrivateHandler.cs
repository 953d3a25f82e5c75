using System.Text.Encodings.Web;
using Cairn.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cairn.People;

/// <summary>
/// Whoever sits at the machine of a Cairn without accounts is its owner. The store is asked each time: from the moment
/// on in which there is an account, nobody is let in this way, whichever process made it.
/// </summary>
public sealed class PrivateHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    PrivateCairn cairn,
    CairnDb db
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.IsForAnybody() || !cairn.ListensHereOnly || !PrivateDoor.IsFromHere(Context))
        {
            return AuthenticateResult.NoResult();
        }

        // Any account of anybody: it names the person only because it would be asked in a query of its own otherwise.
        var person = await db
            .People.AsNoTracking()
            .SingleOrDefaultAsync(
                p => p.Id == cairn.Owner && !db.Accounts.Any(a => a.PersonId == p.Id || a.PersonId != p.Id),
                Context.RequestAborted
            );
        return person is null
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(Context.TicketOf(person, Role.Owner, Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => SignInFirst.Ask(Context);
}
