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

    /// <summary>Before a tap: what the next step is likely to be, or what today already holds.</summary>
    /// <param name="steps">The rows of the day.</param>
    /// <param name="life">The person's life.</param>
    /// <param name="justBegun">The person comes from the last question of a new step.</param>
    /// <param name="counts">How well promises were kept may be said.</param>
    public static string OfTheDay(IReadOnlyList<TodayStep> steps, Life life, bool justBegun, bool counts)
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

        if (counts && Promises(life) is { Made: >= PromisesWorthCounting } promises)
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

    /// <summary>After a tap: what this win changes.</summary>
    public static string OfAWin(TodayStep step, Truth truth) =>
        truth switch
        {
            Truth.Improved { Improvement: var better } => Phrase.Of(
                TodayWords.Improved,
                Quantity.Of(better.Amount, step.Unit),
                Quantity.Of(better.Usual, step.Unit)
            ),
            Truth.Chance chance => Phrase.Of(
                TodayWords.ChanceRose,
                Quantity.Of(step.Bars.Target, step.Unit),
                Math.Round(100 * chance.Before),
                Math.Round(100 * chance.After)
            ),
            Truth.Momentum momentum => Phrase.Of(
                TodayWords.MomentumRose,
                Math.Round(momentum.Before, MidpointRounding.AwayFromZero),
                Math.Round(momentum.After, MidpointRounding.AwayFromZero)
            ),
            Truth.Lately days => Phrase.Of(TodayWords.DaysOfSeven, step.Name, days.Count),
            _ => OfAnyWin(truth),
        };

    /// <summary>After a moment, or a win that somebody noticed.</summary>
    /// <param name="moment">Its name; null for a noticed win.</param>
    /// <param name="truth">What it changes.</param>
    public static string OfACount(string? moment, Truth truth) =>
        truth switch
        {
            Truth.Lately { Count: 1 } => moment is null
                ? TodayWords.NoticedFirst
                : Phrase.Of(TodayWords.MomentFirst, moment),
            Truth.Lately times => moment is null
                ? Phrase.Of(TodayWords.NoticedLately, times.Count)
                : Phrase.Of(TodayWords.MomentLately, moment, times.Count),
            _ => OfAnyWin(truth),
        };

    private static string OfAnyWin(Truth truth) =>
        truth switch
        {
            Truth.First => TodayWords.FirstStone,
            Truth.Mark mark => Phrase.Of(TodayWords.MarkReached, mark.Stones),
            Truth.Comeback back => Phrase.Of(TodayWords.Comeback, back.Days),
            Truth.Total total => Phrase.Of(TodayWords.StonesSoFar, total.Stones),
            _ => throw new InvalidOperationException($"No sentence for {truth.Kind}"),
        };

    /// <summary>Days of a lapse that is not over, where what is offered begins with half; null where it does not.</summary>
    public static int? BackAfter(IReadOnlyList<TodayStep> steps, Life life) =>
        steps.Any(step =>
            step is { IsTask: false, Entry: null } && life.BeliefOn(step.Day).IsReturnOn(step.Day, step.Id)
        )
            ? Absence.DaysSoFar(life)
            : null;

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
