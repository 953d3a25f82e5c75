using System.Globalization;
using System.Text;

namespace Cairn.Pictures;

/// <summary>
/// What a picture is painted with, written once and used by every stone: silhouettes, and for each rock a
/// tile that holds its light and its texture. Only what a picture needs is written.
/// </summary>
public static class Material
{
    private const string Light = """
        <radialGradient id="c-cast"><stop class="shade" stop-opacity=".5"/><stop class="shade" offset=".55" stop-opacity=".26"/><stop class="shade" offset="1" stop-opacity="0"/></radialGradient>
        <linearGradient id="c-light" x1=".42" x2=".58" y2="1"><stop class="vein" offset=".1" stop-opacity=".4"/><stop class="vein" offset=".36" stop-opacity="0"/><stop class="shade" offset=".5" stop-opacity="0"/><stop class="shade" offset=".84" stop-opacity=".42"/><stop class="shade" offset=".92" stop-opacity=".26"/></linearGradient>
        <path id="c-face" d="M-110-50h220v100h-220z"/><pattern id="c-tile" x="-110" y="-50" width="220" height="100" viewBox="-110 -50 220 100" patternUnits="userSpaceOnUse"/>
        """;

    private const string Flower = """
        <g id="c-flower"><path class="c-petal" d="M-36-5a6 6 0 1 1 7-6a6 6 0 1 1 5 8a6 6 0 1 1-4 8a6 6 0 1 1-8-1a6 6 0 1 1 0-9z"/><circle class="c-pollen" cx="-30" cy="-2" r="4"/></g>
        """;

    private static readonly Dictionary<string, string> Textures = new(StringComparer.Ordinal)
    {
        ["moss"] =
            Stroke("lichen", "M-66-14h0M-58-20h0M-50-13h0M26-14h0M36-18h0M44-10h0M54-14h0M-14 20h0M-2 24h0M6 18h0")
            + Stroke("fleck", "M-60 6h0M-44-4h0M-8-6h0M8 6h0M36 12h0M60 3h0")
            + Stroke("grain", "M-53 1h0M-39 5h0M-24-12h0M-2 2h0M12-22h0M26 0h0M46 4h0M70 10h0M-26 22h0M-82-2h0M82 0h0"),
        ["slate"] =
            Stroke("seam", "M-110 20q60-14 110-2t110-12M-110-22q70 8 120 2t100 6")
            + Fill("vein", "M-110 4C-70-12-40 14-2 1S60-20 110-2C62-14 40 0 4 7S-60 0-110 6z"),
        ["sand"] = Stroke("seam", "M-110-6q60-8 120-2t110-4M-110 16q80-6 220 0"),
        ["heather"] = Stroke("band", "M-110 12q60-14 110-6t120-8") + Stroke("seam", "M-110-8q60-10 220-4"),
        ["clay"] = Stroke("pale", "M-40 10h0M10-10h0M40 6h0M-66-4h0M66 12h0M-10 20h0"),
        ["chalk"] = Stroke("pit", "M-56 2h0M-20-12h0M14 10h0M52-4h0M-30 18h0"),
        ["basalt"] = Stroke("pale", "M-60-6h0M-34 10h0M-14-14h0M10 2h0M34-12h0M54 8h0M24 18h0"),
    };

    /// <summary>Writes what <paramref name="stones"/> are painted with.</summary>
    /// <param name="outline">A silhouette that is needed besides theirs.</param>
    public static void Write(StringBuilder svg, IReadOnlyCollection<Seat> stones, int? outline)
    {
        svg.Append(Light);
        foreach (var rock in stones.Select(s => Rock.Of(s.Stone.Area)).Distinct(StringComparer.Ordinal))
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""<radialGradient id="c-{rock}" cx=".32" cy="0" r="1"><stop class="{rock}-1"/><stop class="{rock}-2" offset=".55"/><stop class="{rock}-3" offset="1"/></radialGradient><g id="c-{rock}-">{Textures[rock]}</g>"""
            );
        }

        // Rotating a texture keeps the light where it is: two faces for the price of one.
        foreach (var face in stones.Select(s => Rock.Face(s.Stone)).Distinct(StringComparer.Ordinal))
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""<pattern id="c-{face}" href="#c-tile"><use href="#c-face" fill="url(#c-{face[..^1]})"/><use href="#c-{face[..^1]}-"{(face[^1] is '1' ? " transform=\"scale(-1-1)\"" : "")}/><use href="#c-face" fill="url(#c-light)"/></pattern>"""
            );
        }

        foreach (var shape in stones.Select(s => s.Shape).Concat(outline is { } o ? [o] : []).Distinct().Order())
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<path id="c{shape}" d="{Quarry.Shapes[shape].Path}"/>""");
        }

        if (stones.Any(s => s.Stone.Kind is StoneKind.Noticed))
        {
            svg.Append(Flower);
        }
    }

    private static string Stroke(string kind, string path) => $"""<path class="c-line c-{kind}" d="{path}"/>""";

    private static string Fill(string kind, string path) => $"""<path class="c-{kind}" d="{path}"/>""";
}
