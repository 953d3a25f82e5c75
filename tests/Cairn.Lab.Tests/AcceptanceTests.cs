using Cairn.Engine.Capacity;
using Cairn.Lab.People;
using Cairn.Lab.Policies;
using Cairn.Lab.Scoring;
using Xunit;

namespace Cairn.Lab.Tests;

/// <summary>
/// The acceptance tests of evidence 2.6 and the promises of engine.md, on fewer people than the lab, so with
/// room for chance; docs/lab.md has the full tables.
/// </summary>
public sealed class AcceptanceTests
{
    private const int Seed = 77;
    private static readonly int People = Environment.GetEnvironmentVariable("CAIRN_LONG") == "1" ? 3000 : 250;

    private static Student Student(SimulatedPerson person, bool morning = false) =>
        new(person, Parameters.Default, ruler: true, morning);

    private static Tally Engine(World world, bool morning = true) =>
        Live(world, Seed, People, p => new Cairned(Student(p, morning), Dial.Steady, threeBars: true));

    private static Tally Staircase(World world) => Live(world, Seed, People, _ => new Staircase(0.85));

    private static Tally Live(
        World world,
        int seed,
        int people,
        Func<SimulatedPerson, Policy> policy,
        Func<SimulatedPerson, Student>? observer = null
    ) => Trial.Run(world, seed, people, policy, observer, TestContext.Current.CancellationToken);

    public static TheoryData<string> Worlds => [.. World.All.Select(world => world.Name)];

    private static World Named(string name) => World.All.Single(world => world.Name == name);

    [Theory]
    [InlineData("fixed", 0.60)]
    [InlineData("half", 0.35)]
    [InlineData("ramp", 0.30)]
    [InlineData("staircase", 0.40)]
    public void Forecasts_beat_the_running_average_on_other_policies_days(string policy, double skill)
    {
        var make = Laboratory.All().Single(p => p.Name == policy).Make;
        var tally = Live(World.Base, Seed, People, make, p => Student(p));
        Assert.True(tally.Floor.Loss < tally.Floor.LossOfAverage);
        Assert.InRange(tally.Floor.Skill, skill - 0.03, 1);
    }

    [Theory]
    [InlineData("fixed", 0.75)]
    [InlineData("half", 0.50)]
    [InlineData("ramp", 0.50)]
    [InlineData("staircase", 0.60)]
    public void With_the_morning_report_forecasts_are_far_better(string policy, double skill)
    {
        var make = Laboratory.All().Single(p => p.Name == policy).Make;
        var tally = Live(World.Base, Seed, People, make, p => Student(p, morning: true));
        Assert.InRange(tally.Floor.Skill, skill - 0.03, 1);
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void The_shown_chance_is_calibrated_in_every_world(string world)
    {
        foreach (var morning in (bool[])[true, false])
        {
            var bars = Engine(Named(world), morning).Bars;
            Assert.InRange(bars.Bias, -0.03, 0.03);
            Assert.InRange(bars.BinError, 0, 0.045);
            Assert.True(bars.Loss < bars.LossOfAverage);
        }
    }

    [Theory]
    [InlineData(Dial.Gentle, 0.95)]
    [InlineData(Dial.Steady, 0.90)]
    [InlineData(Dial.Bold, 0.80)]
    public void From_the_third_week_on_the_target_is_reached_as_often_as_the_dial_says(Dial dial, double chance)
    {
        var one = Live(World.Base, Seed, People, p => new Cairned(Student(p), dial, threeBars: false));
        Assert.InRange(one.LaterWinRate, (one.LaterStarts * chance) - 0.05, (one.LaterStarts * chance) + 0.05);
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Three_bars_bring_nearly_the_oracles_wins_and_most_of_its_volume(string name)
    {
        var world = Named(name);
        var engine = Engine(world);
        var oracle = Live(world, Seed, People, _ => new Oracle(Dial.Steady, threeBars: true));
        Assert.InRange(engine.Wins / oracle.Wins, 0.965, 1.1);
        Assert.InRange(engine.Volume / oracle.Volume, 0.80, 1.1);
        Assert.InRange(engine.Active, oracle.Active - 0.03, 1);
        Assert.InRange(engine.Wins / Staircase(world).Wins, 1.05, 2);
    }

    [Theory]
    [InlineData("base")]
    [InlineData("wild")]
    [InlineData("forgetting")]
    public void The_engine_does_not_lose_to_the_staircase_anywhere(string name)
    {
        var world = Named(name);
        var (engine, staircase) = (Engine(world, morning: false), Staircase(world));
        Assert.True(engine.Wins > staircase.Wins);
        Assert.True(engine.Volume > staircase.Volume);
        Assert.True(engine.Active >= staircase.Active);
    }

    [Fact]
    public void The_same_options_give_the_same_report()
    {
        var options = new LabOptions { People = 12, Worlds = [World.Base] };
        var first = new StringWriter();
        var second = new StringWriter();
        Report.PlainText.Write(Laboratory.Run(options, null, TestContext.Current.CancellationToken), first);
        Report.PlainText.Write(Laboratory.Run(options, null, TestContext.Current.CancellationToken), second);
        Assert.Equal(first.ToString(), second.ToString());
        Assert.Contains("wins against the three-bar oracle", first.ToString(), StringComparison.Ordinal);
    }
}
