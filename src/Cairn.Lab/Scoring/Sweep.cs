using System.Collections.Immutable;
using Cairn.Lab.Report;

namespace Cairn.Lab.Scoring;

/// <summary>Halves and doubles each guess of the first world, and ranks the policies again.</summary>
internal static class Sweep
{
    // Policies that are this close are tied: a swap between them is no other ranking.
    private const double Tie = 0.01;

    private static readonly string[] Ranked =
    [
        "fixed",
        "half",
        "ramp",
        "staircase",
        "engine one bar",
        "engine + morning",
        "oracle three bars",
    ];

    /// <summary>How often <see cref="Run"/> ticks.</summary>
    public static int Runs => Ranked.Length * (1 + (2 * Guesses.Swept.Count()));

    public static ImmutableArray<SweepRow> Run(LabOptions options, Action tick, CancellationToken stop)
    {
        var world = options.Worlds[0] with { Go = 0.5 };
        var usual = Measure(world);
        var rows = ImmutableArray.CreateBuilder<SweepRow>();
        foreach (var (name, times) in Guesses.Swept)
        {
            foreach (var factor in (double[])[0.5, 2])
            {
                var changed = Measure(times(world, factor));
                var same =
                    SameOrder(usual, changed, tally => tally.Wins) && SameOrder(usual, changed, tally => tally.Volume);
                rows.Add(
                    new(name, factor, Order(changed, tally => tally.Wins), Order(changed, tally => tally.Volume), same)
                );
            }
        }

        return rows.DrainToImmutable();

        Dictionary<string, Tally> Measure(World w)
        {
            var tallies = new Dictionary<string, Tally>();
            foreach (var (name, make) in Laboratory.All().Where(policy => Ranked.Contains(policy.Name)))
            {
                tallies[name] = Trial.Run(w, options.Seed, Math.Max(1, options.People / 5), make, null, stop);
                tick();
            }

            return tallies;
        }
    }

    private static ImmutableArray<string> Order(Dictionary<string, Tally> tallies, Func<Tally, double> by) =>
        [.. tallies.OrderByDescending(pair => by(pair.Value)).Select(pair => pair.Key)];

    private static bool SameOrder(
        Dictionary<string, Tally> usual,
        Dictionary<string, Tally> changed,
        Func<Tally, double> by
    )
    {
        foreach (var a in Ranked)
        {
            foreach (var b in Ranked)
            {
                var before = by(usual[a]) / by(usual[b]);
                var after = by(changed[a]) / by(changed[b]);
                if (before > 1 + Tie && after < 1 - Tie)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
