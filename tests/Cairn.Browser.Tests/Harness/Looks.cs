using Cairn.Harness;

namespace Cairn.Browser.Harness;

/// <summary>How a screen is looked at.</summary>
public sealed record Looks(int Width, bool Dark, string Language = "en-GB")
{
    public static readonly Looks Phone = new(390, Dark: false);

    /// <summary>
    /// The ways in which each screen is looked at: both widths, both colours, and German on the narrowest phone (or English
    /// at 200 % on a small one). CAIRN_LONG=1 also turns the colours of both widths around.
    /// </summary>
    public static readonly IReadOnlyList<Looks> All =
    [
        Phone,
        new(1280, Dark: true),
        new(320, Dark: false, "de-DE"),
        .. LongRun.IsOn ? [new(390, Dark: true), new(1280, Dark: false)] : Array.Empty<Looks>(),
    ];

    public override string ToString() => $"{Width}-{(Dark ? "dark" : "light")}";
}
