using System.Globalization;
using System.Text;

namespace Cairn.Pictures;

/// <summary>
/// Cairns side by side on ridges, the oldest far away and small, the newest near. What is drawn reaches further to the
/// left and to the right than the frame, so that a wider frame shows more land.
/// </summary>
public static class Field
{
    public const int Width = 390;

    private const double Sky = 46;
    private const double Below = 26;

    /// <summary>A picture with little in it still has its sky.</summary>
    private const double Lowest = 190;

    private const int Wave = 100;
    private const int Crest = 7;

    /// <summary>No cairn is drawn larger because all are narrow.</summary>
    private const double Narrow = 96;

    /// <summary>Draws the field.</summary>
    /// <param name="rows">The ridges, the farthest first; null is a place with nothing on it.</param>
    /// <param name="height">How high the picture is; <see cref="Width"/> wide.</param>
    public static string Of(IReadOnlyList<IReadOnlyList<Site?>> rows, out int height)
    {
        var ridges = Ridges(rows);
        var sky = Math.Max(0, Lowest - Below - (ridges.Count == 0 ? Sky : ridges[^1].Foot));
        ridges = ridges.ConvertAll(ridge => ridge with { Foot = ridge.Foot + sky });
        var foot = Math.Ceiling(ridges.Count == 0 ? Sky : ridges[^1].Foot);
        height = (int)(foot + Below);
        var svg = new StringBuilder(20_000).Append("<defs>").Append(Landscape.Paints);
        var seats = ridges.SelectMany(ridge => ridge.Cairns).SelectMany(cairn => cairn.Seats).ToList();
        var hasPlace = rows.Any(row => row.Any(site => site is { IsNext: true, Stones: [] }));
        Material.Write(svg, seats, hasPlace ? Quarry.FirstPlace : null);
        Append(
            svg,
            $"""</defs><path fill="url(#c-sky)" d="M-400 0h1200v{height}h-1200z"/><circle cx="300" cy="44" r="70" fill="url(#c-sun)"/><circle class="disc" cx="300" cy="40" r="9"/>"""
        );
        Land(svg, "far", ridges.Count == 0 ? Sky : ridges[0].Foot - 34, 60, height);
        for (var row = 0; row < ridges.Count; row++)
        {
            Land(svg, row == ridges.Count - 1 ? "near" : "mid", ridges[row].Foot - 16, row * 70, height);
            foreach (var cairn in ridges[row].Cairns)
            {
                Draw(svg, cairn, ridges[row].Foot + cairn.Lower, ridges[row].Scale);
            }
        }

        return svg.ToString();
    }

    private static List<Ridge> Ridges(IReadOnlyList<IReadOnlyList<Site?>> rows)
    {
        var seats = rows.Select(row => row.Select(site => site is null ? [] : Stacking.Arrange(site.Stones)).ToList())
            .ToList();
        var widest = seats
            .SelectMany(row => row)
            .Where(cairn => cairn is not [])
            .Select(cairn => 2 * Math.Max(-cairn.Min(seat => seat.Left), cairn.Max(seat => seat.Right)))
            .DefaultIfEmpty(0)
            .Max();
        var near = Math.Min(1.15, Width / Math.Max(Narrow, widest) / rows.Max(row => row.Count));
        var ridges = new List<Ridge>();
        var foot = Sky;
        for (var row = 0; row < rows.Count; row++)
        {
            var pitch = (double)Width / rows[row].Count;
            var far = (rows.Count - 1 - row) / (double)Math.Max(1, rows.Count - 1);
            var scale = near * (1 - (0.18 * far));
            var cairns = new List<Placed>();
            for (var place = 0; place < rows[row].Count; place++)
            {
                if (rows[row][place] is { } site)
                {
                    var x = (place + 0.5) * pitch;
                    var y = row == rows.Count - 1 ? 0 : Math.Sin((x + (row * 70)) / 62) * 3;
                    cairns.Add(new(site, seats[row][place], x, y));
                }
            }

            var tower = cairns.SelectMany(cairn => cairn.Seats).Select(seat => seat.Top).DefaultIfEmpty(0).Max();
            foot += row == 0 ? Math.Max(10, tower * scale) : Math.Max(24, (tower * scale) + 4) + 22;
            ridges.Add(new(foot, scale, cairns));
        }

        return ridges;
    }

    /// <summary>A hill with a gentle crest, down to the foot of the picture.</summary>
    private static void Land(StringBuilder svg, string paint, double crest, int shift, int height)
    {
        var waves = string.Concat(Enumerable.Repeat($"t{2 * Wave} 0", 5));
        Append(
            svg,
            $"""<path class="ridge" fill="url(#c-{paint})" d="M{-400 - shift} {Of(crest, 0)}q{Wave} {-2 * Crest} {2 * Wave} 0{waves}V{height + 2}H{-400 - shift}z"/>"""
        );
    }

    private static void Draw(StringBuilder svg, Placed cairn, double y, double scale)
    {
        var site = cairn.Site;
        svg.Append(site.Path is null ? "<g>" : $"""<a href="{Drawing.Text(site.Path)}" tabindex="-1">""");
        if (site.Says is not "")
        {
            svg.Append("<title>").Append(Drawing.Text(site.Says)).Append("</title>");
        }

        Append(svg, $"""<g transform="translate({Of(cairn.X)} {Of(y)})">""");
        if (site.Path is not null)
        {
            svg.Append("""<path class="touch" d="M-24-44h48v64h-48z"/>""");
        }

        if (cairn.Seats is not [])
        {
            Append(svg, $"""<g transform="scale({Of(scale, 2)})" fill="url(#c-cast)">""");
            Drawing.Lay(svg, cairn.Seats, near: scale > 0.9);
            svg.Append("</g>");
        }
        else if (site.IsNext)
        {
            Append(
                svg,
                $"""<use href="#c{Quarry.FirstPlace}" class="first-place" transform="translate(0 {Of(-16 * scale)})scale({Of(scale * .43, 2)} {Of(scale * .4, 2)})"/>"""
            );
        }

        if (site.Name is not null)
        {
            Append(svg, $"""<text class="place-name" y="17">{Drawing.Text(site.Name)}</text>""");
        }

        svg.Append("</g>").Append(site.Path is null ? "</g>" : "</a>");
    }

    private static void Append(StringBuilder svg, FormattableString text) =>
        svg.Append(text.ToString(CultureInfo.InvariantCulture));

    private static string Of(double value, int digits = 1) => Figure.Of(value, digits);

    private sealed record Ridge(double Foot, double Scale, IReadOnlyList<Placed> Cairns);

    private sealed record Placed(Site Site, IReadOnlyList<Seat> Seats, double X, double Lower);
}
