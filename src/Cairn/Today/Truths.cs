using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Engine.Praise;

namespace Cairn.Today;

/// <summary>The true things that a win of today changes. Which of them is said is settled once, when the win is written.</summary>
public static class Truths
{
    private const int DaysBehind = 7;

    private static readonly HashSet<int> Marks = [10, 50, 100, 250, 500, 1000];

    /// <summary>What was said for a win of a step, with its figures; null if nothing was, or if it is no longer so.</summary>
    public static Truth? Said(Entry win, Life life) => Said(win.Truth, Of(win, life, life.BeliefSoFar));

    /// <summary>The same of a win that somebody noticed.</summary>
    public static Truth? Said(NoticedWin win, Life life) => Said(win.Truth, Of(win, life));

    /// <summary>
    /// Of what a win changes, the one thing that is neither of the kind that was said last nor, where it arrives late,
    /// of the kind said for the win before it. The time is that of the taps.
    /// </summary>
    public static TruthKind? Choose(Entry win, Life life, Person person) =>
        Choose(win.At, Shown(Of(win, life, life.BeliefSoFar), person), life);

    /// <inheritdoc cref="Choose(Entry, Life, Person)"/>
    public static TruthKind? Choose(NoticedWin win, Life life, Person person) =>
        Choose(win.At, Shown(Of(win, life), person), life);

    /// <summary>A figure that somebody does not want to see is not said either.</summary>
    private static IEnumerable<Truth> Shown(IEnumerable<Truth> all, Person person)
    {
        var hidden = Figures.HiddenBy(person);
        return all.Where(truth =>
            truth.Kind switch
            {
                TruthKind.Momentum => !hidden.Contains(Figures.Momentum),
                TruthKind.Total or TruthKind.Mark => !hidden.Contains(Figures.Count),
                _ => true,
            }
        );
    }

    private static Truth? Said(TruthKind? said, IEnumerable<Truth> all) =>
        said is { } kind ? all.FirstOrDefault(truth => truth.Kind == kind) : null;

    private static TruthKind? Choose(DateTimeOffset at, IEnumerable<Truth> all, Life life)
    {
        var said = life
            .Entries.Select(entry => (entry.At, entry.Truth))
            .Concat(life.Records.Words.Select(word => (word.At, word.Truth)))
            .Where(one => one.Truth is not null)
            .OrderBy(one => one.At)
            .ToList();
        var before = said.Where(one => one.At <= at).Select(one => one.Truth).LastOrDefault();
        var last = said.Select(one => one.Truth).LastOrDefault();
        return OneTruth.Choose(all.Where(truth => truth.Kind != before), last)?.Kind;
    }

    private static IEnumerable<Truth> Of(Entry win, Life life, Belief tomorrow)
    {
        foreach (var truth in OfAny(life))
        {
            yield return truth;
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

        if (win.Kind == StepKind.Moment)
        {
            var times = life.Entries.Where(entry => entry.StepId == win.StepId && entry.IsWin);
            yield return Lately(win.Day, times.Select(entry => entry.Day));
        }
    }

    private static IEnumerable<Truth> Of(NoticedWin win, Life life) =>
        OfAny(life).Append(Lately(win.Day, life.Records.Words.OfType<NoticedWin>().Select(noticed => noticed.Day)));

    /// <summary>Whatever kind of win it was.</summary>
    private static IEnumerable<Truth> OfAny(Life life)
    {
        var stones = life.Stones;
        yield return stones == 1 ? new Truth.First() : new Truth.Total(stones);

        if (Marks.Contains(stones))
        {
            yield return new Truth.Mark(stones);
        }
    }

    private static Truth.Lately Lately(DateOnly until, IEnumerable<DateOnly> times) =>
        new(times.Count(day => day > until.AddDays(-DaysBehind) && day <= until), DaysBehind, IsTimes: true);

    private static int DaysWon(Entry win, Life life) =>
        life.Entries.Count(entry =>
            entry.StepId == win.StepId && entry.IsWin && entry.Day > win.Day.AddDays(-DaysBehind)
        );

    /// <summary>
    /// The days of the lapse that this win ended; the day's later wins ended nothing. A lapse is one of practices, so
    /// only a practice ends it.
    /// </summary>
    private static int? ComesBack(Entry win, Life life) =>
        win.Kind != StepKind.Practice
        || life.Entries.Any(entry =>
            entry is { IsWin: true, Kind: StepKind.Practice } && entry.Day == win.Day && entry.At < win.At
        )
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
