using Microsoft.Net.Http.Headers;

namespace Cairn.People;

/// <summary>The ways in which a request can show whose it is. Each is the name of a scheme of ASP.NET Core.</summary>
public static class Schemes
{
    /// <summary>Chooses one of the others by what the request brings along.</summary>
    public const string Cairn = "cairn";

    /// <summary>A cookie of somebody who has signed in.</summary>
    public const string Session = "session";

    /// <summary>The name that a listed proxy gives to somebody whom it has signed in.</summary>
    public const string Proxy = "proxy";

    /// <summary>Nothing: whoever sits at the machine of a Cairn without accounts.</summary>
    public const string Private = "private";

    /// <summary><c>Authorization: Bearer</c>, for the API.</summary>
    public const string Token = "token";

    /// <summary>A token wins over a proxy's word, that over a cookie, and a cookie over nothing; two are never mixed.</summary>
    public static string Of(HttpContext context) =>
        BearsToken(context.Request) ? Token
        : context.RequestServices.GetRequiredService<TrustedProxies>().NameSomebody(context.Request) ? Proxy
        : SessionCookie.IsIn(context.Request) ? Session
        : Private;

    private static bool BearsToken(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization].ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
}
