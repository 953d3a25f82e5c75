using System.Globalization;
using Cairn.Data;
using Cairn.Shell;

namespace Cairn.Today;

/// <summary>
/// Picks the one true sentence. Each says only what the entries say; how the numbers come about stands in
/// docs/numbers.
/// </summary>
public static class Sentences
{
    /// <summary>Fewer promises than this say nothing about how well they are kept.</summary>
    private const int PromisesWorthCounting = 5;

    private static readonly HashSet<int> Marks = [10, 50, 100, 250, 500, 1000];

    /// <summary>Before a tap: what the next step is likely to be, or what today already holds.</summary>
    public static string OfTheDay(IReadOnlyList<TodayStep> steps, Life life, bool justBegun)
    {
        if (steps.Count == 0)
        {
            return TodayWords.NothingYet;
        }

        var wins = steps.Count(step => step.Entry is { IsWin: true });
        if (steps.FirstOrDefault(step => step.Entry is null) is not { } next)
        {
            return wins == 0 ? TodayWords.AllStillThere : TodayWords.DayDone;
        }

        if (justBegun && steps.LastOrDefault(step => step.Entry is null) is { } begun)
        {
            return Say(TodayWords.SmallestNow, Quantity.Of(begun.Bars.Floor, begun.Unit));
        }

        if (Promises(life) is { Made: >= PromisesWorthCounting } promises)
        {
            return Say(TodayWords.PromiseKept, TenthsOf(promises.Mean), promises.Kept, promises.Made);
        }

        return wins > 0
            ? TodayWords.EachStays
            : Say(
                TodayWords.PromiseOfToday,
                Quantity.Of(next.Bars.Target, next.Unit),
                next.Name,
                TenthsOf(next.Bars.TargetChance)
            );
    }

    /// <summary>After a tap: what this win changes.</summary>
    public static string OfAWin(TodayStep step, Life life, int stones)
    {
        if (stones == 1)
        {
            return TodayWords.FirstStone;
        }

        if (Marks.Contains(stones))
        {
            return Say(TodayWords.MarkReached, stones);
        }

        if (DaysAway(life) is > 3 and var away)
        {
            return Say(TodayWords.Comeback, away);
        }

        var days = step.LastDays.Count(mark => mark >= DayMark.Floor);
        return days > 1 ? Say(TodayWords.DaysOfSeven, step.Name, days) : Say(TodayWords.StonesSoFar, stones);
    }

    /// <summary>Days between the last win before today and today.</summary>
    private static int? DaysAway(Life life) =>
        life.Entries.LastOrDefault(entry => entry.IsWin && entry.Day < life.Today) is { } last
            ? life.Today.DayNumber - last.Day.DayNumber
            : null;

    /// <summary>Of the recent targets that were answered: how many were reached, and what had been said.</summary>
    private static (int Kept, int Made, double Mean) Promises(Life life)
    {
        var made = life
            .Entries.Where(entry => entry.Bars.TargetChance > 0)
            .Where(entry => entry.Outcome is Outcome.Won or Outcome.NotToday)
            .ToList();
        var kept = made.Count(entry => entry.IsWin && entry.Tier >= Engine.Capacity.Tier.Target);
        return (kept, made.Count, made.Count == 0 ? 0 : made.Average(entry => entry.Bars.TargetChance));
    }

    private static int TenthsOf(double chance) => (int)Math.Round(chance * 10, MidpointRounding.AwayFromZero);

    private static string Say(string sentence, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.CurrentCulture, sentence, values);
}
