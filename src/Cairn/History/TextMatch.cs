using System.Globalization;

namespace Cairn.History;

/// <summary>
/// Looks for words in what was written, as people compare letters: neither capitals nor marks above a letter matter, so
/// "mude" and "MÜDE" find "müde", and "strasse" finds "Straße". Both databases compare bytes; so this is done here.
/// </summary>
public sealed class TextMatch
{
    /// <summary>More words than this narrow nothing down.</summary>
    private const int MostWords = 30;

    private const CompareOptions AsRead = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    private static readonly CompareInfo Letters = CultureInfo.InvariantCulture.CompareInfo;

    private readonly string[] words;
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);

    /// <param name="text">Words; each must occur.</param>
    public TextMatch(string text) =>
        words = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];

    /// <summary>Each word is in one of the texts.</summary>
    public bool Fits(params ReadOnlySpan<string?> texts)
    {
        var found = 0;
        foreach (var text in texts)
        {
            found |= string.IsNullOrEmpty(text) ? 0 : WordsIn(text);
        }

        return found == (1 << words.Length) - 1;
    }

    /// <summary>A text in parts, those that were looked for marked.</summary>
    public IReadOnlyList<Part> PartsOf(string text)
    {
        var parts = new List<Part>();
        var rest = text.AsSpan();
        while (Next(rest) is { Length: > 0 } next)
        {
            if (next.At > 0)
            {
                parts.Add(new(rest[..next.At].ToString(), IsFound: false));
            }

            parts.Add(new(rest.Slice(next.At, next.Length).ToString(), IsFound: true));
            rest = rest[(next.At + next.Length)..];
        }

        if (rest.Length > 0)
        {
            parts.Add(new(rest.ToString(), IsFound: false));
        }

        return parts;
    }

    /// <summary>The names of steps come again and again: each text is looked through once.</summary>
    private int WordsIn(string text)
    {
        if (!known.TryGetValue(text, out var found))
        {
            for (var i = 0; i < words.Length; i++)
            {
                found |= Letters.IndexOf(text, words[i], AsRead) >= 0 ? 1 << i : 0;
            }

            known[text] = found;
        }

        return found;
    }

    /// <summary>The first of the words in a text, and how long it is there; of length 0 for none.</summary>
    private (int At, int Length) Next(ReadOnlySpan<char> text)
    {
        var (first, length) = (text.Length, 0);
        foreach (var word in words)
        {
            var at = Letters.IndexOf(text, word, AsRead, out var matched);
            if (at >= 0 && matched > 0 && (at < first || (at == first && matched > length)))
            {
                (first, length) = (at, matched);
            }
        }

        return (first, length);
    }

    public readonly record struct Part(string Text, bool IsFound);
}
