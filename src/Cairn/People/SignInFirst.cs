namespace Cairn.People;

/// <summary>What is answered to somebody who is not signed in.</summary>
public static class SignInFirst
{
    public const string Path = "/sign-in";

    /// <summary>
    /// A person is led to the page where one signs in, and back. A script is told 401: it keeps what it has and says so;
    /// a page in the place of its answer would be taken for one.
    /// </summary>
    public static Task Ask(HttpContext context)
    {
        if (IsScript(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path.ToString() : "/";
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{Path}?back={Uri.EscapeDataString(back)}";
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    /// <summary>Browsers that are older say nothing about it; then our own scripts still do.</summary>
    private static bool IsScript(HttpRequest request) =>
        request.Headers.ContainsKey("Cairn-Fragment")
        || request.Headers.ContainsKey("Cairn-Person")
        || request.Headers["Sec-Fetch-Mode"].ToString() is not ("" or "navigate");
}
