using Cairn.Engine.Effects;
using Cairn.Lab.Report;

namespace Cairn.Lab.Effects;

/// <summary>
/// Measures the detector where the truth is known: the six conditions of evidence 4.4, and the wider worlds that
/// evidence 4.2 leaves open.
/// </summary>
public static class EffectsLab
{
    private static readonly int[] Times = [90, 180];

    /// <summary>Everything. With 4,000 people it takes a minute or two on one core.</summary>
    /// <param name="people">People for each cell.</param>
    /// <param name="seed">Which luck.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="stop">Ends it early.</param>
    public static IReadOnlyList<LabRow> Run(
        int people,
        int seed,
        IProgress<double>? progress = null,
        CancellationToken stop = default
    )
    {
        var parts = (Func<int, int, IEnumerable<LabRow>>[])
            [(n, s) => Nothing(n, s), Honest, Morning, Coins, Looks, Shuffled, Silent, Wider, Faces, Usual];
        var rows = new List<LabRow>();
        for (var part = 0; part < parts.Length; part++)
        {
            foreach (var row in parts[part](people, seed))
            {
                stop.ThrowIfCancellationRequested();
                rows.Add(row);
            }

            progress?.Report((part + 1.0) / parts.Length);
        }

        return rows;
    }

    /// <summary>Condition 1: where nothing matters, hardly anything is shown.</summary>
    public static IEnumerable<LabRow> Nothing(int people, int seed, int actions = 12) =>
        from world in PlantedWorld.Honest
        from days in Times
        let empty = world with
        {
            Planted = 0,
            Actions = actions,
        }
        select LabRow.AtMost(
            0.05,
            "shown anything, nothing planted",
            Where(empty, days),
            Tally.Of(empty, days, people, seed).AnyFalse
        );

    /// <summary>Condition 2: what is shown is mostly true, and not much exaggerated.</summary>
    public static IEnumerable<LabRow> Honest(int people, int seed)
    {
        foreach (var world in PlantedWorld.Honest)
        {
            foreach (var days in Times)
            {
                var tally = Tally.Of(world, days, people, seed);
                yield return LabRow.AtMost(0.05, "untrue among shown", Where(world, days), tally.FalseShare);
                yield return LabRow.AtLeast(
                    days == 90 ? 0.12 : 0.4,
                    "found of the planted",
                    Where(world, days),
                    tally.Power
                );
                yield return LabRow.AtMost(1.35, "shown effect / true effect", Where(world, days), tally.Exaggeration);
            }
        }
    }

    /// <summary>Condition 3, tier A: when the morning drives both, a morning rating cures it; without one the card says so.</summary>
    public static IEnumerable<LabRow> Morning(int people, int seed)
    {
        foreach (var days in Times)
        {
            var (world, rated) = (PlantedWorld.ReverseMorning, PlantedWorld.ReverseMorningRated);
            var tally = Tally.Of(rated, days, people, seed);
            yield return LabRow.AtMost(0.05, "untrue among shown", Where(rated, days), tally.FalseShare);
            yield return LabRow.AtLeast(0.22, "found of the planted", Where(rated, days), tally.Power);
            var blind = Tally.Of(world, days, people, seed);
            yield return LabRow.Printed("untrue among shown", Where(world, days), blind.FalseShare);
            yield return LabRow.AtLeast(1, "of the shown, with the caveat", Where(world, days), blind.Warned);
        }
    }

    /// <summary>Conditions 3 and 4: the test by coin finds a large effect, and finds nothing where nothing is.</summary>
    public static IEnumerable<LabRow> Coins(int people, int seed)
    {
        foreach (var days in new[] { 28, 60, 90 })
        {
            var world = Tested(PlantedWorld.Clean, 0);
            yield return LabRow.Within(
                0.035,
                0.065,
                "coin: called clear, no effect",
                Where(world, days),
                CoinTally.OneLook(world, days, people, seed).Clear
            );
        }

        foreach (var days in new[] { 28, 60, 90 })
        {
            // The action does nothing, and a good morning brings it together with two that do something.
            var world = Tested(PlantedWorld.ReverseMorning, 0.6) with
            {
                FirstPlanted = 1,
                Planted = 2,
                OwnWay = true,
            };
            yield return LabRow.Within(
                0.035,
                0.065,
                "coin: called clear, no effect of its own",
                Where(world, days),
                CoinTally.OneLook(world, days, people, seed).Clear
            );
        }

        var large = Tested(PlantedWorld.Clean, 1);
        var tally = CoinTally.OneLook(large, 90, people, seed);
        yield return LabRow.AtLeast(0.75, "coin: called clear, effect 1", Where(large, 90), tally.Clear);
        yield return LabRow.Within(0.93, 0.97, "coin: 95 % interval holds the truth", Where(large, 90), tally.Covered);
    }

