using System.Security.Claims;
using Cairn.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Cairn.People;

/// <summary>Who has shown to be whom, in the words of ASP.NET Core.</summary>
public static class SignedIn
{
    /// <summary>True for an endpoint that is the same for everybody: it is not asked who comes.</summary>
    public static bool IsForAnybody(this HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>For a handler that has found out whose the request is.</summary>
    public static AuthenticationTicket TicketOf(this HttpContext context, Person person, Role role, string scheme)
    {
        context.Items[typeof(Person)] = person; // so that it is read once
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, person.Id.ToString()), new Claim(ClaimTypes.Role, role.ToString())],
            scheme
        );
        return new AuthenticationTicket(new ClaimsPrincipal(identity), scheme);
    }

    /// <summary>The id of the person who is signed in; null for nobody.</summary>
    public static Guid? PersonId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public static bool IsOwner(this ClaimsPrincipal user) => user.IsInRole(nameof(Role.Owner));

    /// <summary>About all that is kept here, and not about one person; for everybody else there is no such page.</summary>
    public static void OnlyForOwner(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter(
            async (asked, next) => asked.HttpContext.User.IsOwner() ? await next(asked) : Results.NotFound()
        );

    /// <summary>True where nobody signs in yet.</summary>
    public static bool IsPrivate(this ClaimsPrincipal user) => user.Identity?.AuthenticationType == Schemes.Private;

    /// <summary>The session of this request; null in a private Cairn and for a token.</summary>
    public static Session? CurrentSession(this HttpContext context) => context.Items[typeof(Session)] as Session;
}
