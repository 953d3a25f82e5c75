namespace Cairn.Engine.Tests.Momentum;

/// <summary>
/// The published score, day by day from its description, as an independent oracle: no plan, no answers, whole days.
/// A day is a number of what was done; null is a day that is skipped.
/// </summary>
internal static class LoopOracle
{
    /// <summary>Done or not: the window is doubled when less than daily, and a skipped day ages it.</summary>
    public static double[] YesNo(int times, int days, IReadOnlyList<bool?> done)
    {
        var (num, den) = times < days ? (2 * times, 2 * days) : (times, days);
        return Score(
            (double)times / days,
            0,
            [.. done.Select(day => day is null)],
            day => Math.Min(1, (double)Window(done, day, den).Count(was => was == true) / num)
        );
    }

    /// <summary>Amounts, at least or at most so much in the days of a period.</summary>
    public static double[] Amounts(double target, bool atMost, int days, IReadOnlyList<double?> amounts) =>
        Score(
            1.0 / days,
            atMost ? 1 : 0,
            [.. amounts.Select(day => day is null)],
            day =>
            {
                var sum = Window(amounts, day, days).Sum(amount => amount ?? 0);
                return atMost ? Math.Clamp(1 - ((sum - target) / target), 0, 1) : Math.Min(1, sum / target);
            }
        );

    private static double[] Score(double perDay, double start, bool[] skipped, Func<int, double> share)
    {
        var keep = Math.Pow(0.5, Math.Sqrt(perDay) / 13);
        var scores = new double[skipped.Length];
        for (var day = 0; day < scores.Length; day++)
        {
            scores[day] = skipped[day] ? start : (start * keep) + (share(day) * (1 - keep));
            start = scores[day];
        }

        return scores;
    }

    private static IEnumerable<T> Window<T>(IReadOnlyList<T> days, int last, int length) =>
        days.Skip(Math.Max(0, last - length + 1)).Take(Math.Min(length, last + 1));
}
