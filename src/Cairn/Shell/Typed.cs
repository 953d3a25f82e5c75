using System.Globalization;
using Cairn.Data;

namespace Cairn.Shell;

/// <summary>What somebody typed: a line, a note of several lines, and what stands against keeping it.</summary>
public static class Typed
{
    /// <summary>Stands on the page where there was a sign that no page shows and not every store keeps, such as a zero byte.</summary>
    public const char Unreadable = '\uFFFD';

    /// <summary>In one line, without blanks around it. Never null, so that a page can show again what was typed.</summary>
    public static string Line(string? text) => Note(text).Replace('\n', ' ');

    /// <summary>The same with its lines.</summary>
    public static string Note(string? text) =>
        string.Concat((text ?? "").ReplaceLineEndings("\n").Replace('\t', ' ').Trim().Select(Seen));

    /// <summary>As a page's own field for a day sends it; null for anything else.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>What has to be mended first, in one sentence; null when it can be kept.</summary>
    /// <param name="text">From <see cref="Line"/> or <see cref="Note"/>.</param>
    /// <param name="missing">Said when nothing was typed; null where that is fine.</param>
    /// <param name="most">So many characters fit.</param>
    public static string? Trouble(string text, string? missing = null, int most = CairnDb.TitleLength) =>
        text.Length == 0 ? missing
        : text.Length > most ? Phrase.Of(ShellWords.TooLong, most, text.Length)
        : IsUnreadable(text) ? ShellWords.Unreadable
        : null;

    /// <summary>Also of text that did not come from a form.</summary>
    public static bool IsUnreadable(string text) => Note(text).Contains(Unreadable);

    private static char Seen(char sign) => char.IsControl(sign) && sign is not '\n' ? Unreadable : sign;
}
