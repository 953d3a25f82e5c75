using System.Net;
using System.Text.RegularExpressions;

namespace Cairn.Transfer.Daylio;

/// <summary>Notes may hold line breaks as <c>&lt;br&gt;</c>, other tags and entities: what is left is text.</summary>
public static partial class DaylioText
{
    public static string? Plain(params string?[] parts)
    {
        var texts = ForeignText.Distinct(
            parts.Select(part =>
                part is null
                    ? null
                    : WebUtility.HtmlDecode(Tag().Replace(Break().Replace(part, "\n"), "")).Replace('\u00A0', ' ')
            )
        );
        return string.Join('\n', texts) is { Length: > 0 } text ? text : null;
    }

    [GeneratedRegex(
        "<(br ?/?|/p|/div|/li)>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Break();

    [GeneratedRegex("</?[a-zA-Z][^<>]{0,200}>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
