namespace Cairn.Engine.Effects;

/// <summary>One link of the spiral, weighed as tier A weighs an action.</summary>
/// <param name="Chance">The chance, 0 to 1, that there is something at all.</param>
/// <param name="Effect">What one unit of the cause adds to the outcome, cautiously.</param>
/// <param name="Low">Lower end of the 80 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Days">Days it rests on.</param>
public sealed record Strand(double Chance, double Effect, double Low, double High, int Days)
{
    /// <summary>Whether it passes tier A.</summary>
    public bool Holds => Chance > 0.8;

    internal static Strand? Between(
        Logbook log,
        Func<int, double> cause,
        double[] outcome,
        Func<int[], double[][]> background
    )
    {
        var days = Enumerable
            .Range(0, log.Days)
            .Where(day => !double.IsNaN(outcome[day]) && !double.IsNaN(cause(day)))
            .ToArray();
        if (days.Length < Hunches.FewestDays)
        {
            return null;
        }

        var causes = Columns.Of(days, cause);
        var mean = causes.Average();
        var spread = Math.Sqrt(causes.Sum(one => (one - mean) * (one - mean)) / (causes.Length - 1));
        if (
            causes.Count(one => one > mean) < Hunches.FewestOfEach
            || causes.Count(one => one < mean) < Hunches.FewestOfEach
        )
        {
            return null;
        }

        // Two spreads of a continuous cause are like the step from "not done" to "done" (A. Gelman 2008), so that
        // the same slab is right for both.
        var unit = 2 * spread;
        var around = new Background([
            Columns.Ones(days),
            Columns.Weekend(days, log),
            Columns.Time(days),
            Columns.TimeSquared(days),
            .. background(days),
        ]);
        return
            Link.Between(
                Array.ConvertAll(causes, one => one / unit),
                Columns.Of(days, day => outcome[day]),
                around,
                Hunches.MostLikely
            )
                is { } belief
            ? new(
                belief.Chance,
                belief.Shown / unit,
                belief.Quantile(0.1) / unit,
                belief.Quantile(0.9) / unit,
                days.Length
            )
            : null;
    }
}
