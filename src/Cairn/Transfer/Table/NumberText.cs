using System.Globalization;
using System.Text.RegularExpressions;

namespace Cairn.Transfer.Table;

/// <summary>Numbers as people and spreadsheets write them, perhaps with a unit behind: <c>1.234,5</c>, <c>20 min</c>.</summary>
internal static partial class NumberText
{
    private const int LongestText = 40;

    /// <param name="mark">The decimal mark, a point or a comma.</param>
    public static (double Number, string? Unit)? Read(string? text, char mark)
    {
        if (text is null or { Length: > LongestText } || Whole().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var other = mark == ',' ? '.' : ',';
        var digits = string.Concat(match.Groups["number"].Value.Where(unit => unit != other && !IsGap(unit)));
        return double.TryParse(
            digits.Replace(mark, '.'),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? (number, match.Groups["unit"].Value is { Length: > 0 } unit ? unit : null)
            : null;
    }

    /// <returns>The mark that the numbers show, or both where each of them could be read either way.</returns>
    public static IReadOnlyList<char> Marks(IEnumerable<string> texts)
    {
        var doubtful = false;
        foreach (var text in texts.Where(text => text.Length <= LongestText && Whole().IsMatch(text)))
        {
            var last = text.LastIndexOfAny([',', '.']);
            if (last < 0)
            {
                continue;
            }

            var other = text[last] == ',' ? '.' : ',';
            var behind = text[(last + 1)..].TakeWhile(char.IsAsciiDigit).Count();
            if (text.Count(unit => unit == text[last]) > 1)
            {
                return [other]; // a mark that comes twice parts thousands
            }

            if (text.Contains(other) || behind != 3 || last > 3 || text.StartsWith('0'))
            {
                return [text[last]];
            }

            doubtful = true;
        }

        return doubtful ? ['.', ','] : ['.'];
    }

    private static bool IsGap(char unit) => unit is ' ' or '\'' or '’' or '\u00A0' or '\u202F';

    [GeneratedRegex(
        @"^\s*(?<number>[+-]?\d[\d.,'’ \u00A0\u202F]*?)\s*(?<unit>\p{L}{1,20}\.?|%)?\s*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Whole();
}
