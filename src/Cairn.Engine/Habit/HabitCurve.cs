using MathNet.Numerics.Distributions;

namespace Cairn.Engine.Habit;

/// <summary>
/// How automatic a step becomes: a(t) = A − (A − a₀)·e^(−k t), t in days since the first win, from a₀ towards a plateau
/// A (P. Lally, C. van Jaarsveld, H. Potts, J. Wardle 2010, Eur. J. Soc. Psychol. 40:998: 95 % of the plateau after 18
/// to 254 days, half of them after 66). With k = ln 20 / T the curve has gone 95 % of its way at T.
/// </summary>
/// <remarks>
/// a₀, A and T are believed as a whole: every curve of a grid weighs as much as the answers allow, so that a range
/// comes out and not a day. Before the first answer it is the published range, and few answers hardly narrow it:
/// people and habits differ by months (A. Buyalskaya and others 2023, PNAS 120:e2216115120). It is a range that has
/// no zero to count down to.
/// </remarks>
public sealed class HabitCurve
{
    // Half of the people before 66 days; 95 % of them between 17 and 250.
    private const double MedianDays = 66;
    private const double SpreadOfLogDays = 0.68;

    // How far an honest answer lies off the curve, about a point of seven (a guess).
    private const double SpreadOfAnswer = 0.15;

    private static readonly double[] Ends = [0.025, 0.5, 0.975];
    private static readonly double[] Starts = Steps(0, 0.6, 7);
    private static readonly double[] Plateaus = Steps(0.2, 1, 17);
    private static readonly double[] Durations =
    [
        .. Steps(-3, 3, 61).Select(z => MedianDays * Math.Exp(z * SpreadOfLogDays)),
    ];

    private readonly DateOnly _firstWin;
    private readonly double[] _weights;

    private HabitCurve(DateOnly firstWin, double[] weights, int answers) =>
        (_firstWin, _weights, Answers) = (firstWin, weights, answers);

    /// <summary>How many answers stand behind it.</summary>
    public int Answers { get; }

    /// <summary>Fits the curve.</summary>
    /// <param name="firstWin">The day of the step's first win.</param>
    /// <param name="answers">The answers, in any order; those before the first win count as of that day.</param>
    /// <exception cref="ArgumentOutOfRangeException">An agreement is not 1 to 7.</exception>
    public static HabitCurve Of(DateOnly firstWin, IEnumerable<AutomaticityAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        List<AutomaticityAnswer> all = [.. answers];
        foreach (var answer in all.Where(answer => !answer.IsValid))
        {
            throw new ArgumentOutOfRangeException(nameof(answers), answer.Agreement, "an agreement is 1 to 7");
        }

        // What is left of the way after each answer's days, for each duration: exponentials are dear, the grid is large.
        var left = Array.ConvertAll(
            Durations,
            duration => all.ConvertAll(answer => Left(duration, DaysSince(firstWin, answer.Day)))
        );
        var logs = new double[Durations.Length * Plateaus.Length * Starts.Length];
        for (var at = 0; at < logs.Length; at++)
        {
            var (start, plateau, duration) = CurveAt(at);
            logs[at] = start > plateau ? double.NegativeInfinity : Prior(duration);
            for (var i = 0; i < all.Count; i++)
            {
                var off = all[i].Share - Value(start, plateau, left[at / (Starts.Length * Plateaus.Length)][i]);
                logs[at] -= 0.5 * off * off / (SpreadOfAnswer * SpreadOfAnswer);
            }
        }

        var top = logs.Max();
        var weights = Array.ConvertAll(logs, log => Math.Exp(log - top));
        var sum = weights.Sum();
        return new(firstWin, Array.ConvertAll(weights, weight => weight / sum), all.Count);
    }

    /// <summary>
    /// In how many days after the first win the step has come 95 % of the way to its own plateau: 95 of 100 such
    /// curves lie within the range. Before the first answer about 18 to 250.
    /// </summary>
    public HabitRange DaysUntilHabit() => RangeOf((_, _, duration) => duration);

    /// <summary>How automatic the step is on a day, 0 to 1: 95 of 100 curves lie within the range.</summary>
    public HabitRange On(DateOnly day)
    {
        var days = DaysSince(_firstWin, day);
        return RangeOf((start, plateau, duration) => Value(start, plateau, Left(duration, days)));
    }

    private HabitRange RangeOf(Func<double, double, double, double> figure)
    {
        var values = new double[_weights.Length];
        for (var at = 0; at < values.Length; at++)
        {
            var (start, plateau, duration) = CurveAt(at);
            values[at] = figure(start, plateau, duration);
        }

        var weights = (double[])_weights.Clone();
        Array.Sort(values, weights);
        Span<double> ends = stackalloc double[Ends.Length];
        var (end, sum) = (0, 0.0);
        for (var at = 0; at < values.Length && end < ends.Length; at++)
        {
            for (sum += weights[at]; end < ends.Length && sum >= Ends[end] - 1e-12; end++)
            {
                ends[end] = values[at];
            }
        }

        return new(ends[0], ends[1], ends[2]);
    }

    private static double Prior(double duration) =>
        Normal.PDFLn(0, 1, Math.Log(duration / MedianDays) / SpreadOfLogDays);

    private static double Left(double duration, int days) => Math.Exp(-Math.Log(20) * days / duration);

    private static double Value(double start, double plateau, double left) => plateau - ((plateau - start) * left);

    private static int DaysSince(DateOnly first, DateOnly day) => Math.Max(0, day.DayNumber - first.DayNumber);

    private static (double Start, double Plateau, double Duration) CurveAt(int at) =>
        (
            Starts[at % Starts.Length],
            Plateaus[at / Starts.Length % Plateaus.Length],
            Durations[at / (Starts.Length * Plateaus.Length)]
        );

    private static double[] Steps(double from, double to, int count) =>
        [.. Enumerable.Range(0, count).Select(step => from + ((to - from) * step / (count - 1)))];
}
