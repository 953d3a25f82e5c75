using Cairn.Data;

namespace Cairn.Progress;

/// <summary>
/// The figures of a life of daily practices from its raw entries and words, day by day and one by one: as slowly and
/// simply as can be, and with nothing of the program but these themselves.
/// </summary>
/// <param name="entries">All of them, of moments as well.</param>
/// <param name="words">All of them; pauses and days off are about everything.</param>
/// <param name="begins">The first day of each practice.</param>
/// <param name="today">The last day.</param>
internal sealed class Slowly(
    IReadOnlyList<Entry> entries,
    IReadOnlyList<DayWord> words,
    IReadOnlyDictionary<Guid, DateOnly> begins,
    DateOnly today
)
{
    public int WinsOn(DateOnly day)
    {
        var wins = 0;
        foreach (var entry in entries)
        {
            wins += entry.Day == day && entry.Outcome == Outcome.Won && entry.SupersededBy is null ? 1 : 0;
        }

        foreach (var word in words)
        {
            wins += word is NoticedWin && word.Day == day && word.SupersededBy is null ? 1 : 0;
        }

        return wins;
    }

    public bool IsPause(DateOnly day) => WinsOn(day) == 0 && IsPaused(day);

    public bool IsRest(DateOnly day) =>
        WinsOn(day) == 0
        && !IsPaused(day)
        && (IsDayOff(day) || begins.Keys.Any(step => Said(step, day) == Outcome.Rest));

    /// <summary>Half of what is left of the way in 13 days: what was planned and not rested, and how much of it was won.</summary>
    public double Momentum()
    {
        var (value, keep) = (0.0, Math.Pow(0.5, 1 / 13.0));
        for (var day = begins.Values.Min(); day <= today; day = day.AddDays(1))
        {
            var (planned, won, open) = (0, 0, 0);
            foreach (var step in begins.Where(step => step.Value <= day))
            {
                var said = Said(step.Key, day);
                planned += IsOff(step.Key, day) ? 0 : 1;
                won += said == Outcome.Won ? 1 : 0;
                open += said is null && day == today && !IsOff(step.Key, day) ? 1 : 0;
            }

            if (planned > 0)
            {
                value = (value * keep) + ((1 - keep) * (won + (open * value)) / planned);
            }
        }

        return 100 * value;
    }

    /// <summary>Two days or more between two wins on which something was planned: the day back, and how many they were.</summary>
    public List<(DateOnly Back, int Days)> Comebacks()
    {
        var found = new List<(DateOnly, int)>();
        DateOnly? last = null;
        for (var day = begins.Values.Min(); day <= today; day = day.AddDays(1))
        {
            if (begins.Keys.All(step => Said(step, day) != Outcome.Won))
            {
                continue;
            }

            var between = 0;
            for (var other = last?.AddDays(1) ?? day; other < day; other = other.AddDays(1))
            {
                between += begins.Any(step => step.Value <= other && !IsOff(step.Key, other)) ? 1 : 0;
            }

            if (between >= 2)
            {
                found.Add((day, between));
            }

            last = day;
        }

        return found;
    }

    /// <summary>
    /// The range of days until a habit: every curve of a grid weighed by the answers, one by one, and then counted up from
    /// the shortest.
    /// </summary>
    public (double Low, double High) DaysUntilHabit(Guid step, IReadOnlyList<(DateOnly Day, int Agreement)> answers)
    {
        var first = entries.Where(e => e.StepId == step && e.IsWin && e.SupersededBy is null).Min(entry => entry.Day);
        var curves = new List<(double Days, double Weight)>();
        for (var z = -3.0; z < 3.001; z += .1)
        {
            var days = 66 * Math.Exp(.68 * z);
            for (var plateau = .2; plateau < 1.001; plateau += .05)
            {
                for (var start = 0.0; start < .601 && start <= plateau + 1e-9; start += .1)
                {
                    var weight = Math.Exp(-z * z / 2);
                    foreach (var (day, agreement) in answers)
                    {
                        var since = Math.Max(0, day.DayNumber - first.DayNumber);
                        var curve = plateau - ((plateau - start) * Math.Pow(20, -since / days));
                        weight *= Math.Exp(-Math.Pow((((agreement - 1) / 6.0) - curve) / .15, 2) / 2);
                    }

                    curves.Add((days, weight));
                }
            }
        }

        var (all, sum, low) = (curves.Sum(curve => curve.Weight), 0.0, 0.0);
        foreach (var (days, weight) in curves.OrderBy(curve => curve.Days))
        {
            sum += weight;
            low = low.Equals(0) && sum >= .025 * all ? days : low;
            if (sum >= .975 * all)
            {
                return (low, days);
            }
        }

        return (low, curves[^1].Days);
    }

    /// <summary>Of each month: the answers of the ruler, the chances and the aims reached, and how many they are.</summary>
    public List<(DateOnly Month, double Asked, double Predicted, double Happened, int Times)> Confidence(
        IReadOnlyList<Confidence> rulers
    )
    {
        var months = new List<(DateOnly, double, double, double, int)>();
        for (var month = new DateOnly(2000, 1, 1); month <= today; month = month.AddMonths(1))
        {
            var (asked, predicted, happened, times) = (0.0, 0.0, 0.0, 0);
            foreach (var entry in entries)
            {
                var said = entry.Outcome is Outcome.Won or Outcome.NotToday && entry.SupersededBy is null;
                if (said && begins.ContainsKey(entry.StepId) && entry.Day >= month && entry.Day < month.AddMonths(1))
                {
                    asked += rulers.Single(ruler => ruler.StepId == entry.StepId).Rating;
                    predicted += entry.Bars.TargetChance;
                    happened += entry.Tier is Engine.Capacity.Tier.Target or Engine.Capacity.Tier.Stretch ? 1 : 0;
                    times++;
                }
            }

            if (times > 0)
            {
                months.Add((month, asked / times / 10, predicted / times, happened / times, times));
            }
        }

        return months;
    }

    /// <summary>The third largest aim of the first five wins and of the last five.</summary>
    public (double Then, double Now) Aims(Guid step)
    {
        var aims = new List<double>();
        foreach (var entry in entries.OrderBy(entry => entry.Day))
        {
            if (entry.StepId == step && entry.Outcome == Outcome.Won && entry.SupersededBy is null)
            {
                aims.Add(entry.Bars.Target);
            }
        }

        var (first, last) = (aims.Take(5).ToList(), aims.TakeLast(5).ToList());
        return (
            first.First(aim => first.Count(other => other > aim) <= 2 && first.Count(other => other < aim) <= 2),
            last.First(aim => last.Count(other => other > aim) <= 2 && last.Count(other => other < aim) <= 2)
        );
    }

    /// <summary>The bars of the last entry of each month.</summary>
    public List<(DateOnly Day, double Floor, double Target, double Stretch)> Sizes(Guid step)
    {
        var sizes = new List<(DateOnly Day, double, double, double)>();
        foreach (
            var entry in entries
                .Where(entry => entry.StepId == step && entry.SupersededBy is null)
                .OrderBy(entry => entry.Day)
        )
        {
            if (sizes.Count > 0 && (sizes[^1].Day.Year, sizes[^1].Day.Month) == (entry.Day.Year, entry.Day.Month))
            {
                sizes.RemoveAt(sizes.Count - 1);
            }

            sizes.Add((entry.Day, entry.Bars.Floor, entry.Bars.Target, entry.Bars.Stretch));
        }

        return sizes;
    }

    private bool IsOff(Guid step, DateOnly day) => IsDayOff(day) || IsPaused(day) || Said(step, day) == Outcome.Rest;

    private bool IsDayOff(DateOnly day) => words.Any(word => word is DayOff && word.Day == day);

    private bool IsPaused(DateOnly day) =>
        words.Any(word => word is Pause pause && word.Day <= day && day <= pause.Until);

    private Outcome? Said(Guid step, DateOnly day)
    {
        foreach (var entry in entries)
        {
            if (entry.StepId == step && entry.Day == day && entry.SupersededBy is null)
            {
                return entry.Outcome;
            }
        }

        return null;
    }
}
