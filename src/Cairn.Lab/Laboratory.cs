using System.Collections.Immutable;
using Cairn.Engine.Capacity;
using Cairn.Lab.Exact;
using Cairn.Lab.People;
using Cairn.Lab.Policies;
using Cairn.Lab.Report;
using Cairn.Lab.Scoring;

namespace Cairn.Lab;

/// <summary>Compares policies on simulated people and says which promises hold.</summary>
public static class Laboratory
{
    // Four policies and the dithered engine, with and without the morning report.
    private const int SkillRuns = 10;

    private static readonly double[] Goes = [0.3, 0.7];

    /// <summary>Runs the lab: the same options give the same report on every machine, whatever the cores.</summary>
    /// <param name="options">What to run.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="stop">Ends it early.</param>
    public static LabReport Run(
        LabOptions options,
        IProgress<double>? progress = null,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var done = 0;
        var whole =
            (options.Worlds.Length * Goes.Length * All().Count()) + SkillRuns + (options.Sweep ? Sweep.Runs : 0);
        void Tick() => progress?.Report((double)++done / whole);
        var rows = ImmutableArray.CreateBuilder<LabRow>();
        var policies = ImmutableArray.CreateBuilder<PolicyRow>();
        foreach (var world in options.Worlds)
        {
            var found = Goes.Select(go => Compare(world with { Go = go }, options, Tick, stop)).ToArray();
            policies.AddRange(found.SelectMany(compared => compared.Rows()));
            rows.AddRange(Promises.Of(found));
        }

        var skills = Skills(options.Worlds.Contains(World.Base) ? World.Base : options.Worlds[0], options, Tick, stop);
        rows.AddRange(Promises.Of(skills));
        rows.AddRange(Exactness.Rows(options.Seed));
        var sweeps = options.Sweep ? Sweep.Run(options, Tick, stop) : [];
        return new(rows.DrainToImmutable(), policies.DrainToImmutable(), skills, sweeps);
    }

    private static Compared Compare(World world, LabOptions options, Action tick, CancellationToken stop)
    {
        var tallies = new Dictionary<string, Tally>();
        foreach (var (name, make) in All())
        {
            tallies[name] = Trial.Run(world, options.Seed, options.People, make, null, stop);
            tick();
        }

        return new(world, tallies);
    }

    /// <summary>Every policy of the lab, in the order of the tables.</summary>
    public static IEnumerable<(string Name, Func<SimulatedPerson, Policy> Make)> All() =>
        [
            ("fixed", _ => new Fixed(0)),
            ("half", _ => new Fixed(-0.79)),
            ("tiny", _ => new Fixed(Math.Log(0.1))),
            ("ramp", _ => new Ramp()),
            ("percentile", _ => new Percentile(0.75)),
            ("staircase", _ => new Staircase(0.85)),
            ("engine one bar", p => Engine(p, threeBars: false, morning: false)),
            ("engine three bars", p => Engine(p, threeBars: true, morning: false)),
            ("engine + morning", p => Engine(p, threeBars: true, morning: true)),
            ("oracle one bar", _ => new Oracle(Dial.Steady, threeBars: false)),
            ("oracle three bars", _ => new Oracle(Dial.Steady, threeBars: true)),
        ];

    private static Cairned Engine(SimulatedPerson person, bool threeBars, bool morning) =>
        new(new Student(person, Parameters.Default, ruler: true, morning), Dial.Steady, threeBars);

    private static ImmutableArray<SkillRow> Skills(World world, LabOptions options, Action tick, CancellationToken stop)
    {
        var skills = ImmutableArray.CreateBuilder<SkillRow>();
        foreach (var morning in (bool[])[true, false])
        {
            foreach (
                var (name, make) in All().Where(policy => policy.Name is "fixed" or "half" or "ramp" or "staircase")
            )
            {
                Add(name, morning, make, p => new Student(p, Parameters.Default, ruler: true, morning));
            }

            Add("engine, dithered ±.25", morning, p => Dithered(p, morning), null);
        }

        return skills.DrainToImmutable();

        void Add(
            string name,
            bool morning,
            Func<SimulatedPerson, Policy> make,
            Func<SimulatedPerson, Student>? observer
        )
        {
            var tally = Trial.Run(world, options.Seed, options.People, make, observer, stop);
            skills.Add(new(name, morning, ForecastRow.Of(tally.Bars.Count > 0 ? tally.Bars : tally.Floor)));
            tick();
        }
    }

    private static Cairned Dithered(SimulatedPerson person, bool morning) =>
        new(new Student(person, Parameters.Default, ruler: true, morning), Dial.Steady, threeBars: true, dither: 0.25);
}
