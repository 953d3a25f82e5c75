using System.Globalization;

namespace Cairn.Shell;

/// <summary>A sentence from the words, with its values as the reader's culture writes them.</summary>
public static class Phrase
{
    public static string Of(string sentence, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.CurrentCulture, sentence, values);
}
