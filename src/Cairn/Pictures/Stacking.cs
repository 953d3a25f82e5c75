namespace Cairn.Pictures;

/// <summary>
/// Piles stones the way hands do: the first ones on each other, a broad one below and each a little
/// smaller; when the tower is high enough, the next ones lean against its foot and lie across what is there.
/// A stone looks only at the stones before it, so a new win never moves an old one.
/// </summary>
internal static class Stacking
{
    /// <summary>How far a cairn may reach to either side of its axis, and up.</summary>
    public const int Reach = 84;
    public const double Ceiling = 130;

    private const int Step = 2;
    private const int TowerStones = 6;
    private const double TowerHeight = 104;

    public static IReadOnlyList<Seat> Arrange(IReadOnlyList<Stone> stones)
    {
        var seats = new List<Seat>(stones.Count);
        var skyline = new double[(2 * Reach / Step) + 1];
        var tower = 0;
        foreach (var stone in stones)
        {
            var seed = Seed.Of(stone.Id);
            var shape = Quarry.Choose(stone.Kind, ref seed);
            var higher = tower < TowerStones && (tower == 0 || seats[tower - 1].Top < TowerHeight);
            var below = higher && tower > 0 ? seats[tower - 1] : (Seat?)null;
            var (width, thickness) = Size(stone, seats.Count, below, ref seed);
            var blank = new Seat(stone, shape, 0, 0, width, thickness, 0, 0, 0, OnGround: false);
            var seat = higher ? OnTop(blank, below, skyline, ref seed) : WhereverItLies(blank, skyline, ref seed);
            tower = higher && tower == seats.Count ? tower + 1 : tower;
            seats.Add(seat);
            Raise(skyline, seat);
        }

        return seats;
    }

    private static (double Width, double Thickness) Size(Stone stone, int index, Seat? below, ref Seed seed)
    {
        var tier = Math.Clamp(stone.Tier, 1, 3);
        var (width, thickness) =
            stone.Kind == StoneKind.Moment
                ? (26 + (3 * tier), 20 + (2 * tier))
                : (44 + (16.0 * tier), 20 + (4.5 * tier));
        (width, thickness) = (width * (1 + (0.07 * seed.Next())), thickness * (1 + (0.08 * seed.Next())));
        if (index == 0)
        {
            // Whatever carries the others is broad.
            return stone.Kind == StoneKind.Moment
                ? (width * 1.35, thickness * 1.1)
                : (Math.Max(width * 1.06, 84), thickness * 1.04);
        }

        var smaller = Math.Max(0.42, 1 - (0.055 * Math.Min(index, 5)) - (0.012 * Math.Max(0, index - 5)));
        (width, thickness) = (width * smaller, thickness * smaller);
        return below is { } b && width > b.Width * 1.02 ? (b.Width * 1.02, thickness) : (width, thickness);
    }

    private static Seat OnTop(Seat stone, Seat? below, double[] skyline, ref Seed seed)
    {
        var x = seed.Next() * (below is { } b ? 0.085 * b.Width : 3);
        var natural = seed.Next() * 0.05;
        var best = stone;
        var bestScore = double.MaxValue;
        for (var turn = -3; turn <= 3; turn++)
        {
            var slope = below is null ? natural / 3 : natural + (turn * 0.022);
            var seat = Rest(stone with { X = x, Slope = slope }, skyline, out var gap, out _);
            var score = gap + (Math.Abs(slope) * 12);
            if (score < bestScore)
            {
                (best, bestScore) = (seat, score);
            }
        }

        return best;
    }

    private static Seat WhereverItLies(Seat stone, double[] skyline, ref Seed seed)
    {
        var lean = seed.Next() * 14;
        var best = stone;
        var bestScore = double.MaxValue;
        var room = Reach - (stone.Width / 2) - 1;
        for (var x = -room; x <= room; x += 3)
        {
            for (var turn = -3; turn <= 3; turn++)
            {
                var seat = Rest(stone with { X = x, Slope = turn * 0.06 }, skyline, out var gap, out var steady);
                var score =
                    (seat.Height * 1.1)
                    + (Math.Abs(x - lean) * 0.45)
                    + (gap * 2.2)
                    + (Math.Abs(turn) * 0.6)
                    + (steady ? 0 : 60)
                    + (seat.Top > Ceiling - 2 ? 500 : 0);
                if (score < bestScore)
                {
                    (best, bestScore) = (seat, score);
                }
            }
        }

        return best;
    }

    /// <summary>Lets the stone down until it touches, and a hair further, as stone settles on stone.</summary>
    /// <param name="gap">The mean air under the stone's middle part, in pixels.</param>
    /// <param name="steady">Whether it is carried on both sides of its centre.</param>
    private static Seat Rest(Seat stone, double[] skyline, out double gap, out bool steady)
    {
        var hanging = stone with { Height = 0 };
        var first = Column(stone.Left + 1, up: true);
        var last = Column(stone.Right - 1, up: false);
        var height = 0.0;
        for (var c = first; c <= last; c++)
        {
            height = Math.Max(height, skyline[c] - hanging.BottomAt(X(c)));
        }

        var sink = 0.045 * stone.Thickness;
        var seat = hanging with { Height = height - sink };
        var (from, to) = (last, first);
        var (air, columns) = (0.0, 0);
        for (var c = first; c <= last; c++)
        {
            var distance = seat.BottomAt(X(c)) - skyline[c];
            if (distance <= 0.5)
            {
                (from, to) = (Math.Min(from, c), Math.Max(to, c));
            }

            if (Math.Abs(X(c) - seat.X) < seat.Width * 0.36)
            {
                (air, columns) = (air + Math.Max(0, distance), columns + 1);
            }
        }

        gap = air / Math.Max(1, columns);
        steady = X(from) <= seat.X + 2 && X(to) >= seat.X - 2;
        return seat with
        {
            TouchX = (X(from) + X(to)) / 2,
            TouchWidth = X(to) - X(from) + Step,
            OnGround = skyline[from] <= 0 && skyline[to] <= 0,
        };
    }

    private static void Raise(double[] skyline, Seat seat)
    {
        var last = Column(seat.Right, up: false);
        for (var c = Column(seat.Left, up: true); c <= last; c++)
        {
            skyline[c] = Math.Max(skyline[c], seat.TopAt(X(c)));
        }
    }

    private static double X(int column) => (column * Step) - Reach;

    private static int Column(double x, bool up) =>
        Math.Clamp((int)(up ? Math.Ceiling((x + Reach) / Step) : Math.Floor((x + Reach) / Step)), 0, 2 * Reach / Step);
}
