namespace Cairn.Engine.Effects;

/// <summary>
/// Tier B: the test by coin. Other coins of the same plan show what chance alone can do, so that neither a model
/// of moods nor the reason behind a mood matters (E. Edgington, P. Onghena, "Randomization tests"; evidence 4.3).
/// </summary>
public static class CoinTest
{
    private const double Nothing = 1e-9;
    private const int Coins = 1_999;
    private const int FewestOfEach = 8;

    // The other coins must not be the one that was thrown.
    private const ulong OtherCoins = 0xD1B54A32D192ED03;

    /// <summary>
    /// Compares the days of a plan with the action and without; evenings that were not noted are left out.
    /// </summary>
    /// <param name="log">The logbook.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="days">How many days of the plan count, from its first.</param>
    /// <param name="alpha">How often a difference may be claimed where there is none, 0 to 1.</param>
    /// <returns>
    /// The difference; null with fewer than eight rated days of either kind, or when the coin cannot be told from
    /// weekends and time.
    /// </returns>
    public static Difference? Compare(Logbook log, CoinPlan plan, int days, double alpha)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        var first = plan.First.DayNumber - log.First.DayNumber;
        var rated = Enumerable
            .Range(first, days)
            .Where(day => day >= 0 && day < log.Days && !double.IsNaN(log.Evening[day]))
            .ToArray();
        if (rated.Length < 2 * FewestOfEach)
        {
            return null;
        }

        var background = new Background([
            Columns.Ones(rated),
            Columns.Known(rated, Columns.Yesterday(log.Evening))[0],
            Columns.Weekend(rated, log),
            Columns.Time(rated),
        ]);
        var evening = background.Without(Columns.Of(rated, day => log.Evening[day]));
        var doing = background.Without(Columns.Of(rated, day => plan.Asks(log.First.AddDays(day)) == true ? 1 : 0));
        var sums = new BlockSums(Array.ConvertAll(rated, day => day - first), evening, doing);
        var coin = new Coin(plan.Seed);
        var (seen, with) = sums.Toss(ref coin);
        if (with < FewestOfEach || rated.Length - with < FewestOfEach || seen.Doing < Nothing)
        {
            return null;
        }

        var others = new (double Evening, double Doing)[Coins];
        coin = new Coin(plan.Seed ^ OtherCoins);
        for (var other = 0; other < Coins; other++)
        {
            (others[other], _) = sums.Toss(ref coin);
        }

        var estimate = seen.Evening / seen.Doing;
        return new(estimate, End(-1), End(1), 1 - alpha, PValue(seen, others, 0), with, rated.Length - with);

        // An effect belongs to the interval if, taken off, the rest looks like chance.
        double End(int side)
        {
            var (inside, step) = (0.0, Math.Abs(estimate) + Math.Sqrt(Background.Dot(evening, evening)) + Nothing);
            while (PValue(seen, others, estimate + side * step) > alpha)
            {
                (inside, step) = (step, 2 * step);
                if (step > 1e9 * (1 + Math.Abs(estimate)))
                {
                    return side * double.PositiveInfinity;
                }
            }

            for (var halving = 0; halving < 24; halving++)
            {
                var middle = (inside + step) / 2;
                (inside, step) =
                    PValue(seen, others, estimate + side * middle) > alpha ? (middle, step) : (inside, middle);
            }

            return estimate + side * inside;
        }
    }

    private static double PValue(
        (double Evening, double Doing) seen,
        (double Evening, double Doing)[] others,
        double effect
    )
    {
        var bar = Math.Abs(seen.Evening - effect * seen.Doing) * (1 - 1e-12);
        var asLarge = 1;
        foreach (var (evening, doing) in others)
        {
            if (Math.Abs(evening - effect * doing) >= bar)
            {
                asLarge++;
            }
        }

        return asLarge / (double)(others.Length + 1);
    }
}
