using Cairn.Data;

namespace Cairn.Shell;

/// <summary>A line that somebody typed and that has to be kept: a name, a task, what to do now.</summary>
public static class Typed
{
    /// <summary>What has to be mended first, in the words of the page that asks; null when it can be kept.</summary>
    /// <param name="text">The line, trimmed.</param>
    /// <param name="missing">Said when nothing was typed.</param>
    /// <param name="tooLong">Said with the length that fits and the length that was typed.</param>
    /// <param name="unreadable">Said of a zero byte, which no store keeps.</param>
    public static string? Trouble(string text, string missing, string tooLong, string unreadable) =>
        text.Length == 0 ? missing
        : text.Length > CairnDb.TitleLength ? Phrase.Of(tooLong, CairnDb.TitleLength, text.Length)
        : text.Contains('\0') ? unreadable
        : null;
}
