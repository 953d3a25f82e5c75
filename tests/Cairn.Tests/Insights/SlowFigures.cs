using Cairn.Data;
using Cairn.Harness;

namespace Cairn.Insights;

/// <summary>
/// The figures of Insights from what <see cref="SlowDays"/> reads, as slowly and simply as can be: least squares by elimination, a belief as two
/// stories on paper, chances by adding up thin slices.
/// </summary>
internal sealed class SlowFigures(SlowDays days)
{
    private const int Fewest = 28;
    private const int FewestOfEach = 8;
    private const double Slice = 0.001;
    private const double Edge = 9;
    private static readonly double[] Slices = AddedUp();

    /// <param name="Mornings">The share of the days of which the morning is known.</param>
    public sealed record Found(
        double Chance,
        double Effect,
        double Low,
        double High,
        int With,
        int Without,
        double Mornings
    );

    /// <summary>What the days from <paramref name="first"/> on say of each step, as far as they can.</summary>
    public Dictionary<Guid, Found> Worth(DateOnly first, DateOnly last)
    {
        var rated = Between(first, last).FindAll(day => days.Evening(day) is not null);
        var asked = new List<(Guid Step, List<DateOnly> Known, List<double> Done)>();
        foreach (var step in days.Actions(last.AddDays(1)))
        {
            var known = rated.FindAll(day => days.Done(step, day) is not null);
            var done = known.ConvertAll(day => days.Done(step, day) == true ? 1.0 : 0);
            if (known.Count >= Fewest && done.Sum() >= FewestOfEach && known.Count - done.Sum() >= FewestOfEach)
            {
                asked.Add((step, known, done));
            }
        }

        var prior = Math.Min(0.15, 1.8 / asked.Count);
        return asked.ToDictionary(
            one => one.Step,
            one =>
                Weigh(one.Done, one.Known.ConvertAll(Rating), Around(one.Known, first), prior) with
                {
                    Mornings = one.Known.Count(day => days.Morning(day) is not null) / (double)one.Known.Count,
                }
        );
    }

    /// <summary>
    /// From the wins of a day to its evening, per all of the plan; and from an evening to the wins of the next day, per point. Null where
    /// there are too few days for either, or where too few lie on one side of the middle.
    /// </summary>
    public (Found ToEvening, Found ToWins)? Spiral(DateOnly first, DateOnly last)
    {
        var all = Between(first, last);
        var share = all.ToDictionary(day => day, days.Share);
        var evenings = all.FindAll(day => days.Evening(day) is not null && share[day] is not null);
        var mornings = all.FindAll(day =>
            day > first && days.Evening(day.AddDays(-1)) is not null && share[day] is not null
        );
        var toEvening = PerUnit(
            evenings.ConvertAll(day => share[day]!.Value),
            evenings.ConvertAll(Rating),
            () => Around(evenings, first)
        );
        var toWins = PerUnit(
            mornings.ConvertAll(day => Rating(day.AddDays(-1))),
            mornings.ConvertAll(day => share[day]!.Value),
            () => [.. Time(mornings), .. Known(mornings.ConvertAll(day => share[day.AddDays(-1)]))]
        );
        return toEvening is null || toWins is null ? null : (toEvening, toWins);
    }

    private static List<DateOnly> Between(DateOnly first, DateOnly last)
    {
        var all = new List<DateOnly>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            all.Add(day);
        }

