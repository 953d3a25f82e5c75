namespace Cairn.Pictures;

/// <summary>What a stone can come to rest on: the ground, and the upper faces of the stones that lie there already.</summary>
public sealed class Ground
{
    /// <summary>How far a cairn may reach from its axis to the left, to the right, and up.</summary>
    public const int Left = 88;
    public const int Right = 80;
    public const double Ceiling = 130;

    private const int Step = 2;
    private readonly double[] _skyline = new double[((Left + Right) / Step) + 1];

    /// <summary>Half of a stone's lower face in pixels below its centre, column by column: read once, then tried in many places.</summary>
    public static double[] Underside(Seat stone)
    {
        var reach = (int)((stone.Width / 2) - 1) / Step;
        var under = new double[(2 * reach) + 1];
        for (var c = -reach; c <= reach; c++)
        {
            under[c + reach] = stone.Outline.Below(c * Step * 2 / stone.Width) * stone.Thickness / 2;
        }

        return under;
    }

    /// <summary>The nearest place a centre can have.</summary>
    public static double Snap(double x) => Math.Round(x / Step) * Step;

    /// <summary>How high the centre of a stone comes to rest at <paramref name="x"/>: as soon as anything touches.</summary>
    public double Height(double x, double slope, ReadOnlySpan<double> under)
    {
        var reach = under.Length / 2;
        var below = _skyline.AsSpan(Column(x) - reach, under.Length);
        var (height, tilt) = (0.0, -reach * Step * slope);
        for (var c = 0; c < under.Length; c++)
        {
            height = Math.Max(height, below[c] + under[c] - tilt);
            tilt += Step * slope;
        }

        return height;
    }

    /// <summary>Lets the stone down until it touches, and a hair further, as stone settles on stone.</summary>
    /// <param name="stone">The stone at its <see cref="Height"/>.</param>
    /// <param name="under">Its <see cref="Underside"/>.</param>
    /// <param name="gap">The mean air under the stone's middle part, in pixels.</param>
    /// <param name="steady">Whether it is carried well to both sides of its centre.</param>
    public Seat Settle(Seat stone, ReadOnlySpan<double> under, out double gap, out bool steady)
    {
        var height = stone.Height - (0.045 * stone.Thickness);
        var reach = under.Length / 2;
        var below = _skyline.AsSpan(Column(stone.X) - reach, under.Length);
        var middle = stone.Width * 0.36 / Step;
        var (from, to, air, columns) = (reach, -reach, 0.0, 0);
        for (var c = -reach; c <= reach; c++)
        {
            var distance = height + (c * Step * stone.Slope) - under[c + reach] - below[c + reach];
            if (distance <= 0.7)
            {
                (from, to) = (Math.Min(from, c), Math.Max(to, c));
            }

            if (Math.Abs(c) < middle)
            {
                (air, columns) = (air + Math.Max(0, distance), columns + 1);
            }
        }

        gap = air / Math.Max(1, columns);
        steady = from * Step <= -stone.Width * 0.06 && to * Step >= stone.Width * 0.06;
        return stone with
        {
            Height = height,
            TouchX = stone.X + ((from + to) * Step / 2.0),
            TouchWidth = (to - from + 1) * Step,
            OnGround = below[from + reach] <= 0 && below[to + reach] <= 0,
        };
    }

    /// <summary>Adds the stone's upper face to what others can lie on.</summary>
    public void Carry(Seat seat)
    {
        var (first, last) = (Math.Ceiling(seat.Left / Step), Math.Floor(seat.Right / Step));
        for (var x = first * Step; x <= last * Step; x += Step)
        {
            ref var height = ref _skyline[Column(x)];
            height = Math.Max(height, seat.TopAt(x));
        }
    }

    private static int Column(double x) => (int)Math.Round((x + Left) / Step);
}
