namespace Cairn.Harness;

/// <summary>
/// A test by coin computed again by other means: the coin from its published recipe, the comparison day by day, and other coins from
/// another generator.
/// </summary>
public sealed class SlowCoin(DateOnly first, long seed)
{
    /// <summary>The ways to have two days of four, in the order in which the coin numbers them.</summary>
    private static readonly string[] Ways = ["1100", "1010", "1001", "0110", "0101", "0011"];

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014), one number for each four days.</summary>
    public bool Asks(DateOnly day)
    {
        var (state, way) = (unchecked((ulong)seed), 0);
        for (var block = 0; block <= (day.DayNumber - first.DayNumber) / 4; block++)
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15;
                var z = state;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                z ^= z >> 31;
                way = (int)((System.Numerics.BigInteger)z * 6 >> 64);
            }
        }

        return Ways[way][(day.DayNumber - first.DayNumber) % 4] == '1';
    }

    /// <summary>By how much rated evenings differ, and the share of other coins that would show as much.</summary>
    /// <param name="days">How many days, from the first.</param>
    /// <param name="evening">The rating of a day; null where there is none.</param>
    /// <param name="coins">How many other coins are tossed.</param>
    public (double Estimate, double PValue, int With, int Without) Compare(
        int days,
        Func<DateOnly, int?> evening,
        int coins
    )
    {
        var rated = Enumerable.Range(0, days).Where(day => evening(first.AddDays(day)) is not null).ToList();
        var yesterday = rated.ConvertAll(day => evening(first.AddDays(day - 1)));
        var mean = yesterday.Average() ?? 0;
        IReadOnlyList<IReadOnlyList<double>> around =
        [
            rated.ConvertAll(_ => 1.0),
            yesterday.ConvertAll(value => value - mean ?? 0),
            rated.ConvertAll(day => first.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1.0 : 0),
            rated.ConvertAll(day => (double)day),
        ];
        var rest = Squares.Rest(around, rated.ConvertAll(day => (double)evening(first.AddDays(day))!.Value));
        var asked = rated.ConvertAll(day => Asks(first.AddDays(day)));
        var doing = Squares.Rest(around, asked.ConvertAll(with => with ? 1.0 : 0));
        var seen = Difference(asked, rest);

        var (dice, asLarge) = (new Random(7), 0);
        for (var coin = 0; coin < coins; coin++)
        {
            var ways = Enumerable.Range(0, (days / 4) + 1).Select(_ => Ways[dice.Next(6)]).ToList();
            var other = rated.ConvertAll(day => ways[day / 4][day % 4] == '1');
            asLarge += Math.Abs(Difference(other, rest)) >= Math.Abs(seen) * (1 - 1e-12) ? 1 : 0;
        }

        return (
            seen / Difference(asked, doing),
            (1 + asLarge) / (double)(coins + 1),
            asked.Count(with => with),
            asked.Count(with => !with)
        );
    }

    private static double Difference(List<bool> asked, double[] values)
    {
        var (with, without) = (values.Where((_, i) => asked[i]).ToList(), values.Where((_, i) => !asked[i]).ToList());
        return with.Count == 0 || without.Count == 0 ? 0 : with.Average() - without.Average();
    }
}
