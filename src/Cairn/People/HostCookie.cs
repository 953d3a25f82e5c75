namespace Cairn.People;

/// <summary>A cookie of ours: for exactly this host, and out of reach for scripts.</summary>
public static class HostCookie
{
    /// <summary>Over https browsers take a cookie whose name begins like this only from this host itself, and only over https.</summary>
    public const string Guarded = "__Host-";

    public static string NameFor(HttpRequest request, string plain) => request.IsHttps ? Guarded + plain : plain;

    public static CookieOptions Options(HttpRequest request, SameSiteMode site, TimeSpan keeps) =>
        new()
        {
            Path = "/",
            HttpOnly = true,
            Secure = request.IsHttps,
            SameSite = site,
            MaxAge = keeps,
            IsEssential = true,
        };
}
