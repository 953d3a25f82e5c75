using System.Net;

namespace Cairn.People;

/// <summary>
/// What keeps a Cairn without sign-in private: it is bound to this machine only, and answers only to this machine's
/// names (a foreign page that points its own name here is refused), and not through a proxy. With accounts or without, it takes no write from
/// another site.
/// </summary>
public static class PrivateDoor
{
    /// <summary>The names under which this machine may be asked.</summary>
    public static readonly IReadOnlyList<string> Hosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>True if an address such as <c>http://127.0.0.1:5270</c> can only be reached from this machine.</summary>
    public static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (
            uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))
        );

    /// <summary>True for a request that this machine made itself to one of its own names.</summary>
    public static bool IsFromHere(HttpContext context) =>
        ComesFromThisMachine(context)
        && Hosts.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase)
        && !ForwardedRequests.WasPassedOn(context);

    public static IApplicationBuilder UsePrivateDoor(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var cairn = context.RequestServices.GetRequiredService<PrivateCairn>();
                var refusal = (cairn.HasAccounts ? null : RefusalAsPrivate(context)) ?? Refusal(context);
                return refusal is null ? next(context) : Refuse(context, refusal);
            }
        );

    private static bool ComesFromThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } from || IPAddress.IsLoopback(from);

    private static string? RefusalAsPrivate(HttpContext context) =>
        ForwardedRequests.WasPassedOn(context)
            ? "This Cairn is private, and something between passes requests on to it. Open it without that, and give it a sign-in first (Settings, Signing in)."
        : !ComesFromThisMachine(context) ? "This Cairn is private: it answers only to the machine it runs on."
        : !IsFromHere(context) ? "This Cairn is private: open it as http://localhost or http://127.0.0.1."
        : null;

    private static string? Refusal(HttpContext context) =>
        IsWrite(context.Request) && !FromOurselves(context.Request)
            ? "This came from another website, so nothing was changed. Open Cairn itself and try again."
            : null;

    private static bool IsWrite(HttpRequest request) =>
        !(
            HttpMethods.IsGet(request.Method)
            || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method)
        );

    /// <summary>
    /// Browsers say where a request comes from: in Sec-Fetch-Site, or in Origin where they are older. A request
    /// with neither was not made by a browser, and so not by a website.
    /// </summary>
    private static bool FromOurselves(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}";
    }

    /// <summary>True where a browser says that it came by a link or a form on a page of ours, and not by an address that was typed.</summary>
    public static bool CameFromOurselves(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site == "same-origin"
            : request
                .Headers.Referer.ToString()
                .StartsWith($"{request.Scheme}://{request.Host}/", StringComparison.Ordinal);

    private static Task Refuse(HttpContext context, string sentence)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence, context.RequestAborted);
    }
}
