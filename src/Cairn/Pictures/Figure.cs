using System.Globalization;

namespace Cairn.Pictures;

/// <summary>Numbers as SVG wants them: a point whatever the person's language, and no digit too many.</summary>
internal static class Figure
{
    public static string Of(double value, int digits = 1)
    {
        var rounded = Math.Round(value, digits);
        var text = (rounded == 0 ? 0 : rounded).ToString(CultureInfo.InvariantCulture);
        return text.StartsWith("0.", StringComparison.Ordinal) ? text[1..]
            : text.StartsWith("-0.", StringComparison.Ordinal) ? "-" + text[2..]
            : text;
    }
}
