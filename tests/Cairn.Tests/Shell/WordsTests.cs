using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Cairn.Harness;
using Xunit;

namespace Cairn.Shell;

/// <summary>Every word that a person reads, in every language.</summary>
[InAnyZone]
public sealed partial class WordsTests
{
    public static TheoryData<string> Resources =>
        [
            .. typeof(ShellWords)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith("Words.resources", StringComparison.Ordinal))
                .Select(name => name[..^".resources".Length]),
        ];

    [Fact]
    public void There_are_words_to_check() => Assert.True(Resources.Count >= 4);

    [Theory, MemberData(nameof(Resources))]
    public void German_says_all_that_English_says(string resource)
    {
        var (english, german) = (Words(resource, ""), Words(resource, "de"));

        Assert.Equal(english.Keys.Order(), german.Keys.Order());
        foreach (var (key, text) in english)
        {
            Assert.True(
                Places(text).SetEquals(Places(german[key])),
                $"{resource}.{key}: \"{text}\" and \"{german[key]}\" do not hold the same values"
            );
        }
    }

    [Theory, MemberData(nameof(Resources))]
    public void No_word_blames_shouts_or_counts_what_was_not_done(string resource)
    {
        foreach (var language in new[] { "", "de" })
        {
            foreach (var (key, text) in Words(resource, language))
            {
                Assert.False(Banned().IsMatch(text), $"{resource}.{key} ({language}): {text}");
            }
        }
    }

    private static Dictionary<string, string> Words(string resource, string language)
    {
        var manager = new ResourceManager(resource, typeof(ShellWords).Assembly);
        var set = manager.GetResourceSet(
            CultureInfo.GetCultureInfo(language),
            createIfNotExists: true,
            tryParents: false
        );
        Assert.True(set is not null, $"{resource} has no words in '{language}'");
        return set.Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }

    private static HashSet<string> Places(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        @"\b(fail(ed|ure|s)?|overdue|streaks?|miss(ed|es)?|should have|lazy|guilt|shame|bad job|give up|too late|penalt\w+)\b|!!"
            + @"|\b(gescheitert|versagt|versäumt|verpasst|überfällig|serie|strähne|faul|schuld|schäm\w+|aufgegeben|zu spät|strafe)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Banned();

    /// <summary>Whether a text has a word that Cairn never says.</summary>
    internal static bool Blames(string text) => Banned().IsMatch(text);
}
