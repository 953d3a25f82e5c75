using System.Globalization;
using Cairn.Engine.Effects;
using Cairn.Harness;
using Cairn.Lab.Effects;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Insights;

/// <summary>
/// The planted worlds of the lab through the whole program: entries and check-ins go into the store, and what the page says comes out.
/// The ordinary run takes a sample; CAIRN_LONG=1 takes as many lives as the conditions ask for.
/// </summary>
[InAnyZone]
public sealed class PlantedWorldsTests
{
    /// <summary>Lives that were read from the store and from the page.</summary>
    private static readonly int OnThePage = LongRun.IsOn ? 400 : 6;

    /// <summary>Lives whose view alone was asked.</summary>
    private const int InMemory = 200;

    public static TheoryData<string, int> Honest =>
        [.. PlantedWorld.Honest.SelectMany(world => new[] { (world.Name, 90), (world.Name, 180) })];

    [Fact]
    public void Of_two_hundred_lives_in_which_nothing_matters_at_most_one_in_twenty_is_shown_something()
    {
        var loud = 0;
        for (var who = 0; who < InMemory; who++)
        {
            var world = PlantedWorld.Honest[who % PlantedWorld.Honest.Count] with { Planted = 0 };
            loud += ViewOf(PlantedPerson.Live(world, 90, 5_000 + who)).Worth.Count > 0 ? 1 : 0;
        }

        Assert.InRange(loud, 0, InMemory / 20);
    }

    [Theory, MemberData(nameof(Honest))]
    public async Task Where_nothing_matters_the_page_is_quiet(string world, int days)
    {
        var seen = await See(Named(world) with { Planted = 0 }, days, OnThePage);

        Assert.True(seen.Count(life => life.Shown.Count > 0) <= Math.Max(1, OnThePage * 0.05), Say(seen));
    }

    [Theory, MemberData(nameof(Honest))]
    public async Task What_the_page_says_is_mostly_true_and_not_much_exaggerated(string world, int days)
    {
        var planted = Named(world);
        var seen = await See(planted, days, OnThePage);
        var shown = seen.SelectMany(life => life.Shown.Select(one => (one.Points, Truth: life.Truth[one.Step])))
            .ToList();
        var right = shown.Where(one => one.Points * one.Truth > 0).ToList();

        if (!LongRun.IsOn)
        {
            Assert.True(shown.Count - right.Count <= 1, Say(seen));
            return;
        }

        var untrue = seen.Average(life =>
            life.Shown.Count == 0
                ? 0
                : life.Shown.Count(one => one.Points * life.Truth[one.Step] <= 0) / (double)life.Shown.Count
        );
        Assert.InRange(untrue, 0, 0.05);
        Assert.InRange(right.Count / (double)(seen.Count * planted.Planted), days == 90 ? 0.12 : 0.4, 1);
        Assert.InRange(right.Average(one => one.Points / (1.6 * one.Truth)), 0.5, 1.35);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    public async Task When_the_morning_drives_both_a_word_in_the_morning_helps_and_without_one_the_page_says_so(
        int days
    )
    {
        var rated = await See(PlantedWorld.ReverseMorningRated, days, OnThePage);
        var blind = await See(PlantedWorld.ReverseMorning, days, OnThePage);

        Assert.All(blind, life => Assert.All(life.Shown, one => Assert.True(one.SaysMorning)));
        Assert.All(rated, life => Assert.All(life.Shown, one => Assert.False(one.SaysMorning)));
        if (LongRun.IsOn)
        {
            var found = rated.Sum(life => life.Shown.Count(one => one.Points * life.Truth[one.Step] > 0));
            Assert.InRange(found / (2.0 * rated.Count), 0.22, 1);
        }
    }

    [Fact]
    public void A_coin_calls_a_difference_where_one_is_and_hardly_ever_where_none_is()
    {
        var people = LongRun.IsOn ? 1_200 : 150;
        var (none, large) = (Clear(people, 0), Clear(people, 1));

        Assert.InRange(none, 0, LongRun.IsOn ? 0.065 : 0.1);
        Assert.InRange(large, LongRun.IsOn ? 0.68 : 0.6, 1);
    }

    /// <summary>The share of people to whom the page says that the step makes a difference, at any of the three looks.</summary>
    private static double Clear(int people, double effect)
    {
        var world = PlantedWorld.Clean with
        {
            Actions = 3,
            Planted = effect > 0 ? 1 : 0,
            Effect = effect,
            Silent = 0.15,
        };
        var clear = 0;
        for (var who = 0; who < people; who++)
        {
            var seed = 1_000 + who;
            var planted = PlantedPerson.Live(world, CoinPlan.Days, who, new CoinPlan(PlantedPerson.First, (ulong)seed));
            var life = new PlantedLife(planted, new Guid(7, 7, 7, new byte[8])).Tested(seed);
            var view = Assert.Single(InsightsView.Of(life.Records, life.Person, life.Today).Experiments);
            clear += ExperimentWords.Outcome(view).Contains("your evenings", StringComparison.Ordinal) ? 1 : 0;
        }

        return clear / (double)people;
    }

    private static InsightsView ViewOf(PlantedPerson planted)
    {
        var life = new PlantedLife(planted, new Guid(7, 7, 7, new byte[8]));
        return InsightsView.Of(life.Records, life.Person, life.Today);
    }

    private static async Task<List<Seen>> See(PlantedWorld world, int days, int people)
    {
        var noon = new DateTimeOffset(PlantedPerson.First.AddDays(days).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        await using var cairn = await TestCairn.Start(Database.Sqlite, noon);
        var owner = await cairn.Look(db => db.People.Select(person => person.Id).SingleAsync());
        using var visitor = cairn.Visit();
        var seen = new List<Seen>();
        for (var who = 0; who < people; who++)
        {
            var planted = PlantedPerson.Live(world, days, (2026 * 1_000_003) + who);
            await PlantedLife.Write(cairn, new PlantedLife(planted, owner));
            await visitor.Open("/insights");
            seen.Add(new Seen(planted.Truth, [.. visitor.Page.QuerySelectorAll(".worth").Select(Shown.Of)]));
        }

        return seen;
    }

    private static PlantedWorld Named(string name) => PlantedWorld.Honest.Single(world => world.Name == name);

    private static string Say(IEnumerable<Seen> seen) =>
        string.Join("; ", seen.Select((life, who) => $"{who}: {string.Join(", ", life.Shown)}"));

    private sealed record Seen(IReadOnlyDictionary<Guid, double> Truth, IReadOnlyList<Shown> Shown);

    private sealed record Shown(Guid Step, double Points, bool SaysMorning)
    {
        public static Shown Of(AngleSharp.Dom.IElement card)
        {
            var text = card.TextContent;
            var points = text[(text.IndexOf("By about ", StringComparison.Ordinal) + "By about ".Length)..].Split(' ')[
                0
            ];
            return new(
                Guid.Parse(card.GetAttribute("data-step")!),
                double.Parse(points, CultureInfo.InvariantCulture)
                    * (text.Contains("ran a little higher", StringComparison.Ordinal) ? 1 : -1),
                text.Contains("How you felt that morning", StringComparison.Ordinal)
            );
        }
    }
}