        return all;
    }

    private double Rating(DateOnly day) => days.Evening(day)!.Value;

    /// <summary>Two spreads of the cause are what "done" is to "not done".</summary>
    private static Found? PerUnit(List<double> cause, List<double> outcome, Func<List<List<double>>> around)
    {
        var mean = cause.Count == 0 ? 0 : cause.Average();
        if (
            cause.Count < Fewest
            || cause.Count(one => one > mean) < FewestOfEach
            || cause.Count(one => one < mean) < FewestOfEach
        )
        {
            return null;
        }

        var unit = 2 * Math.Sqrt(cause.Sum(one => (one - mean) * (one - mean)) / (cause.Count - 1));
        var found = Weigh(cause.ConvertAll(one => one / unit), outcome, around(), 0.15);
        return new(found.Chance, found.Effect / unit, found.Low / unit, found.High / unit, cause.Count, 0, 0);
    }

    private static Found Weigh(List<double> done, List<double> evening, List<List<double>> around, double prior)
    {
        var without = Squares.Of(around, evening);
        var with = Squares.Of([.. around, done], evening);
        var effect = with.Last;
        var error = Math.Sqrt(with.Left / (evening.Count - without.Rank - 1) / Squares.Of(around, done).Left);
        var slab = 0.5 * Math.Sqrt(without.Left / (evening.Count - without.Rank));
        var (something, nothing) = (
            prior * Bell(effect, Math.Sqrt((error * error) + (slab * slab))),
            (1 - prior) * Bell(effect, error)
        );
        var chance = something / (something + nothing);
        var shrink = slab * slab / ((error * error) + (slab * slab));
        var (mean, spread) = (effect * shrink, error * Math.Sqrt(shrink));
        return new(chance, chance * mean, Where(0.1), Where(0.9), (int)done.Sum(), (int)(done.Count - done.Sum()), 0);

        double Where(double share)
        {
            var (low, high) = (-100.0, 100.0);
            for (var halving = 0; halving < 60; halving++)
            {
                var middle = (low + high) / 2;
                var below = (chance * Below((middle - mean) / spread)) + (middle >= 0 ? 1 - chance : 0);
                (low, high) = below < share ? (middle, high) : (low, middle);
            }

            return high;
        }
    }

    /// <summary>Nothing, yesterday's evening and whether it is known, weekends, time and its square, the morning and whether it is known.</summary>
    private List<List<double>> Around(List<DateOnly> of, DateOnly first) =>
        [
            .. Time(of),
            .. Known(of.ConvertAll(day => day > first ? (double?)days.Evening(day.AddDays(-1)) : null)),
            .. Known(of.ConvertAll(day => (double?)days.Morning(day))),
        ];

    private static List<List<double>> Time(List<DateOnly> days)
    {
        var (half, middle) = (
            (days[^1].DayNumber - days[0].DayNumber) / 2.0,
            (days[^1].DayNumber + days[0].DayNumber) / 2.0
        );
        var time = days.ConvertAll(day => (day.DayNumber - middle) / half);
        return
        [
            days.ConvertAll(_ => 1.0),
            days.ConvertAll(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1.0 : 0),
            time,
            time.ConvertAll(t => t * t),
        ];
    }

    private static IEnumerable<List<double>> Known(List<double?> values)
    {
        var mean = values.Average() ?? 0;
        yield return values.ConvertAll(value => value - mean ?? 0);
        yield return values.ConvertAll(value => value is null ? 1.0 : 0);
    }

    private static double Bell(double at, double spread) => Math.Exp(-0.5 * at * at / (spread * spread)) / spread;

    /// <summary>The area below a bell, in thin slices.</summary>
    private static double Below(double at)
    {
        var whole = Math.Clamp((int)((at + Edge) / Slice), 0, Slices.Length - 2);
        var part = Math.Clamp(((at + Edge) / Slice) - whole, 0, 1);
        return Slices[whole] + (part * (Slices[whole + 1] - Slices[whole]));
    }

    private static double[] AddedUp()
    {
        var sums = new double[(int)(2 * Edge / Slice) + 1];
        for (var slice = 1; slice < sums.Length; slice++)
        {
            var middle = ((slice - 0.5) * Slice) - Edge;
            sums[slice] = sums[slice - 1] + (Math.Exp(-0.5 * middle * middle) * Slice / Math.Sqrt(2 * Math.PI));
        }

        return sums;
    }
}
