using Cairn.Data;

namespace Cairn.Progress;

/// <summary>
/// The figures of a life of daily practices from its raw entries, day by day and entry by entry: as slowly and simply as
/// can be, and with nothing of the program but the entries themselves.
/// </summary>
internal sealed class Slowly(IReadOnlyList<Entry> entries, IReadOnlyDictionary<Guid, DateOnly> begins, DateOnly today)
{
    public int WinsOn(DateOnly day) => Count(day, Outcome.Won);

    public bool IsRest(DateOnly day) => WinsOn(day) == 0 && Count(day, Outcome.Rest) > 0;

    /// <summary>Half of what is left of the way in 13 days: what was planned and not rested, and how much of it was won.</summary>
    public double Momentum()
    {
        var (value, keep) = (0.0, Math.Pow(0.5, 1 / 13.0));
        for (var day = begins.Values.Min(); day <= today; day = day.AddDays(1))
        {
            var (planned, won, open) = (0, 0, 0);
            foreach (var step in begins.Where(step => step.Value <= day))
            {
                var said = entries.SingleOrDefault(entry =>
                    entry.StepId == step.Key && entry.Day == day && entry.SupersededBy is null
                );
                planned += said?.Outcome == Outcome.Rest ? 0 : 1;
                won += said?.Outcome == Outcome.Won ? 1 : 0;
                open += said is null && day == today ? 1 : 0;
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
            if (WinsOn(day) == 0)
            {
                continue;
            }

            var between = 0;
            for (var other = last?.AddDays(1) ?? day; other < day; other = other.AddDays(1))
            {
                var inForce = begins.Count(step => step.Value <= other);
                between += Count(other, Outcome.Rest) < inForce ? 1 : 0;
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

    private int Count(DateOnly day, Outcome outcome)
    {
        var count = 0;
        foreach (var entry in entries)
        {
            count += entry.Day == day && entry.Outcome == outcome && entry.SupersededBy is null ? 1 : 0;
        }

        return count;
    }
}
