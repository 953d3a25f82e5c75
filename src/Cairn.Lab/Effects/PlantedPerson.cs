using System.Collections.Immutable;
using Cairn.Engine.Effects;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Cairn.Lab.Effects;

/// <summary>One simulated person: a logbook, and what is true about it.</summary>
public sealed record PlantedPerson(
    ImmutableArray<Guid> Actions,
    IReadOnlyList<Page> Pages,
    ImmutableDictionary<Guid, double> Truth
)
{
    // A Monday; people differ in nothing that depends on it.
    public static readonly DateOnly First = new(2026, 1, 5);

    public Logbook Log => Logbook.Of(Actions, Pages);

    /// <summary>Lets a person live in a world.</summary>
    /// <param name="world">The world.</param>
    /// <param name="days">Days.</param>
    /// <param name="seed">Who.</param>
    /// <param name="coin">A plan for the first action.</param>
    public static PlantedPerson Live(PlantedWorld world, int days, int seed, CoinPlan? coin = null)
    {
        var random = new Xoshiro256StarStar(seed, threadSafe: false);
        var gauss = new Normal(0, 1, random);
        var ids = Enumerable.Range(1, world.Actions).Select(n => new Guid(n, 0, 0, new byte[8])).ToImmutableArray();
        var truth = new double[world.Actions];
        var odds = new double[world.Actions];
        var (trend, weekend) = (new double[world.Actions], new double[world.Actions]);
        var habit = new bool[world.Actions];
        for (var action = 0; action < world.Actions; action++)
        {
            var works = action >= world.FirstPlanted && action < world.FirstPlanted + world.Planted;
            truth[action] = works ? world.Effect * Sign() : 0;
            odds[action] = -0.5 * world.Habit + 0.5 * gauss.Sample();
            (trend[action], weekend[action]) = (world.Trend * Sign(), world.Weekend * Sign());
        }

        var (moodTrend, moodWeekend) = (world.Trend * Sign(), 0.5 * world.Weekend * Sign());
        var morningSpread = Math.Sqrt(
            world.MorningShare + (world.Carry * world.Carry / (1 - world.Carry * world.Carry))
        );
        var mood = gauss.Sample();
        var pages = new List<Page>(days);
        for (var t = 0; t < days; t++)
        {
            var day = First.AddDays(t);
            var time = t / (double)days - 0.5;
            var free = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1 : 0;
            var yesterday = mood;
            var morning = world.Carry * yesterday + Math.Sqrt(world.MorningShare) * gauss.Sample();
            mood = morning + Math.Sqrt(1 - world.MorningShare) * gauss.Sample();
            var done = new bool?[world.Actions];
            for (var action = 0; action < world.Actions; action++)
            {
                var log =
                    odds[action]
                    + (habit[action] ? world.Habit : 0)
                    + trend[action] * time
                    + weekend[action] * free
                    + world.FromYesterday * yesterday
                    + world.FromMorning * morning;
                habit[action] = random.NextDouble() < Chance(log);
                if (action == 0 && coin?.Asks(day) is { } asked)
                {
                    var follows = random.NextDouble() < Follows;
                    habit[action] =
                        follows ? asked
                        : world.OwnWay ? habit[action]
                        : !asked;
                }

                done[action] = habit[action];
                mood += habit[action] ? truth[action] : 0;
            }

            var evening = mood + moodTrend * time + moodWeekend * free;
            var said =
                random.NextDouble() >= Chance(Math.Log(world.Silent / (1 - world.Silent)) - world.Silence * evening);
            var waking = world.MorningNoise is { } noise
                ? morning + moodTrend * time + moodWeekend * free + noise * morningSpread * gauss.Sample()
                : (double?)null;
            pages.Add(
                new(
                    day,
                    said ? (world.Faces ? Face(evening) : evening) : null,
                    waking,
                    Wins: null,
                    Setback: null,
                    [.. done]
                )
            );
        }

        return new(ids, pages, ids.Zip(truth).ToImmutableDictionary(pair => pair.First, pair => pair.Second));

        int Sign() => random.NextDouble() < 0.5 ? -1 : 1;
    }

    /// <summary>The share of coin days that follow the coin.</summary>
    public const double Follows = 0.85;

    private static double Face(double evening) => Math.Clamp(Math.Round(3 + 0.9 * evening), 1, 5);

    private static double Chance(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
