using Cairn.Data;
using Cairn.Harness;

namespace Cairn.Insights;

/// <summary>
/// The figures of Insights from raw entries and check-ins, as slowly and simply as can be, with nothing of the program but these facts:
/// least squares by elimination, a belief as two stories on paper, chances by adding up thin slices.
/// </summary>
internal sealed class SlowFigures(IReadOnlyList<Entry> entries, IReadOnlyList<DayWord> words, IReadOnlyList<Guid> steps)
{
    private const int Fewest = 28;
    private const int FewestOfEach = 8;

    public sealed record Found(double Chance, double Effect, double Low, double High, int With, int Without);

    public int? Evening(DateOnly day)
    {
        int? rating = null;
        foreach (var word in words.OrderBy(word => word.At))
        {
            if (word is CheckIn checkIn && checkIn.Day == day && checkIn.Answers.TryGetValue("mood", out var answer))
            {
                rating = answer.Rating;
            }
        }

        return rating;
    }

    /// <summary>What the days from <paramref name="first"/> on say of each step, as far as they can.</summary>
    public Dictionary<Guid, Found> Worth(DateOnly first, DateOnly last)
    {
        var days = new List<DateOnly>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (Evening(day) is not null)
            {
                days.Add(day);
            }
        }

        var asked = new List<(Guid Step, List<double> Done)>();
        foreach (var step in steps)
        {
            var done = days.ConvertAll(day =>
                entries.Any(entry => entry.StepId == step && entry.Day == day && entry.Outcome == Outcome.Won) ? 1.0 : 0
            );
            if (days.Count >= Fewest && done.Sum() >= FewestOfEach && days.Count - done.Sum() >= FewestOfEach)
            {
                asked.Add((step, done));
            }
        }

        var prior = Math.Min(0.15, 1.8 / asked.Count);
        return asked.ToDictionary(one => one.Step, one => Weigh(days, one.Done, prior, first));
    }

    /// <summary>From the wins of a day to its evening, per all of the plan; and from an evening to the wins of the next day, per point.</summary>
    public (Found ToEvening, Found ToWins) Spiral(DateOnly first, DateOnly last)
    {
        var all = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).ToList();
        var evenings = all.FindAll(day => Evening(day) is not null && Share(day) is not null);
        var mornings = all.FindAll(day =>
            day > first && Evening(day.AddDays(-1)) is not null && Share(day) is not null
        );
        return (
            PerUnit(
                evenings.ConvertAll(day => Share(day)!.Value),
                evenings.ConvertAll(day => (double)Evening(day)!.Value),
                Around(evenings, first)
            ),
            PerUnit(
                mornings.ConvertAll(day => (double)Evening(day.AddDays(-1))!.Value),
                mornings.ConvertAll(day => Share(day)!.Value),
                [
                    .. Time(mornings),
                    .. Known(mornings.ConvertAll(day => day.AddDays(-1) >= first ? Share(day.AddDays(-1)) : null)),
                ]
            )
        );
    }

    /// <summary>The share of the steps that was won, of a day on which something was said.</summary>
    private double? Share(DateOnly day)
    {
        var planned = steps.Where(step => !IsLeft(step, day)).ToList();
        var wasHere = entries.Any(entry => entry.Day == day) || words.Any(word => word is CheckIn && word.Day == day);
        return !wasHere || planned.Count == 0
            ? null
            : entries.Count(entry => entry.Day == day && entry.Outcome == Outcome.Won && planned.Contains(entry.StepId))
                / (double)planned.Count;
    }

    private bool IsLeft(Guid step, DateOnly day) =>
        words.Any(word =>
            word is Experiment test
            && test.StepId == step
            && test.Day <= day
            && day <= test.Last
            && !new SlowCoin(test.Day, test.Seed).Asks(day)
        );

    /// <summary>Two spreads of the cause are what "done" is to "not done".</summary>
    private static Found PerUnit(List<double> cause, List<double> outcome, List<List<double>> around)
    {
        var mean = cause.Average();
        var unit = 2 * Math.Sqrt(cause.Sum(one => (one - mean) * (one - mean)) / (cause.Count - 1));
        var found = Weigh(cause.ConvertAll(one => one / unit), outcome, around, 0.15);
        return new(found.Chance, found.Effect / unit, found.Low / unit, found.High / unit, cause.Count, 0);
    }

    private Found Weigh(List<DateOnly> days, List<double> done, double prior, DateOnly first) =>
        Weigh(done, days.ConvertAll(day => (double)Evening(day)!.Value), Around(days, first), prior);

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
        return new(chance, chance * mean, Where(0.1), Where(0.9), (int)done.Sum(), (int)(done.Count - done.Sum()));

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
    private List<List<double>> Around(List<DateOnly> days, DateOnly first)
    {
        return
        [
            .. Time(days),
            .. Known(days.ConvertAll(day => day > first ? (double?)Evening(day.AddDays(-1)) : null)),
            .. Known(
                days.ConvertAll(day =>
                    words.OfType<DayReport>().SingleOrDefault(word => word.Day == day) is { } report
                        ? (double?)(int)report.Feel
                        : null
                )
            ),
        ];
    }

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
    public static double Below(double at)
    {
        const double slice = 0.001;
        var sum = 0.0;
        for (var x = -9.0; x < Math.Min(at, 9); x += slice)
        {
            sum += Math.Exp(-0.5 * (x + (slice / 2)) * (x + (slice / 2))) * Math.Min(slice, at - x);
        }

        return sum / Math.Sqrt(2 * Math.PI);
    }
}
