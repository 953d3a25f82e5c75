using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Cairn.Data;
using Cairn.Harness;
using Cairn.Lab.Effects;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Insights;

public sealed partial class InsightsPageTests
{
    private const int Days = 90;

    /// <summary>A large effect, so that something is sure to be shown.</summary>
    private static readonly PlantedWorld Clear = PlantedWorld.Clean with { Effect = 1.5, Planted = 1 };

    private static readonly DateTimeOffset Noon = new(
        PlantedPerson.First.AddDays(Days).ToDateTime(new TimeOnly(12, 0)),
        TimeSpan.Zero
    );

    [Theory, EachDatabase]
    public async Task With_nothing_it_says_so_in_a_sentence(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Open("/progress");
        Assert.NotNull(visitor.Page.QuerySelector(".ways a[href='/insights']"));

        await visitor.Open("/insights");

        Assert.Equal(
            "From 28 rated evenings on, something can be said about your days. So far there are 0.",
            Said(visitor)
        );
        Assert.Contains("said the same chance 10 times", visitor.Text, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector(".worth"));
        await visitor.Open("/insights/shuffle");
        Assert.Contains("So far there are 0", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Every_figure_of_what_is_shown_is_what_a_slow_and_simple_method_says(Database database)
    {
        await using var cairn = await TestCairn.Start(database, Noon);
        using var visitor = cairn.Visit();
        var life = await Live(cairn, Clear, 3);
        var lived = life.Records.Versions;
        var slowly = new SlowFigures(
            new SlowDays(
                life.Person,
                [.. lived.Select(one => one.Step)],
                [.. lived.Select(one => one.Version)],
                life.Entries,
                life.Words
            )
        );
        var (first, last) = (PlantedPerson.First, PlantedPerson.First.AddDays(Days - 1));

        Assert.InRange(await QueryCount.During(cairn, () => visitor.Open("/insights")), 1, 6);

        var truth = slowly.Worth(first, last);
        var shown = visitor.Page.QuerySelectorAll(".worth").ToList();
        Assert.NotEmpty(shown);
        Assert.Equal(
            truth
                .Where(one => one.Value.Chance > 0.8)
                .OrderByDescending(one => one.Value.Chance)
                .Take(2)
                .Select(one => one.Key),
            shown.Select(card => Guid.Parse(card.GetAttribute("data-step")!))
        );
        foreach (var card in shown)
        {
            var found = truth[Guid.Parse(card.GetAttribute("data-step")!)];
            var numbers = Number()
                .Matches(card.QuerySelectorAll("p")[0].TextContent.Replace('−', '-'))
                .Select(Read)
                .ToList();
            Assert.Equal(Math.Abs(found.Effect), numbers[0], 0.051);
            Assert.Equal(found.Low, numbers[3], 0.051);
            Assert.Equal(found.High, numbers[4], 0.051);
            var days = Number().Matches(card.QuerySelectorAll("p")[1].TextContent).Select(Read);
            Assert.Equal([found.With, found.Without], days);
        }
    }

    [Theory, EachDatabase]
    public async Task What_is_ignored_is_not_shown_until_it_is_shown_again(Database database)
    {
        await using var cairn = await TestCairn.Start(database, Noon);
        using var visitor = cairn.Visit();
        await Live(cairn, Clear, 3);
        await visitor.Open("/insights");
        var step = visitor.Page.QuerySelector(".worth")!.GetAttribute("data-step");
        var tap = visitor.FindButton(within: ".worth form");
        var fields = visitor.FieldsFor(tap);

        await visitor.Post("/insights/ignore", fields);
        await visitor.Post("/insights/ignore", fields);

        Assert.Null(visitor.Page.QuerySelector($".worth[data-step='{step}']"));
        Assert.Equal(1, await cairn.Look(db => db.DayWords.OfType<Ignored>().CountAsync()));
        await visitor.Press(within: ".ignored form");
        Assert.NotNull(visitor.Page.QuerySelector($".worth[data-step='{step}']"));
        await visitor.Post("/insights/ignore", fields); // sent long ago, arrives late
        Assert.NotNull(visitor.Page.QuerySelector($".worth[data-step='{step}']"));
    }

    [Theory, EachDatabase]
    public async Task Whoever_put_the_ratings_away_hears_nothing_about_evenings(Database database)
    {
        await using var cairn = await TestCairn.Start(database, Noon);
        using var visitor = cairn.Visit();
        await Live(cairn, Clear, 3);
        await cairn.Look(db =>
            db.People.ExecuteUpdateAsync(set => set.SetProperty(person => person.RatesFeelings, false))
        );

        await visitor.Open("/insights");

        Assert.Null(visitor.Page.QuerySelector(".worth, #best, #evenings, #spiral, #coin"));
        Assert.NotNull(visitor.Page.QuerySelector("#promises"));
        await visitor.Press("rated", "true");
        Assert.Equal("/insights", visitor.Path);
        Assert.NotNull(visitor.Page.QuerySelector(".worth"));
    }

    [Theory, EachDatabase]
    public async Task Each_figure_is_hidden_by_a_tap_and_comes_back_by_another(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await UpwardLife.Live(cairn);
        await visitor.Open("/");
        Assert.Contains("I said about", visitor.Text, StringComparison.Ordinal);
        foreach (
            var (figure, part) in new[]
            {
                ("promises", "#promises"),
                ("best", "#best"),
                ("spiral", "#spiral"),
                ("evenings", "#evenings"),
            }
        )
        {
            await visitor.Open("/insights");
            Assert.NotNull(visitor.Page.QuerySelector(part));
            await visitor.Press("hidden", "true", $"form:has([value='{figure}'])");
            Assert.Equal("/insights", visitor.Path);
            Assert.Null(visitor.Page.QuerySelector(part));
        }

        await visitor.Open("/");
        Assert.DoesNotContain("I said about", visitor.Text, StringComparison.Ordinal);
        await visitor.Open("/insights");
        await visitor.Press("hidden", "false", "form:has([value='promises'])");
        Assert.NotNull(visitor.Page.QuerySelector("#promises"));
    }

    [Theory, EachDatabase]
    public async Task Nothing_of_somebody_else_is_there(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var (step, entry) = await Strangers.Settle(cairn);
        var id = Guid.CreateVersion7(TestCairn.Monday).ToString();

        foreach (
            var path in new[]
            {
                $"/insights/test/{step}",
                $"/insights/experiments/{entry}",
                $"/insights/experiments/{entry}.csv",
            }
        )
        {
            await visitor.Open(path);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }

        foreach (
            var path in new[]
            {
                "/insights/ignore",
                "/insights/show",
                $"/insights/test/{step}",
                $"/insights/experiments/{entry}/stop",
            }
        )
        {
            await visitor.Post(path, new() { ["id"] = id, ["step"] = $"{step}" });
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }

        Assert.Equal(0, await cairn.Look(db => db.DayWords.CountAsync()));
    }

    [Fact]
    public async Task Each_number_has_a_page_that_says_how_it_is_computed_and_a_table()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, Noon);
        using var visitor = cairn.Visit();
        await Live(cairn, Clear, 3);
        await visitor.Open("/insights");
        var pages = visitor
            .Page.QuerySelectorAll("a[href^='/insights/how/']")
            .Select(link => link.GetAttribute("href")!)
            .Append("/insights/how/shuffle")
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal(How.All.Select(how => $"/insights/how/{how.Number}").Order(), pages.Order());
        foreach (var page in pages)
        {
            await visitor.Open(page);
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            Assert.True(visitor.Page.QuerySelectorAll("main li").Length >= 2, page);
        }

        await visitor.Open("/insights/how/much");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        foreach (var table in new[] { "promises", "days" })
        {
            using var csv = await visitor.Http.GetAsync(new Uri($"/insights/{table}.csv", UriKind.Relative));
            Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
            Assert.True((await csv.Content.ReadAsStringAsync()).Split('\n').Length > 28, table);
        }
    }

    [Fact]
    public async Task Shuffled_evenings_show_next_to_nothing()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, Noon);
        using var visitor = cairn.Visit();
        await Live(cairn, Clear, 3);

        await visitor.Open("/insights/shuffle");

        var numbers = Number().Matches(visitor.Page.QuerySelector("#shuffled")!.TextContent).Select(Read).ToList();
        Assert.Equal(200, numbers[0]);
        Assert.InRange(numbers[1], 0, 20);
        Assert.Equal((int)numbers[1], visitor.Page.QuerySelectorAll(".loud-one").Length);
    }

    internal static async Task<PlantedLife> Live(TestCairn cairn, PlantedWorld world, int who)
    {
        var owner = await cairn.Look(db => db.People.Select(person => person.Id).SingleAsync());
        var life = new PlantedLife(PlantedPerson.Live(world, Days, who), owner);
        await PlantedLife.Write(cairn, life);
        return life;
    }

    private static string Said(Visitor visitor) => visitor.Page.QuerySelector("header .said")!.TextContent;

    private static double Read(Match number) => double.Parse(number.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?[0-9]+(\.[0-9]+)?")]
    private static partial Regex Number();
}
