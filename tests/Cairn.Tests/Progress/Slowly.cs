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
        WinsOn(day) == 0 && !IsPaused(day) && (IsDayOff(day) || begins.Keys.Any(step => Said(step, day) == Outcome.Rest));

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

    /// <summary>The mean aim of the first five wins and of the last five.</summary>
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

        return (
            Math.Round((aims[0] + aims[1] + aims[2] + aims[3] + aims[4]) / 5, 1),
            Math.Round((aims[^1] + aims[^2] + aims[^3] + aims[^4] + aims[^5]) / 5, 1)
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

    private bool IsOff(Guid step, DateOnly day) =>
        IsDayOff(day) || IsPaused(day) || Said(step, day) == Outcome.Rest;

    private bool IsDayOff(DateOnly day) => words.Any(word => word is DayOff && word.Day == day);

    private bool IsPaused(DateOnly day) => words.Any(word => word is Pause pause && word.Day <= day && day <= pause.Until);

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
