using System.Globalization;
using System.Text.Json.Serialization;

namespace Cairn.Shell.Device;

/// <summary>How Cairn is called and looks when it is installed (W3C Web Application Manifest).</summary>
public sealed record Manifest(
    string Id,
    string Name,
    string ShortName,
    string Description,
    string Lang,
    string StartUrl,
    string Scope,
    string Display,
    string BackgroundColor,
    string ThemeColor,
    IReadOnlyList<Manifest.Icon> Icons,
    IReadOnlyList<Manifest.Shortcut> Shortcuts
)
{
    /// <summary>The ground of <c>tokens.css</c> by day; a manifest knows no dusk.</summary>
    private const string Ground = "#f6f2e9";

    public static Manifest InTheLanguageOfNow(Assets files) =>
        new(
            "/",
            ShellWords.Name,
            ShellWords.Name,
            ShellWords.Description,
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            "/",
            "/",
            "standalone",
            Ground,
            Ground,
            [
                new(files["icons/icon-192.png"], "192x192", "image/png", "any"),
                new(files["icons/icon-512.png"], "512x512", "image/png", "any"),
                new(files["icons/icon-maskable-512.png"], "512x512", "image/png", "maskable"),
            ],
            [
                new(ShellWords.Today, "/", [new(files["icons/icon-192.png"], "192x192", "image/png", "any")]),
                new(ShellWords.Add, "/welcome", [new(files["icons/icon-192.png"], "192x192", "image/png", "any")]),
            ]
        );

    public sealed record Icon(string Src, string Sizes, string Type, string Purpose);

    public sealed record Shortcut(string Name, string Url, IReadOnlyList<Icon> Icons);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Manifest))]
public sealed partial class ManifestJson : JsonSerializerContext;
