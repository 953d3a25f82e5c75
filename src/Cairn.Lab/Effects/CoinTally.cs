using Cairn.Engine.Effects;

namespace Cairn.Lab.Effects;

/// <summary>How the test by coin did among many people of one world.</summary>
/// <param name="Clear">The share of people for whom a difference was called clear.</param>
/// <param name="Covered">The share of intervals that hold the truth, of those that could be computed.</param>
public sealed record CoinTally(double Clear, double Covered)
{
    /// <summary>One look after some days, at the ordinary five per cent.</summary>
    public static CoinTally OneLook(PlantedWorld world, int days, int people, int seed) =>
        Of(world, days, people, seed, (log, plan) => CoinTest.Compare(log, plan, days, 0.05));

    /// <summary>The three looks as they are run for a person.</summary>
    public static CoinTally AllLooks(PlantedWorld world, int people, int seed) =>
        Of(
            world,
            CoinPlan.Days,
            people,
            seed,
            (log, plan) => Trial.On(plan.First.AddDays(CoinPlan.Days), log, plan)?.Difference
        );

    private static CoinTally Of(
        PlantedWorld world,
        int days,
        int people,
        int seed,
        Func<Logbook, CoinPlan, Difference?> look
    )
    {
        var (clear, covered, looked) = (0, 0, 0);
        for (var i = 0; i < people; i++)
        {
            var who = unchecked(seed * 1_000_003 + i);
            var plan = new CoinPlan(PlantedPerson.First, unchecked((ulong)who * 0x9E3779B97F4A7C15 + 1));
            var person = PlantedPerson.Live(world, days, who, plan);

            // Being asked is less than doing: the truth is what the asking changes.
            var asking = world.OwnWay ? PlantedPerson.Follows : 2 * PlantedPerson.Follows - 1;
            var truth = person.Truth[person.Actions[0]] * asking;
            if (look(person.Log, plan) is { } difference)
            {
                looked++;
                clear += difference.IsClear ? 1 : 0;
                covered += difference.Low <= truth && truth <= difference.High ? 1 : 0;
            }
        }

        return new(clear / (double)people, covered / (double)looked);
    }
}
