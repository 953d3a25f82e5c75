using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Engine.Praise;
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
        if (life.Records.Words.OfType<DayOff>().Any(off => off.Day == life.Today))
        {
            return TodayWords.DayIsOff;
        }

        if (steps.Count == 0)
        {
            return TodayWords.NothingYet;
        }

        var wins = steps.Count(step => step.Entry is { IsWin: true });
        if (steps.FirstOrDefault(step => step is { Entry: null, IsFree: false }) is not { } next)
        {
            return wins > 0 ? TodayWords.DayDone
                : steps.All(step => step.IsFree) ? TodayWords.NothingPlanned
                : TodayWords.AllStillThere;
        }

        if (justBegun && steps.LastOrDefault(step => step is { Entry: null, IsFree: false }) is { } begun)
        {
            return Phrase.Of(TodayWords.SmallestNow, Quantity.Of(begun.Bars.Floor, begun.Unit));
        }

        if (BackAfter(steps, life) is { } away)
        {
            return Phrase.Of(TodayWords.AwayForDays, away);
        }

        if (life.Records.FeelOn(life.Today) is { } today and not DayFeel.Fine)
        {
            return today == DayFeel.Rough ? TodayWords.RoughDay : TodayWords.GoodDay;
        }

        if (Promises(life) is { Made: >= PromisesWorthCounting } promises)
        {
            return Phrase.Of(TodayWords.PromiseKept, TenthsOf(promises.Mean), promises.Kept, promises.Made);
        }

        return wins > 0
            ? TodayWords.EachStays
            : Phrase.Of(
                TodayWords.PromiseOfToday,
                Quantity.Of(next.Bars.Target, next.Unit),
                next.Name,
                TenthsOf(next.Bars.TargetChance)
            );
    }

    /// <summary>
    /// After a tap: what this win changes. What is rare comes first; otherwise the chance of tomorrow and the stones take
    /// turns, so that the same kind is never said after two wins in a row.
    /// </summary>
    public static string OfAWin(TodayStep step, Life life, Belief tomorrow)
    {
        var (stones, entry) = (life.Stones, step.Entry!);
        if (stones == 1)
        {
            return TodayWords.FirstStone;
        }

        if (Marks.Contains(stones))
        {
            return Phrase.Of(TodayWords.MarkReached, stones);
        }

        if (ComesBack(life, entry) is { } away)
        {
            return Phrase.Of(TodayWords.Comeback, away);
        }

        if (ImprovementOf(entry, life) is { } better && !FollowsAnImprovement(entry, life))
        {
            return Phrase.Of(
                TodayWords.Improved,
                Quantity.Of(better.Amount, step.Unit),
                Quantity.Of(better.Usual, step.Unit)
            );
        }

        return stones % 2 == 0 ? Phrase.Of(TodayWords.StonesSoFar, stones) : OfTheStep(step, life, tomorrow);
    }

    /// <summary>Worth a card: the first, a round number, a comeback.</summary>
    public static bool IsMark(Life life, Entry win) =>
        life.Stones == 1 || Marks.Contains(life.Stones) || ComesBack(life, win) is not null;

    private static string OfTheStep(TodayStep step, Life life, Belief tomorrow)
    {
        var day = life.Today.AddDays(1);
        if (!step.IsTask && step.Day == life.Today)
        {
            var (before, after) = (
                life.Belief.ChanceOn(day, step.Id, step.Bars.Target),
                tomorrow.ChanceOn(day, step.Id, step.Bars.Target)
            );
            if (Math.Round(100 * after) > Math.Round(100 * before))
            {
                return Phrase.Of(
                    TodayWords.ChanceRose,
                    Quantity.Of(step.Bars.Target, step.Unit),
                    Math.Round(100 * before),
                    Math.Round(100 * after)
                );
            }
        }

        var days = step.LastDays.Count(mark => mark >= DayMark.Floor);
        return days > 1 ? Phrase.Of(TodayWords.DaysOfSeven, step.Name, days) : TodayWords.EachStays;
    }

    /// <summary>Days of a lapse that is not over, where what is offered begins with half; null where it does not.</summary>
    public static int? BackAfter(IReadOnlyList<TodayStep> steps, Life life) =>
        steps.Any(step =>
            step is { IsTask: false, Entry: null } && life.BeliefOn(step.Day).IsReturnOn(step.Day, step.Id)
        )
            ? Absence.DaysSoFar(life)
            : null;

    /// <summary>The days of the lapse that this win ended; the day's later wins ended nothing.</summary>
    private static int? ComesBack(Life life, Entry win) =>
        life.Entries.Any(entry => entry.IsWin && entry.Day == win.Day && entry.At < win.At)
            ? null
            : Absence.DaysEndedOn(life, win.Day);

    private static Improvement? ImprovementOf(Entry entry, Life life) =>
        entry.Kind == StepKind.Practice && entry.Bars.Stretch > 1
            ? Improvements.Find(
                AmountOf(entry),
                life.Entries.Where(e => e.StepId == entry.StepId && e.IsWin).Select(AmountOf),
                null
            )
            : null;

    private static bool FollowsAnImprovement(Entry entry, Life life) =>
        life.Entries.Where(e => e.IsWin && e.At < entry.At).MaxBy(e => e.At) is { } before
        && ImprovementOf(before, life) is not null;

    private static Amount AmountOf(Entry entry) =>
        new(entry.Day, entry.Amount ?? entry.Bars.Of(entry.Tier ?? Tier.Floor));

    /// <summary>Of the recent targets that were answered: how many were reached, and what had been said.</summary>
    private static (int Kept, int Made, double Mean) Promises(Life life)
    {
        var made = life
            .Entries.Where(entry => entry.Bars.TargetChance > 0)
            .Where(entry => entry.Outcome is Outcome.Won or Outcome.NotToday)
            .ToList();
        var kept = made.Count(entry => entry.IsWin && entry.Tier >= Tier.Target);
        return (kept, made.Count, made.Count == 0 ? 0 : made.Average(entry => entry.Bars.TargetChance));
    }

    private static int TenthsOf(double chance) => (int)Math.Round(chance * 10, MidpointRounding.AwayFromZero);
}
