using System.Globalization;
using Cairn.Harness;
using Xunit;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Cairn.Ladders;

/// <summary>From what people say to a ladder that would do.</summary>
[InAnyZone]
public sealed class FindingTests
{
    private const int Offered = 3;

    [Fact]
    public void Of_sixty_goals_at_least_fifty_four_find_a_fitting_ladder_among_the_first_three()
    {
        var goals = Read("goals.yaml");

        Assert.Equal((60, 20, 10), (goals.Count, goals.Count(g => g.German), goals.Count(g => g.Misspelt)));
        Check(goals, least: 54);
    }

    [Fact]
    public void Of_twenty_goals_that_nobody_prepared_it_for_at_least_sixteen_do() =>
        Check(Read("held-out.yaml"), least: 16);

    [Theory]
    [InlineData("Steuererklärung", "Steuererklaerung")]
    [InlineData("Rückenübungen", "rueckenuebungen")]
    [InlineData("Rückenübungen", "RÜCKENÜBUNGEN")]
    [InlineData("draußen spielen", "draussen spielen")]
    public void Umlauts_may_be_typed_either_way(string one, string other) =>
        Assert.Equal(Ids(one, "de"), Ids(other, "de"));

    [Theory]
    [InlineData("Übungen gegen Nackenverspannung", "neck-and-shoulders")]
    [InlineData("Einkommensteuer", "own-tax-return")]
    [InlineData("Küchenchaos", "wash-the-dishes")]
    public void A_compound_is_found_by_its_parts(string said, string ladder) =>
        Assert.Contains(ladder, Ids(said, "de"));

    [Theory]
    [InlineData("Spaziergang", "en", "short-walk")]
    [InlineData("laundry", "de", "laundry-pile")]
    public void The_other_language_is_understood_too(string said, string language, string ladder) =>
        Assert.Contains(ladder, Ids(said, language));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("???")]
    [InlineData("qwrtzpxv")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("🪨🪨🪨")]
    [InlineData("שלום עולם")]
    [InlineData("superconducting quantum interferometers")]
    public void What_fits_nothing_is_offered_nothing(string said) => Assert.Empty(Ids(said, "en"));

    [Fact]
    public void Long_text_is_searched_as_well() =>
        Assert.NotEmpty(Ids(string.Concat(Enumerable.Repeat("I never get to exercise. ", 400)), "en"));

    [Fact]
    public void Of_two_that_fit_the_one_in_the_area_of_the_goal_comes_first()
    {
        using var _ = new InLanguage("en");

        Assert.Equal("learn-a-language", Library.Ours.Find("learn a language", 1, Data.Areas.Personal)[0].Id);
        Assert.Equal("own-tax-return", Library.Ours.Find("tax return", 1, Data.Areas.Personal)[0].Id);
        Assert.Equal("self-employed-tax", Library.Ours.Find("tax return", 1, Data.Areas.Work)[0].Id);
    }

    private static void Check(IReadOnlyList<Goal> goals, int least)
    {
        var notFound = goals
            .Where(goal => !Ids(goal.Say, goal.German ? "de" : "en").Intersect(goal.Fits).Any())
            .ToList();
        var report =
            $"{goals.Count - notFound.Count} of {goals.Count}; not: {string.Join(", ", notFound.Select(g => $"\"{g.Say}\""))}";

        TestContext.Current.TestOutputHelper?.WriteLine(report);
        Assert.All(goals.SelectMany(goal => goal.Fits), id => Assert.NotNull(Library.Ours.Named(id)));
        Assert.True(goals.Count - notFound.Count >= least, report);
    }

    private static IReadOnlyList<string> Ids(string said, string language)
    {
        using var _ = new InLanguage(language);
        return [.. Library.Ours.Find(said, Offered).Select(ladder => ladder.Id)];
    }

    private static List<Goal> Read(string list) =>
        new DeserializerBuilder()
            .WithNamingConvention(HyphenatedNamingConvention.Instance)
            .Build()
            .Deserialize<List<Goal>>(Library.TextOf(list));

    private sealed class Goal
    {
        public string Say { get; set; } = "";
        public bool German { get; set; }
        public bool Misspelt { get; set; }
        public List<string> Fits { get; set; } = [];
    }

    private sealed class InLanguage : IDisposable
    {
        private readonly CultureInfo before = CultureInfo.CurrentUICulture;

        public InLanguage(string language) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        public void Dispose() => CultureInfo.CurrentUICulture = before;
    }
}
