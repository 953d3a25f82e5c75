using MathNet.Numerics.Statistics;

namespace Cairn.Engine.Praise;

/// <summary>
/// Notices minor improvements: an entry beside the person's own last 28 days of the same step. Named is what is at
/// least 3 % above the usual, and not noise at 80 %.
/// </summary>
/// <remarks>
/// <para>Noise is judged by rank, so it holds for any spread and any unit: if the n days and the new one were drawn from
/// the same hat, the new one is strictly better than r of n with a chance of at most (n + 1 − r) / (n + 1), also with
/// ties. That has to be 20 % or less, which takes four days at least.</para>
/// <para>Who does more on Saturdays is not praised for a Saturday: with three or more of the same weekday among the 28
/// days, the entry must be 3 % above their middle as well. The second condition only takes away, so the 20 % stand.</para>
/// <para>Praise stays information by being rare: once in seven days and step.</para>
/// </remarks>
public static class Improvements
{
    /// <summary>Days to compare with.</summary>
    public const int WindowDays = 28;

    /// <summary>The least factor above the usual.</summary>
    public const double LeastFactor = 1.03;

    /// <summary>The chance that noise alone is named, at most, where nothing was named in the days before.</summary>
    public const double NoiseChance = 0.20;

    /// <summary>Days from one named improvement of a step to the next.</summary>
    public const int DaysApart = 7;

    /// <summary>Same weekdays that make a usual.</summary>
    public const int FewestWeekdays = 3;

    /// <summary>What is to be said about an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="past">Amounts of the same step on other days; only the 28 days before the entry matter.</param>
    /// <param name="lastNamed">The last day on which an improvement of this step was named; null for never.</param>
    /// <returns>The improvement, or null: there is none to name.</returns>
    public static Improvement? Find(Amount entry, IEnumerable<Amount> past, DateOnly? lastNamed)
    {
        ArgumentNullException.ThrowIfNull(past);
        if (lastNamed is { } named && named.AddDays(DaysApart) > entry.Day)
        {
            return null;
        }

        List<Amount> before =
        [
            .. past.Where(amount =>
                amount.Day < entry.Day && amount.Day >= entry.Day.AddDays(-WindowDays) && amount.Value > 0
            ),
        ];
        var beaten = before.Count(amount => amount.Value < entry.Value);
        if (ChanceOfNoise(before.Count, beaten) > NoiseChance)
        {
            return null;
        }

        var usual = before.Select(amount => amount.Value).Median();
        List<double> weekdays =
        [
            .. before.Where(amount => amount.Day.DayOfWeek == entry.Day.DayOfWeek).Select(amount => amount.Value),
        ];
        double? onWeekday = weekdays.Count >= FewestWeekdays ? weekdays.Median() : null;
        return entry.Value >= LeastFactor * Math.Max(usual, onWeekday ?? 0)
            ? new(entry.Day, entry.Value, usual, before.Count, beaten, onWeekday)
            : null;
    }

    /// <summary>The greatest chance with which a day like all others is better than so many of them.</summary>
    /// <param name="days">Days compared with.</param>
    /// <param name="beaten">How many of them it is strictly better than.</param>
    /// <returns>Above 0, up to 1.</returns>
    public static double ChanceOfNoise(int days, int beaten) => (days + 1.0 - beaten) / (days + 1);
}