    /// <summary>The three looks together: what looking more than once costs and gives.</summary>
    public static IEnumerable<LabRow> Looks(int people, int seed)
    {
        var large = Tested(PlantedWorld.Clean, 1);
        yield return LabRow.AtMost(
            0.065,
            "coin: called clear at any of three looks, no effect",
            Where(Tested(PlantedWorld.Clean, 0), CoinPlan.Days),
            CoinTally.AllLooks(Tested(PlantedWorld.Clean, 0), people, seed).Clear
        );
        yield return LabRow.Printed(
            "coin: called clear, effect 1, other days go their own way",
            Where(large, 90),
            CoinTally.OneLook(large with { OwnWay = true }, 90, people, seed).Clear
        );
        yield return LabRow.Printed(
            "coin: called clear at any of three looks, effect 1",
            Where(large, CoinPlan.Days),
            CoinTally.AllLooks(large, people, seed).Clear
        );
    }

    /// <summary>Condition 5: on a person's own evenings in random order, nothing is shown.</summary>
    public static IEnumerable<LabRow> Shuffled(int people, int seed) =>
        from world in PlantedWorld.Honest.Append(PlantedWorld.ReverseMorningRated)
        from days in Times
        select LabRow.AtLeast(
            0.95,
            "shuffles in which nothing is shown",
            Where(world, days),
            Enumerable
                .Range(seed, people)
                .Average(who => Scramble.Try(PlantedPerson.Live(world, days, who).Log, 2, (ulong)who).Share)
        );

    /// <summary>Condition 6: people who keep silent on bad evenings are not misled.</summary>
    public static IEnumerable<LabRow> Silent(int people, int seed) =>
        from world in PlantedWorld.Honest
        from days in Times
        let silent = world with
        {
            Silence = 0.8,
        }
        select LabRow.AtMost(
            0.05,
            "untrue among shown, silent on bad days",
            Where(silent, days),
            Tally.Of(silent, days, people, seed).FalseShare
        );

    /// <summary>Few actions and many, small effects and large, half of them planted.</summary>
    public static IEnumerable<LabRow> Wider(int people, int seed)
    {
        foreach (var actions in new[] { 5, 25 })
        {
            foreach (var row in Nothing(people, seed, actions))
            {
                yield return row;
            }

            foreach (var world in PlantedWorld.Honest)
            {
                foreach (
                    var (planted, effect) in new[]
                    {
                        (2, 0.3),
                        (2, 1),
                        ((actions + 1) / 2, 0.3),
                        ((actions + 1) / 2, 1),
                    }
                )
                {
                    foreach (var days in Times)
                    {
                        var wide = world with { Actions = actions, Planted = planted, Effect = effect };
                        var tally = Tally.Of(wide, days, people, seed);
                        yield return LabRow.AtMost(0.05, "untrue among shown", Where(wide, days), tally.FalseShare);
                        yield return LabRow.Printed("found of the planted", Where(wide, days), tally.Power);
                        yield return LabRow.Printed(
                            "shown effect / true effect",
                            Where(wide, days),
                            tally.Exaggeration
                        );
                    }
                }
            }
        }
    }

    /// <summary>Evenings that are one of five faces.</summary>
    public static IEnumerable<LabRow> Faces(int people, int seed)
    {
        foreach (var world in PlantedWorld.Honest)
        {
            foreach (var days in Times)
            {
                var faces = world with { Name = world.Name + ", faces", Faces = true };
                var tally = Tally.Of(faces, days, people, seed);
                yield return LabRow.AtMost(0.05, "untrue among shown", Where(faces, days), tally.FalseShare);
                yield return LabRow.Printed("found of the planted", Where(faces, days), tally.Power);
            }
        }
    }

    /// <summary>What the plain correlation of trackers would have shown the same people.</summary>
    public static IEnumerable<LabRow> Usual(int people, int seed) =>
        from world in PlantedWorld.Honest.Append(PlantedWorld.ReverseMorning)
        from days in Times
        select LabRow.Printed(
            "correlation with p < .05: untrue among shown",
            Where(world, days),
            Tally.Of(world, days, people, seed, Correlation.Show).FalseShare
        );

    private static PlantedWorld Tested(PlantedWorld world, double effect) =>
        world with
        {
            Actions = 3,
            Planted = effect > 0 ? 1 : 0,
            Effect = effect,
            Silent = 0.15,
        };

    private static string Where(PlantedWorld world, int days) =>
        world.Planted == 0
            ? FormattableString.Invariant($"{world.Name}, {days} days, {world.Actions} actions")
            : FormattableString.Invariant(
                $"{world.Name}, {days} days, {world.Actions} actions, {world.Planted} of {world.Effect}"
            );
}
