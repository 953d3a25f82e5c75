namespace Cairn.People;

/// <summary>What a browser calls itself, in two words: enough to tell one's devices apart, too little to trace anybody.</summary>
public static class DeviceName
{
    /// <summary>The first that fits: each browser also says the names of those that came before it.</summary>
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("CrOS", "Chromebook"),
        ("Linux", "Linux"),
    ];

    /// <returns>Such as <c>Firefox, Android</c>; empty for what is not known.</returns>
    public static string Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        var names = new[] { NameIn(Browsers, agent), NameIn(Systems, agent) };
        return string.Join(", ", names.OfType<string>());
    }

    private static string? NameIn((string Sign, string Name)[] known, string agent) =>
        Array.Find(known, one => agent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
