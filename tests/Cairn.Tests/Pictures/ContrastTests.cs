using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Harness;
using Xunit;

namespace Cairn.Pictures;

/// <summary>Reads tokens.css as a browser would and computes each pair's ratio (WCAG 2.2, relative luminance).</summary>
[InAnyZone]
public sealed partial class ContrastTests
{
    private const double Text = 4.5;
    private const double Control = 3;

    private static readonly string[] Rocks = ["moss", "slate", "sand", "heather", "clay", "chalk", "basalt"];

    public static TheoryData<string> Themes => ["light", "dark", "high contrast", "high contrast dark"];

    [Theory, MemberData(nameof(Themes))]
    public void Every_text_can_be_read_on_every_ground_it_stands_on(string theme)
    {
        string[] grounds = ["ground", "surface", "raised", "done"];
        string[] texts = ["ink", "ink-2", "primary", "celebrate", "risk"];
        AssertRatios(
            theme,
            Text,
            [
                .. texts.SelectMany(t => grounds.Select(g => (t, g))),
                ("on-primary", "primary"),
                ("on-celebrate", "celebrate-fill"),
                ("ink", "sky-1"),
                ("ink", "sky-2"),
                ("ink-2", "sky-1"),
                ("ink-2", "sky-2"),
                ("ink", "hill-1"),
            ]
        );
    }

    [Theory, MemberData(nameof(Themes))]
    public void Every_control_and_mark_can_be_seen_on_every_ground_it_stands_on(string theme)
    {
        string[] grounds = ["ground", "surface", "raised", "done"];
        string[] controls = ["outline", "focus", "primary", .. Rocks.Select(rock => $"{rock}-mark")];
        AssertRatios(
            theme,
            Control,
            [
                .. controls.SelectMany(c => grounds.Select(g => (c, g))),
                ("focus", "sky-1"),
                ("focus", "sky-2"),
                ("outline", "meadow"),
            ]
        );
    }

    [Theory, MemberData(nameof(Themes))]
    public void A_stone_has_light_and_shade_in_this_order(string theme)
    {
        var tokens = Read(theme);
        foreach (var rock in Rocks)
        {
            var (light, stone, shade) = (
                Luminance(tokens[$"{rock}-1"]),
                Luminance(tokens[$"{rock}-2"]),
                Luminance(tokens[$"{rock}-3"])
            );
            Assert.True(light > stone && stone > shade, $"{theme}: {rock}-1, -2, -3 do not go from light to shade");
        }
    }

    [Fact]
    public void The_ratio_of_black_on_white_is_21() => Assert.Equal(21, Ratio("#000000", "#ffffff"), 1e-9);

    [Fact]
    public void Every_theme_says_each_colour_that_it_changes_only_once()
    {
        foreach (var block in Blocks(Css()))
        {
            var doubled = Declarations()
                .Matches(block.Body)
                .GroupBy(m => m.Groups["name"].Value)
                .Where(g => g.Count() > 1);
            Assert.True(!doubled.Any(), $"{block.Condition}: {string.Join(", ", doubled.Select(d => d.Key))} twice");
        }
    }

    private static void AssertRatios(string theme, double least, (string Fore, string Back)[] pairs)
    {
        var tokens = Read(theme);
        var weak = pairs
            .Select(p => (p.Fore, p.Back, Ratio: Ratio(tokens[p.Fore], tokens[p.Back])))
            .Where(p => p.Ratio < least)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Fore} on {p.Back} is {p.Ratio:0.00}"))
            .ToArray();
        Assert.True(weak is [], $"{theme}, at least {least}: {string.Join("; ", weak)}");
    }

    private static Dictionary<string, string> Read(string theme)
    {
        string[] conditions = theme switch
        {
            "light" => [""],
            "dark" => ["", "(prefers-color-scheme: dark)"],
            "high contrast" => ["", "(prefers-contrast: more)"],
            _ =>
            [
                "",
                "(prefers-color-scheme: dark)",
                "(prefers-contrast: more)",
                "(prefers-contrast: more) and (prefers-color-scheme: dark)",
            ],
        };
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        var blocks = Blocks(Css());
        foreach (var condition in conditions)
        {
            var body = blocks.Single(b => b.Condition == condition).Body;
            foreach (Match m in Declarations().Matches(body))
            {
                tokens[m.Groups["name"].Value] = m.Groups["colour"].Value;
            }
        }

        return tokens;
    }

    private static List<(string Condition, string Body)> Blocks(string css) =>
        [.. RootBlocks().Matches(css).Select(m => (m.Groups["media"].Value.Trim(), m.Groups["body"].Value))];

    private static string Css() => File.ReadAllText(Source.Of("Shell", "tokens.css"));

    private static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));

        double Channel(int at)
        {
            var c = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }
    }

    [GeneratedRegex(@"(?:@media (?<media>[^{]+)\{\s*)?:root\s*\{(?<body>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RootBlocks();

    [GeneratedRegex(@"--(?<name>[a-z0-9-]+):\s*(?<colour>#[0-9a-f]{6});", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declarations();
}
