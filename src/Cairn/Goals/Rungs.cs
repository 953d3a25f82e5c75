using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Ladders;

namespace Cairn.Goals;

/// <summary>The rungs that a step climbs, the smallest first, and on which of them the person stands today.</summary>
/// <param name="All">Amounts, rising.</param>
/// <param name="Here">The place of the highest rung that today's aim reaches.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="IsOwn">There is no ladder for it: the rungs are the person's own sizes.</param>
public sealed record Rungs(IReadOnlyList<DrawnRung> All, int Here, string Unit, bool IsOwn)
{
    /// <returns>Null where there is nothing to climb: a task, a moment, or one size only.</returns>
    public static Rungs? Of(LivedStep step, Bars bars, Ladder? ladder)
    {
        var version = step.Version;
        if (step.Step.Kind != StepKind.Practice)
        {
            return null;
        }

        var fits = ladder?.IsIn(version.Unit) == true;
        DrawnRung[] rungs = fits
            ? [.. ladder!.Rungs.Select(rung => new DrawnRung(rung.Amount, rung.Words.Here))]
            :
            [
                .. new (double Amount, string Words)[]
                {
                    (bars.Floor, GoalsWords.AtLeast),
                    (bars.Target, GoalsWords.Aim),
                    (bars.Stretch, GoalsWords.More),
                    (version.Stated, GoalsWords.InMind),
                }
                    .GroupBy(size => size.Amount)
                    .OrderBy(size => size.Key)
                    .Select(size => new DrawnRung(size.Key, string.Join(", ", size.Select(same => same.Words)))),
            ];
        var here = Array.FindLastIndex(rungs, rung => rung.Amount <= bars.Target);
        return rungs.Length > 1 ? new Rungs(rungs, Math.Max(0, here), version.Unit, !fits) : null;
    }
}

/// <param name="Words">What such an amount looks like.</param>
public sealed record DrawnRung(double Amount, string Words);
