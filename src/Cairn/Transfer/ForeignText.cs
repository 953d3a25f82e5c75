namespace Cairn.Transfer;

/// <summary>Text from another program, made fit to be stored and shown.</summary>
public static class ForeignText
{
    /// <summary>Without control characters (PostgreSQL stores no NUL) and half characters; null if nothing is left.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!text.Any(unit => char.IsSurrogate(unit) || (char.IsControl(unit) && unit is not ('\n' or '\t'))))
        {
            return text.Trim(); // nearly always
        }

        var clean = string.Concat(
            text.EnumerateRunes()
                .Where(rune => rune.Value is '\n' or '\t' || !System.Text.Rune.IsControl(rune))
                .Select(rune => rune.ToString())
        );
        return clean.Trim() is { Length: > 0 } left ? left : null;
    }

    /// <summary>At most <paramref name="length"/> UTF-16 units, never half a character.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end] + "…";
    }

    /// <summary>Those that say something, each once.</summary>
    public static IEnumerable<string> Distinct(IEnumerable<string?> texts) =>
        texts.Select(Clean).OfType<string>().Distinct(StringComparer.Ordinal);
}
