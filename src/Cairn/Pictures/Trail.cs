namespace Cairn.Pictures;

/// <summary>Where the days lie: today in front at the right, the days before it along the path into the distance.</summary>
internal static class Trail
{
    /// <summary>The picture's own size; what is drawn reaches further left and up, for wider frames.</summary>
    public const int Width = 390;
    public const int Height = 200;

    private static readonly Stop[] Stops =
    [
        new(300, 184, 1),
        new(197, 171, 0.5),
        new(118, 163, 0.42),
        new(47, 150, 0.35),
        new(101, 137, 0.29),
        new(163, 129, 0.245),
        new(219, 122, 0.205),
    ];

    /// <summary>The foot of the cairn <paramref name="ago"/> days before today, of a picture that shows <paramref name="days"/> days.</summary>
    public static Stop At(int ago, int days)
    {
        var earlier = Math.Max(Stops.Length - 1, days - 1);
        var at = ago * (Stops.Length - 1) / (double)earlier;
        var i = Math.Min((int)at, Stops.Length - 2);
        var (a, b, t) = (Stops[i], Stops[i + 1], at - i);
        return new(a.X + ((b.X - a.X) * t), a.Y + ((b.Y - a.Y) * t), a.Scale + ((b.Scale - a.Scale) * t));
    }

    /// <summary>A place on the path, in the picture's units, and how large things look there.</summary>
    public sealed record Stop(double X, double Y, double Scale);
}
