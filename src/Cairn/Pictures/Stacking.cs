namespace Cairn.Pictures;

/// <summary>
/// Piles stones the way hands do: the first ones on each other, a broad one below and each a little smaller.
/// When the tower is high enough, and for the pebbles of moments, the next ones lie down beside it, and when
/// there is no steady place left, in front of it. A stone looks only at the stones before it, so a new win
/// never moves an old one.
/// </summary>
public static class Stacking
{
    private const int TowerStones = 6;
    private const double TowerHeight = 108;

    /// <summary>How high each row may grow: the cairn itself, then the stones that lie before it.</summary>
    private static readonly double[] Ceilings = [Ground.Ceiling, 58, 36];

    public static IReadOnlyList<Seat> Arrange(IReadOnlyList<Stone> stones)
    {
        var seats = new List<Seat>(stones.Count);
        List<Ground> rows = [new()];
        Seat? crown = null;
        var tower = 0;
        foreach (var stone in stones)
        {
            var seed = Seed.Of(stone.Id);
            var shape = Quarry.Choose(stone.Kind, ref seed);
            var growing = tower < TowerStones && (crown is null || crown.Value.Top < TowerHeight);
            var climbs = growing && (crown is null || stone.Kind is not StoneKind.Moment);
            var (width, thickness) = Size(stone, seats.Count, climbs ? crown : null, ref seed);
            var blank = new Seat(stone, shape, 0, 0, width, thickness, 0, 0, 0, Row: 0, OnGround: false);
            Seat seat;
            if (climbs)
            {
                seat = OnTop(blank, crown, rows[0], ref seed);
                (crown, tower) = (seat, tower + 1);
            }
            else
            {
                // Until the tower stands, its top is kept free for the stones to come.
                seat = Beside(blank, rows, growing ? crown!.Value.Height : Ground.Ceiling, ref seed);
            }

            rows[seat.Row].Carry(seat);
            seats.Add(seat);
        }

        return seats;
    }

    private static (double Width, double Thickness) Size(Stone stone, int index, Seat? below, ref Seed seed)
    {
        var tier = Math.Clamp(stone.Tier, 1, Stone.Largest);
        var moment = stone.Kind is StoneKind.Moment;
        var width = (moment ? 22 + (4 * tier) : 46 + (15 * tier)) * (1 + (0.07 * seed.Next()));
        var thickness = (moment ? 17 + (2.5 * tier) : 20 + (4.2 * tier)) * (1 + (0.08 * seed.Next()));
        if (index == 0)
        {
            // Whatever carries the others is broad.
            return (Math.Max(width * 1.06, moment ? 70 : 82), moment ? 38 : thickness * 1.04);
        }

        var smaller = Math.Max(0.36, 1 - (0.055 * Math.Min(index, 6)) - (0.02 * Math.Max(0, index - 6)));
        (width, thickness) = (width * smaller, thickness * smaller);
        return below is { } b && width > b.Width * 1.02 ? (b.Width * 1.02, thickness) : (width, thickness);
    }

    private static Seat OnTop(Seat stone, Seat? below, Ground ground, ref Seed seed)
    {
        var x = below is { } b ? (b.X * 0.4) + (seed.Next() * 0.09 * b.Width) : seed.Next() * 2;
        var natural = seed.Next() * 0.075;
        var under = Ground.Underside(stone);
        var best = stone;
        var bestScore = double.MaxValue;
        for (var turn = -3; turn <= 3; turn++)
        {
            for (var shift = -1; shift <= 1; shift++)
            {
                var slope = below is null ? natural / 3 : natural + (turn * 0.018);
                var at = Ground.Snap(x) + (shift * 4);
                var hanging = stone with { X = at, Slope = slope, Height = ground.Height(at, slope, under) };
                var seat = ground.Settle(hanging, under, out var gap, out var steady);
                var score = gap + (Math.Abs(slope - natural) * 20) + (Math.Abs(shift) * 0.6) + (steady ? 0 : 30);
                if (score < bestScore)
                {
                    (best, bestScore) = (seat, score);
                }
            }
        }

        return best;
    }

    private static Seat Beside(Seat stone, List<Ground> rows, double roof, ref Seed seed)
    {
        const double Refused = 1000;
        var chance = seed.Next();
        var under = Ground.Underside(stone);
        var best = stone;
        for (var row = 0; ; row++)
        {
            if (row == rows.Count)
            {
                rows.Add(new());
            }

            var last = row == Ceilings.Length - 1;
            var ceiling = Math.Min(Ceilings[row], row == 0 ? roof + (stone.Thickness / 2) : Ground.Ceiling);
            var bestScore = double.MaxValue;

            // What lies in front lies to one side, so that the foot of the cairn stays to be seen.
            var lean = row == 0 ? (chance * 30) - 4 : Math.CopySign(34 + (10 * Math.Abs(chance)), chance);
            var room = stone.Width / 2;
            for (var x = Ground.Snap(room + 2 - Ground.Left); x <= Ground.Right - 2 - room; x += 4)
            {
                for (var turn = -2; turn <= 2; turn++)
                {
                    var slope = turn * 0.06;
                    var height = rows[row].Height(x, slope, under);
                    var score = (height * 1.2) + (Math.Abs(x - lean) * 0.5) + Math.Abs(turn);
                    if (score >= bestScore)
                    {
                        continue;
                    }

                    var hanging = stone with { X = x, Slope = slope, Height = height, Row = row };
                    var seat = rows[row].Settle(hanging, under, out var gap, out var steady);
                    score += (gap * 2.5) + (steady && seat.Top <= ceiling ? 0 : Refused);
                    if (score < bestScore)
                    {
                        (best, bestScore) = (seat, score);
                    }
                }
            }

            if (bestScore < Refused || last)
            {
                return best;
            }
        }
    }
}
