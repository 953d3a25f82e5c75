using System.Globalization;
using System.Text;

namespace Cairn.Pictures;

/// <summary>
/// The silhouette of a stone, 200 wide and 80 high, centred on the origin: a superellipse
/// (Lamé 1818) whose radius is disturbed by a few harmonics, as water rounds but never evens a stone.
/// </summary>
public sealed class StoneShape
{
    /// <summary>Half of every shape's width and height, in its own units; a stone's real size is a matter of scale.</summary>
    public const double HalfWidth = 100;
    public const double HalfHeight = 40;

    private const int Knots = 8;
    private const int Columns = 65;
    private readonly double[] _above = new double[Columns];
    private readonly double[] _below = new double[Columns];

    /// <param name="seed">Which stone of the river bed.</param>
    /// <param name="squareness">The superellipse's exponent: 2 is an ellipse, 4 a slab.</param>
    /// <param name="roughness">How far the harmonics move the outline, as a share of its radius.</param>
    public StoneShape(int seed, double squareness, double roughness)
    {
        var knots = Fit(Outline(seed, squareness, roughness));
        Path = Smooth(knots);
        Profile(knots);
    }

    /// <summary>The outline as SVG path data.</summary>
    public string Path { get; }

    /// <summary>How far the stone reaches up from its centre line at <paramref name="u"/> (-1 left end, 1 right end), as a share of its half height.</summary>
    public double Above(double u) => Read(_above, u);

    /// <summary>The same, downwards.</summary>
    public double Below(double u) => Read(_below, u);

    private static double Read(double[] profile, double u)
    {
        var at = (Math.Clamp(u, -1, 1) + 1) / 2 * (Columns - 1);
        var i = Math.Min(Columns - 2, (int)at);
        return profile[i] + ((profile[i + 1] - profile[i]) * (at - i));
    }

    private static (double X, double Y)[] Outline(int number, double squareness, double roughness)
    {
        var seed = Seed.Of(number);
        Span<double> size = [roughness * seed.Next(), roughness * seed.Next() * 0.8, roughness * seed.Next() * 0.5];
        Span<double> turn = [seed.Next() * Math.PI, seed.Next() * Math.PI, seed.Next() * Math.PI];
        var points = new (double X, double Y)[Knots];
        for (var i = 0; i < Knots; i++)
        {
            // Knots crowd a little towards the ends, where a flat stone bends most.
            var angle = (2 * Math.PI * (i + 0.5) / Knots) + (seed.Next() * 0.06);
            var radius = 1.0;
            for (var k = 0; k < size.Length; k++)
            {
                radius += size[k] * Math.Cos(((k + 2) * angle) + turn[k]);
            }

            points[i] = (radius * Power(Math.Cos(angle)), radius * Power(Math.Sin(angle)));
        }

        return points;

        double Power(double c) => Math.Sign(c) * Math.Pow(Math.Abs(c), 2 / squareness);
    }

    private static (double X, double Y)[] Fit((double X, double Y)[] points)
    {
        double left = 0,
            right = 0,
            top = 0,
            bottom = 0;
        foreach (var (x, y) in Walk(points))
        {
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
        }

        return Array.ConvertAll(
            points,
            p =>
                (
                    Math.Round(((2 * (p.X - left) / (right - left)) - 1) * HalfWidth),
                    Math.Round(((2 * (p.Y - top) / (bottom - top)) - 1) * HalfHeight)
                )
        );
    }

    private void Profile((double X, double Y)[] knots)
    {
        Array.Fill(_above, -1);
        Array.Fill(_below, -1);
        foreach (var (x, y) in Walk(knots))
        {
            var i = (int)Math.Clamp(Math.Round((x / HalfWidth + 1) / 2 * (Columns - 1)), 0, Columns - 1);
            _above[i] = Math.Max(_above[i], -y / HalfHeight);
            _below[i] = Math.Max(_below[i], y / HalfHeight);
        }
    }

    /// <summary>Points along the closed Catmull-Rom curve through the knots.</summary>
    private static IEnumerable<(double X, double Y)> Walk((double X, double Y)[] knots)
    {
        const int Steps = 48;
        for (var i = 0; i < knots.Length; i++)
        {
            var (a, b) = (knots[i], knots[(i + 1) % knots.Length]);
            var (before, after) = (knots[(i + knots.Length - 1) % knots.Length], knots[(i + 2) % knots.Length]);
            for (var s = 0; s < Steps; s++)
            {
                var t = s / (double)Steps;
                yield return (
                    Bend(a.X, a.X + ((b.X - before.X) / 6), b.X - ((after.X - a.X) / 6), b.X, t),
                    Bend(a.Y, a.Y + ((b.Y - before.Y) / 6), b.Y - ((after.Y - a.Y) / 6), b.Y, t)
                );
            }
        }
    }

    private static double Bend(double a, double b, double c, double d, double t)
    {
        var s = 1 - t;
        return (s * s * s * a) + (3 * s * s * t * b) + (3 * s * t * t * c) + (t * t * t * d);
    }

    /// <summary>The same curve as relative, smooth Béziers: each takes up the direction of the one before, so two points say it all.</summary>
    private static string Smooth((double X, double Y)[] knots)
    {
        var path = new StringBuilder();
        var n = knots.Length;
        path.Append(CultureInfo.InvariantCulture, $"M{knots[0].X} {knots[0].Y}c");
        Pair((knots[1].X - knots[n - 1].X) / 6, (knots[1].Y - knots[n - 1].Y) / 6);
        for (var i = 0; i < n; i++)
        {
            var (from, to, next) = (knots[i], knots[(i + 1) % n], knots[(i + 2) % n]);
            if (i == 1)
            {
                path.Append('s');
            }

            Pair(to.X - ((next.X - from.X) / 6) - from.X, to.Y - ((next.Y - from.Y) / 6) - from.Y);
            Pair(to.X - from.X, to.Y - from.Y);
        }

        return path.Append('z').ToString();

        void Pair(double x, double y)
        {
            Number(x);
            Number(y);
        }

        void Number(double value)
        {
            var whole = (int)Math.Round(value);
            if (whole >= 0 && char.IsDigit(path[^1]))
            {
                path.Append(' ');
            }

            path.Append(CultureInfo.InvariantCulture, $"{whole}");
        }
    }
}
