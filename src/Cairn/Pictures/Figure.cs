using System.Globalization;
using System.Text;

namespace Cairn.Pictures;

/// <summary>Numbers as SVG wants them: a point whatever the person's language, and no digit too many.</summary>
public static class Figure
{
    public static string Of(double value, int digits = 1)
    {
        var rounded = Math.Round(value, digits);
        var text = (rounded == 0 ? 0 : rounded).ToString(CultureInfo.InvariantCulture);
        return text.StartsWith("0.", StringComparison.Ordinal) ? text[1..]
            : text.StartsWith("-0.", StringComparison.Ordinal) ? "-" + text[2..]
            : text;
    }

    /// <summary>A transform as short as the grammar allows: the four scales, then where to.</summary>
    public static string Matrix(ReadOnlySpan<double> scales, ReadOnlySpan<double> move, int scaleDigits, int moveDigits)
    {
        var text = new StringBuilder("matrix(");
        foreach (var scale in scales)
        {
            Join(text, Of(scale, scaleDigits));
        }

        foreach (var step in move)
        {
            Join(text, Of(step, moveDigits));
        }

        return text.Append(')').ToString();
    }

    private static void Join(StringBuilder text, string figure)
    {
        if (figure[0] != '-' && text[^1] != '(')
        {
            text.Append(' ');
        }

        text.Append(figure);
    }
}
