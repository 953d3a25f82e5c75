namespace Cairn.People;

/// <summary>The one cookie that says who is signed in on this device.</summary>
public static class SessionCookie
{
    private const string Guarded = HostCookie.Guarded + "cairn";
    private const string Plain = "cairn-session";

    public static bool IsIn(HttpRequest request) => request.Cookies.ContainsKey(NameFor(request));

    public static Pass? Read(HttpRequest request) => Pass.Read(request.Cookies[NameFor(request)]);

    public static void Write(HttpContext context, Pass pass) =>
        context.Response.Cookies.Append(NameFor(context.Request), pass.Text, Options(context.Request));

    public static void Remove(HttpContext context) =>
        context.Response.Cookies.Delete(NameFor(context.Request), Options(context.Request));

    private static string NameFor(HttpRequest request) => request.IsHttps ? Guarded : Plain;

    /// <summary>A link from elsewhere may lead to one's own Cairn; writes have a wall of their own.</summary>
    private static CookieOptions Options(HttpRequest request) =>
        HostCookie.Options(request, SameSiteMode.Lax, Sessions.Longest);
}
