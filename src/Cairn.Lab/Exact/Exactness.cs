using Cairn.Engine.Capacity;
using Cairn.Lab.People;
using Cairn.Lab.Report;

namespace Cairn.Lab.Exact;

/// <summary>How far the chances that are shown lie from those of the exact posterior of the same model.</summary>
public static class Exactness
{
    private const int Days = 40;

    private static readonly Guid Step = new("0195a000-0000-7000-8000-000000000001");

    // What the grid does not hold is switched off on both sides.
    private static readonly Parameters Plain = new()
    {
        DaySpread = 0.5,
        TodaySpread = 1e-4,
        WeekendMean = 0,
        WeekendSpread = 1e-4,
        FeelSpread = 1e-4,
        TrendMean = 0,
        TrendSpread = 1e-6,
        StepDrift = 0,
        HabitRate = 0,
        HabitLoss = 0,
        LapseDrift = 0,
    };

    /// <summary>The row of the promise, and what stands beside it.</summary>
    internal static IEnumerable<LabRow> Rows(int seed) =>
        [
            LabRow.AtMost(
                0.01,
                "mean difference of the shown chance from the exact grid",
                "a reason on half of the misses",
                Difference(60, seed, spreadError: 1e-3, reasons: 0.5)
            ),
            LabRow.Printed(
                "mean difference of the shown chance from the exact grid",
                "no reasons",
                Difference(60, seed, spreadError: 1e-3, reasons: 0)
            ),
            LabRow.Printed(
                "mean difference of the shown chance from the exact grid",
                "a spread that is not known, a reason on half of the misses",
                Difference(12, seed, spreadError: 0.45, reasons: 0.5)
            ),
        ];

    /// <summary>Mean absolute difference of the chance of the target and of the floor, over forty days.</summary>
    /// <param name="people">How many people.</param>
    /// <param name="seed">Which luck.</param>
    /// <param name="spreadError">How little is known of the spread from day to day; of its logarithm.</param>
    /// <param name="reasons">The share of misses that have a reason, 0 to 1.</param>
    public static double Difference(int people, int seed, double spreadError, double reasons)
    {
        var plain = Plain with { DaySpreadError = spreadError };
        return Enumerable
            .Range(0, people)
            .AsParallel()
            .AsOrdered()
            .Select(person => Live(plain, new Dice(seed, person), reasons))
            .ToArray()
            .Average();
    }

    private static double Live(Parameters plain, Dice dice, double reasons)
    {
        var grid = new GridPosterior(plain);
        var day = SimulatedPerson.FirstDay;
        var eve = day.AddDays(-1);
        var belief = Belief.Of(plain).After([new StepBegan(eve, Step, SimulatedPerson.Stated, Scale.Fine, [])], eve);
        var capacity = plain.BiasMean + (0.72 * dice.Normal());
        var noise = plain.DaySpread * Math.Exp(plain.DaySpreadError * dice.Normal());
        var lapse = 0.17 * (0.5 + dice.Even());
        var difference = 0.0;
        for (var lived = 0; lived < Days; lived++, day = day.AddDays(1))
        {
            var bars = belief.BarsOn(day, Step, Limits.None, Dial.Bold);
            var floor = Math.Log(bars.Floor / SimulatedPerson.Stated);
            var target = Math.Log(bars.Target / SimulatedPerson.Stated);
            difference += Math.Abs(grid.Chance(target) - bars.TargetChance);
            difference += Math.Abs(grid.Chance(floor) - bars.FloorChance);
            var started = dice.Even() >= lapse;
            var today = capacity + (noise * dice.Normal());
            var isTold = dice.Even() < reasons;
            var outcome =
                started && today >= target ? Outcome.Target
                : started && today >= floor ? Outcome.Floor
                : !isTold ? Outcome.Nothing
                : started ? Outcome.TooBig
                : Outcome.Forgotten;
            grid.Learn(floor, target, outcome);
            belief = belief.After([Told(day, bars with { Stretch = bars.Target }, outcome)], day);
        }

        return difference / (2 * Days);
    }

    private static Fact Told(DateOnly day, Bars seen, Outcome outcome) =>
        outcome switch
        {
            Outcome.Nothing => new Missed(day, Step, seen, MissReason.None, null),
            Outcome.Forgotten => new Missed(day, Step, seen, MissReason.Forgot, null),
            Outcome.TooBig => new Missed(day, Step, seen, MissReason.TooBig, null),
            Outcome.Floor => new Won(day, Step, seen, Tier.Floor, null, false),
            _ => new Won(day, Step, seen, Tier.Target, null, false),
        };
}
