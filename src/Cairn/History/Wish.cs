using System.Globalization;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Shell;

namespace Cairn.History;

/// <summary>What somebody looks for, as the address of the page says it. What cannot be read is left out.</summary>
public sealed record Wish
{
    private const string Address = "/history";

    public string Text { get; init; } = "";
    public FoundKind? Kind { get; init; }
    public Guid? Goal { get; init; }
    public Guid? Step { get; init; }
    public Tier? Tier { get; init; }
    public string? Area { get; init; }
    public string From { get; init; } = "";
    public string Through { get; init; } = "";

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public DateOnly? First => Typed.Day(From);
    public DateOnly? Last => Typed.Day(Through);

    /// <summary>What has to be mended first, in one sentence.</summary>
    public string? Wrong =>
        Typed.Trouble(Text)
        ?? (
            (From.Length > 0 && First is null) || (Through.Length > 0 && Last is null)
                ? HistoryWords.DayUnreadable
                : null
        );

    /// <summary>It is about steps: nothing that was said about a whole day fits.</summary>
    public bool IsAboutSteps => Goal is not null || Step is not null || Tier is not null;

    public bool IsNarrow => IsAboutSteps || Kind is not null || Area is not null || From.Length + Through.Length > 0;

    public static Wish Read(IQueryCollection asked) =>
        new()
        {
            Text = Typed.Line(asked["q"]),
            Kind = One<FoundKind>(asked["kind"]),
            Goal = Guid.TryParse(asked["goal"], out var goal) ? goal : null,
            Step = Guid.TryParse(asked["step"], out var step) ? step : null,
            Tier = One<Tier>(asked["tier"]),
            Area = Typed.Line(asked["area"]) is { Length: > 0 } area ? area : null,
            From = Typed.Line(asked["from"]),
            Through = Typed.Line(asked["through"]),
            Page = int.TryParse(asked["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
                ? Math.Clamp(page, 1, 1_000_000)
                : 1,
        };

    /// <summary>The same wish on another page.</summary>
    public string PathOf(int page) =>
        Address
        + QueryString.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = Text,
                ["kind"] = Kind?.ToString(),
                ["goal"] = Goal?.ToString(),
                ["step"] = Step?.ToString(),
                ["tier"] = Tier?.ToString(),
                ["area"] = Area,
                ["from"] = From,
                ["through"] = Through,
                ["page"] = page.ToString(CultureInfo.InvariantCulture),
            }.Where(field => !string.IsNullOrEmpty(field.Value))
        );

    private static T? One<T>(string? typed)
        where T : struct, Enum =>
        Enum.TryParse<T>(typed, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
