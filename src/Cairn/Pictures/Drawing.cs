using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Cairn.Pictures;

/// <summary>
/// Writes the cairn and the days before it as SVG. It writes text, not components: a picture of thirty stones
/// must stay a few kilobytes on the wire and a few microseconds on the server.
/// </summary>
public static class Drawing
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>What is inside the frame of a scene.</summary>
    /// <param name="days">Oldest first; the last is today.</param>
    /// <param name="landing">The stone that has just been won.</param>
    public static string Of(IReadOnlyList<Pile> days, Guid? landing)
    {
        var piles = days.Select(day => Stacking.Arrange(day.Stones)).ToArray();
        var today = piles is [.., var last] ? last : [];
        var svg = new StringBuilder(9000).Append("<defs>").Append(Landscape.Paints);
        Material.Write(svg, [.. piles.SelectMany(p => p)], today is [] ? Quarry.FirstPlace : null);
        svg.Append("</defs>").Append(Landscape.Land);
        for (var ago = piles.Length - 1; ago > 0; ago--)
        {
            if (piles[^(ago + 1)] is not [] and var pile)
            {
                Cairn(svg, pile, ago, Trail.At(ago, piles.Length), landing: null);
            }
        }

        if (today is [])
        {
            var (x, y, _) = Trail.At(0, piles.Length);
            Append(
                svg,
                $"""<use href="#c{Quarry.FirstPlace}" class="first-place" transform="translate({x} {y - 15})scale(.43 .4)"/>"""
            );
        }
        else
        {
            Cairn(svg, today, ago: 0, Trail.At(0, piles.Length), landing);
        }

        return svg.ToString();
    }

    private static void Cairn(StringBuilder svg, IReadOnlyList<Seat> seats, int ago, Trail.Spot spot, Guid? landing)
    {
        var (x, y, scale) = spot;
        var near = scale >= 1;
        Append(svg, $"""<g data-ago="{ago}" transform="translate({Of(x)} {Of(y)})""");
        svg.Append(
            near
                ? "\" fill=\"url(#c-cast)\">"
                : $"""scale({Of(scale, 2)})" opacity="{Of(Math.Min(1, 0.66 + (scale * 0.7)))}" fill="url(#c-cast)">"""
        );
        Lay(svg, seats, near, landing);
        svg.Append("</g>");
    }

    /// <summary>The stones of one cairn around its foot.</summary>
    /// <param name="svg">Where to.</param>
    /// <param name="seats">From the first to the last.</param>
    /// <param name="near">So near that each stone's shadow on the next is seen.</param>
    /// <param name="landing">The stone that has just been won.</param>
    internal static void Lay(StringBuilder svg, IReadOnlyList<Seat> seats, bool near, Guid? landing = null)
    {
        foreach (var seat in seats)
        {
            Shadow(svg, seat, near);
            Lay(svg, seat, near, seat.Stone.Id == landing);
        }
    }

    private static void Shadow(StringBuilder svg, Seat seat, bool near)
    {
        if (seat.OnGround)
        {
            var (x, rx, ry) = (seat.X + (seat.Width * 0.08), seat.Width * 0.6, 3 + (seat.Width * 0.05));
            var foot = seat.Row == 0 ? "" : $" cy=\"{Foot(seat)}\"";
            Append(svg, $"""<ellipse cx="{Of(x, 0)}"{foot} rx="{Of(rx, 0)}" ry="{Of(ry, 0)}"/>""");
        }
        else if (near)
        {
            var y = 1 + Foot(seat) - seat.BottomAt(seat.TouchX);
            var rx = 4 + (seat.TouchWidth / 2);
            Append(svg, $"""<ellipse cx="{Of(seat.TouchX, 0)}" cy="{Of(y, 0)}" rx="{Of(rx, 0)}" ry="4"/>""");
        }
    }

    private static void Lay(StringBuilder svg, Seat seat, bool near, bool landing)
    {
        var (wide, high) = (seat.Width / 2 / StoneShape.HalfWidth, seat.Thickness / 2 / StoneShape.HalfHeight);
        var (sin, cos) = Math.SinCos(-Math.Atan(seat.Slope));
        var place = Figure.Matrix(
            [cos * wide, sin * wide, -sin * high, cos * high],
            [seat.X, Foot(seat) - seat.Height],
            near ? 3 : 2,
            near ? 1 : 0
        );
        var title = seat.Stone.Label is "" ? "" : $"<title>{Text(seat.Stone.Label)}</title>";
        var mark = landing ? " class=\"landing\"" : "";
        var stone = $"""<use href="#c{seat.Shape}" fill="url(#c-{Rock.Face(seat.Stone)})" """;
        if (seat.Stone.Kind is StoneKind.Noticed)
        {
            Append(svg, $"""<g{mark} transform="{place}">{title}{stone}/><use href="#c-flower"/></g>""");
        }
        else
        {
            Append(svg, $"""{stone[..^1]}{mark} transform="{place}">{title}</use>""");
        }
    }

    internal static string Text(string written) => Encoder.Encode(written);

    private static int Foot(Seat seat) => seat.Row * 6;

    private static void Append(StringBuilder svg, FormattableString text) =>
        svg.Append(text.ToString(CultureInfo.InvariantCulture));

    private static string Of(double value, int digits = 1) => Figure.Of(value, digits);
}
