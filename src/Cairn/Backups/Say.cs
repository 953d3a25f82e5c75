using System.Globalization;

namespace Cairn.Backups;

internal static class Say
{
    /// <summary>With names and sizes as a terminal writes them, in every language.</summary>
    public static string Of(string words, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, words, values);
}
