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

    /// <summary>Lets the stone down until it touches, and a hair further, as stone settles on stone.</summary>
    /// <param name="stone">The stone, somewhere above its place.</param>
    /// <param name="gap">The mean air under the stone's middle part, in pixels.</param>
    /// <param name="steady">Whether it is carried well to both sides of its centre.</param>
    public Seat Rest(Seat stone, out double gap, out bool steady)
    {
        var hanging = stone with { Height = 0 };
        var (first, last) = (Column(stone.Left + 1, up: true), Column(stone.Right - 1, up: false));
        var height = 0.0;
        for (var c = first; c <= last; c++)
        {
            height = Math.Max(height, _skyline[c] - hanging.BottomAt(X(c)));
        }

        var seat = stone with { Height = height - (0.045 * stone.Thickness) };
        var (from, to, air, columns) = (last, first, 0.0, 0);
        for (var c = first; c <= last; c++)
        {
            var distance = seat.BottomAt(X(c)) - _skyline[c];
            if (distance <= 0.7)
            {
                (from, to) = (Math.Min(from, c), Math.Max(to, c));
            }

            if (Math.Abs(X(c) - seat.X) < seat.Width * 0.36)
            {
                (air, columns) = (air + Math.Max(0, distance), columns + 1);
            }
        }

        gap = air / Math.Max(1, columns);
        steady = X(from) <= seat.X - (seat.Width * 0.06) && X(to) >= seat.X + (seat.Width * 0.06);
        return seat with
        {
            TouchX = (X(from) + X(to)) / 2,
            TouchWidth = X(to) - X(from) + Step,
            OnGround = _skyline[from] <= 0 && _skyline[to] <= 0,
        };
    }

    /// <summary>Adds the stone's upper face to what others can lie on.</summary>
    public void Carry(Seat seat)
    {
        var last = Column(seat.Right, up: false);
        for (var c = Column(seat.Left, up: true); c <= last; c++)
        {
            _skyline[c] = Math.Max(_skyline[c], seat.TopAt(X(c)));
        }
    }

    private static double X(int column) => (column * Step) - Left;

    private int Column(double x, bool up) =>
        Math.Clamp((int)(up ? Math.Ceiling((x + Left) / Step) : Math.Floor((x + Left) / Step)), 0, _skyline.Length - 1);
}
