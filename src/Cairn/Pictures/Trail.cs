namespace Cairn.Pictures;

/// <summary>Where the days lie: today in front at the right, the days before it along the path into the distance.</summary>
public static class Trail
{
    /// <summary>The picture's own size; what is drawn reaches further left and up, for wider frames.</summary>
    public const int Width = 390;
    public const int Height = 200;

    private static readonly Spot[] Spots =
    [
        new(306, 184, 1),
        new(214, 166, 0.48),
        new(129, 158, 0.4),
        new(29, 150, 0.35),
        new(84, 136, 0.29),
        new(174, 128, 0.24),
        new(237, 120, 0.2),
    ];

    /// <summary>The foot of the cairn <paramref name="ago"/> days before today, of a picture that shows <paramref name="days"/> days.</summary>
    public static Spot At(int ago, int days)
    {
        var beyond = Math.Max(1, (days - 2) / (double)(Spots.Length - 2));
        var at = ago == 0 ? 0 : 1 + ((ago - 1) / beyond);
        var i = Math.Min((int)at, Spots.Length - 2);
        var (a, b, t) = (Spots[i], Spots[i + 1], at - i);
        return new(a.X + ((b.X - a.X) * t), a.Y + ((b.Y - a.Y) * t), a.Scale + ((b.Scale - a.Scale) * t));
    }

    /// <summary>Every place as the script reads it, today's first, so that a kept picture can walk on to a later day.</summary>
    public static string Told(int days) =>
        string.Join(
            ';',
            Enumerable
                .Range(0, days)
                .Select(ago => At(ago, days))
                .Select(spot => $"{Figure.Of(spot.X)} {Figure.Of(spot.Y)} {Figure.Of(spot.Scale, 2)}")
        );

    /// <summary>A place on the path, in the picture's units, and how large things look there.</summary>
    public sealed record Spot(double X, double Y, double Scale);
}
