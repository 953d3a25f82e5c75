using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Engine.Praise;

namespace Cairn.Today;

/// <summary>The true things that a win of today changes. Which of them is said is settled once, when the win is written.</summary>
public static class Truths
{
    private const int DaysBehind = 7;

    private static readonly HashSet<int> Marks = [10, 50, 100, 250, 500, 1000];

    /// <summary>What was said for a win, with its figures; null if nothing was, or if it is no longer so.</summary>
    public static Truth? Said(Entry win, Life life, Belief tomorrow) =>
        win.Truth is { } kind ? Of(win, life, tomorrow).FirstOrDefault(truth => truth.Kind == kind) : null;

    /// <summary>
    /// Of what a win changes, the one thing that is neither of the kind that was said last nor, where it arrives late,
    /// of the kind said for the win before it. The time is that of the taps.
    /// </summary>
    public static TruthKind? Choose(Entry win, Life life)
    {
        var said = life.Entries.Where(entry => entry.Truth is not null).ToList();
        var before = said.Where(entry => entry.At <= win.At).MaxBy(entry => entry.At)?.Truth;
        var last = said.MaxBy(entry => entry.At)?.Truth;
        return OneTruth.Choose(Of(win, life, life.BeliefSoFar).Where(truth => truth.Kind != before), last)?.Kind;
    }

    private static IEnumerable<Truth> Of(Entry win, Life life, Belief tomorrow)
    {
        var stones = life.Stones;
        yield return new Truth.Total(stones);
        if (stones == 1)
        {
            yield return new Truth.First();
        }

        if (Marks.Contains(stones))
        {
            yield return new Truth.Mark(stones);
        }

        if (ComesBack(win, life) is { } away)
        {
            yield return new Truth.Comeback(away);
        }

        if (ImprovementOf(win, life) is { } better)
        {
            yield return new Truth.Improved(better);
        }

        if (win.Kind == StepKind.Practice)
        {
            var (day, target) = (win.Day.AddDays(1), win.Bars.Target);
            yield return new Truth.Chance(
                life.Belief.ChanceOn(day, win.StepId, target),
                tomorrow.ChanceOn(day, win.StepId, target)
            );
            if (life.Momentum(except: win) is { } was && life.Momentum() is { } now)
            {
                yield return new Truth.Momentum(was, now);
            }

            yield return new Truth.Lately(DaysWon(win, life), DaysBehind);
        }
    }

    private static int DaysWon(Entry win, Life life) =>
        life.Entries.Count(entry =>
            entry.StepId == win.StepId && entry.IsWin && entry.Day > win.Day.AddDays(-DaysBehind)
        );

    /// <summary>The days of the lapse that this win ended; the day's later wins ended nothing.</summary>
    private static int? ComesBack(Entry win, Life life) =>
        life.Entries.Any(entry => entry.IsWin && entry.Day == win.Day && entry.At < win.At)
            ? null
            : Absence.DaysEndedOn(life, win.Day);

    private static Improvement? ImprovementOf(Entry win, Life life)
    {
        if (win.Kind != StepKind.Practice || win.Bars.Stretch <= 1)
        {
            return null;
        }

        var others = life.Entries.Where(entry => entry.StepId == win.StepId && entry.Day < win.Day).ToList();
        var named = others.Where(entry => entry.Truth == TruthKind.Improvement).MaxBy(entry => entry.Day);
        return Improvements.Find(AmountOf(win), others.Where(entry => entry.IsWin).Select(AmountOf), named?.Day);
    }

    private static Amount AmountOf(Entry win) => new(win.Day, win.Amount ?? win.Bars.Of(win.Tier ?? Tier.Floor));
}
