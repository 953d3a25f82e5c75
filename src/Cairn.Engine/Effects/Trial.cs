using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Cairn.Engine.Effects;

/// <summary>
/// When a test by coin may be looked at. Looking every day would find something in the end, so there are three looks;
/// the earlier one is, the more it asks for (P. O'Brien, T. Fleming 1979; evidence 4.3).
/// </summary>
public static class Trial
{
    private static readonly ImmutableArray<(int Days, double Alpha)> Looks = [(28, 0.005), (56, 0.014), (84, 0.045)];

    /// <summary>What can be said in the morning of a day. It changes only at a look, and no later look takes it back.</summary>
    /// <returns>Null before the first look, or when too few evenings are noted.</returns>
    public static Verdict? On(DateOnly today, Logbook log, CoinPlan plan)
    {
        Verdict? said = null;
        foreach (var (days, alpha) in Looks)
        {
            if (today.DayNumber - plan.First.DayNumber < days)
            {
                break;
            }

            if (CoinTest.Compare(log, plan, days, alpha) is { } difference)
            {
                var last = days == CoinPlan.Days;
                said = new(
                    days,
                    difference,
                    difference.IsClear ? Outcome.Difference
                        : last ? Outcome.NoClearDifference
                        : Outcome.NotYet
                );
                if (difference.IsClear)
                {
                    break;
                }
            }
        }

        return said;
    }
}

/// <summary>What a look said.</summary>
/// <param name="Days">The days that were looked at.</param>
/// <param name="Difference">The interval, which is what is shown first.</param>
/// <param name="Outcome">Where the test stands.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Verdict(int Days, Difference Difference, Outcome Outcome);

/// <summary>Where a test by coin stands.</summary>
public enum Outcome
{
    /// <summary>The next look may tell.</summary>
    NotYet,

    /// <summary>The action makes a difference, to the better or to the worse.</summary>
    Difference,

    /// <summary>Over, and no clear difference: an effort that may be saved.</summary>
    NoClearDifference,
}
