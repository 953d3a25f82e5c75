using System.Runtime.InteropServices;

namespace Cairn.Engine.Effects;

/// <summary>
/// What this person's best and worst fifth of days held, to be read beside the published diary study.
/// </summary>
/// <param name="Best">The best fifth.</param>
/// <param name="Worst">The worst fifth.</param>
public sealed record BestAndWorst(Held Best, Held Worst)
{
    private const int Fifth = 5;

    /// <summary>
    /// 12,000 diaries of 238 people at work: progress and setbacks on their best days (T. Amabile, S. Kramer, "The
    /// progress principle", 2011). It counts what went together, not what caused what.
    /// </summary>
    public static Held PublishedBest { get; } = new(0.76, 0.13);

    /// <summary>The same on their worst days.</summary>
    public static Held PublishedWorst { get; } = new(0.25, 0.67);

    /// <summary>Counts; null with fewer than 28 days of which evening, wins and setbacks are all known.</summary>
    public static BestAndWorst? Of(Logbook log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var known = Enumerable
            .Range(0, log.Days)
            .Where(day => !double.IsNaN(log.Evening[day] + log.Wins[day] + log.Setback[day]))
            .ToArray();
        return known.Length < Hunches.FewestDays ? null : new(Among(log, known, 1), Among(log, known, -1));
    }

    /// <summary>
    /// A rating of few steps makes many ties: the tied days at the edge of the fifth count in part, as if drawn by lot.
    /// </summary>
    private static Held Among(Logbook log, int[] known, int sign)
    {
        var left = Math.Ceiling(known.Length / (double)Fifth);
        var all = left;
        var (wins, setbacks) = (0.0, 0.0);
        foreach (var tied in known.GroupBy(day => sign * log.Evening[day]).OrderByDescending(group => group.Key))
        {
            var share = Math.Min(1, left / tied.Count());
            wins += share * tied.Count(day => log.Wins[day] > 0);
            setbacks += share * tied.Count(day => log.Setback[day] > 0);
            left -= share * tied.Count();
            if (left <= 1e-9)
            {
                break;
            }
        }

        return new(wins / all, setbacks / all);
    }
}

/// <summary>What days held.</summary>
/// <param name="Win">The share of days with a win, 0 to 1.</param>
/// <param name="Setback">The share of days on which something got in the way.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Held(double Win, double Setback);
