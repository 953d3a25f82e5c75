using System.Net;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Reflect;

public sealed class DayPageTests
{
    private const string HeavyDays = "These days look heavy";
    private const string TwoWeeks = "The last two weeks";
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory, EachDatabase]
    public async Task Three_taps_answer_the_day_and_stay_pressed(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        await cairn.LivesIn("Europe/Berlin");
        using var visitor = cairn.Visit();

        await visitor.Open("/reflect");
        await visitor.Press("rate.mood", "7");
        await visitor.Press("rate.motivation", "0");
        await visitor.Press("rate.solving", "10");

        Assert.Equal("/reflect", visitor.Path);
        Assert.Equal(
            ["7", "0", "10"],
            visitor.Page.QuerySelectorAll("main button[aria-pressed=true]").Select(b => b.GetAttribute("value"))
        );
        cairn.Clock.Advance(TimeSpan.FromSeconds(1));
        await visitor.Press("rate.mood", "");
        Assert.Equal(2, visitor.Page.QuerySelectorAll("main button[aria-pressed=true]").Length);
    }

    [Theory, EachDatabase]
    public async Task Any_of_the_last_seven_days_can_be_answered_and_no_other(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        await cairn.LivesIn("Europe/Berlin");
        using var visitor = cairn.Visit();

        await visitor.Open("/reflect/day/2026-02-24");
        await visitor.Press("rate.mood", "4");
        Assert.Equal("/reflect/day/2026-02-24", visitor.Path);
        Assert.Equal(4, (await Answers(cairn, new DateOnly(2026, 2, 24)))["mood"].Rating);

        foreach (var other in new[] { "2026-02-23", "2026-03-03", "0001-01-01" })
        {
            await visitor.Open($"/reflect/day/{other}");
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }

        await visitor.Open("/reflect/day/yesterday");
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
    }

    [Theory, EachDatabase]
    public async Task What_was_in_the_way_becomes_a_task_of_tomorrow_with_one_tap_and_only_one(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        await cairn.LivesIn("Europe/Berlin");
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Open("/reflect");
        visitor.Fill("say.inTheWay", "the phone beside me");
        await visitor.Press(within: ".own-words");
        await visitor.Press("say.inTheWayKind", "heldUp");
        var tap = visitor.FindButton(within: ".card form");
        var (fields, address) = (visitor.FieldsFor(tap), tap.Form!.GetAttribute("action")!);

        await visitor.Post(address, fields);
        await visitor.Post(address, fields);

        Assert.Contains(
            "Tomorrow on Today: Make it easier: the phone beside me",
            visitor.Text,
            StringComparison.Ordinal
        );
        var step = Assert.Single(
            await cairn.Look(db => db.StepVersions.Where(v => v.Name.Contains("phone")).ToListAsync())
        );
        Assert.Equal(Monday.AddDays(1), step.From);
        var kind = await cairn.Look(db => db.Steps.Where(s => s.Id == step.StepId).Select(s => s.Kind).SingleAsync());
        Assert.Equal(StepKind.Task, kind);

        fields["goal"] = Guid.CreateVersion7(TestCairn.Monday).ToString();
        await visitor.Post("/reflect/easier/2026-03-01", fields);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        fields["goal"] = "";
        fields["name"] = "  ";
        await visitor.Post(address, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
    }

    [Theory, EachDatabase]
    public async Task One_tap_stops_the_ratings_and_keeps_the_answers(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        await cairn.LivesIn("Europe/Berlin");
        using var visitor = cairn.Visit();
        await visitor.Open("/reflect");
        await visitor.Press("rate.mood", "7");

        await visitor.Press("rated", "false");
        Assert.Null(visitor.Page.QuerySelector("[name='rate.mood']"));
        Assert.NotNull(visitor.Page.QuerySelector("[name='say.best']"));

        await visitor.Open("/settings");
        await visitor.Press("rated", "true");
        Assert.Equal("/settings", visitor.Path);
        Assert.Equal(7, (await Answers(cairn, Monday))["mood"].Rating);
    }

    [Theory, EachDatabase]
    public async Task A_low_day_shows_no_history(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        await cairn.LivesIn("Europe/Berlin");
        using var visitor = cairn.Visit();
        await Rate(cairn, visitor, 5, 6, 7);

        await visitor.Open("/reflect");
        Assert.Contains(TwoWeeks, visitor.Text, StringComparison.Ordinal);
        await Rate(cairn, visitor, 5, 6, 3);
        await visitor.Open("/reflect");
        Assert.DoesNotContain(TwoWeeks, visitor.Text, StringComparison.Ordinal);

        await Rate(cairn, visitor, 5, 6, 7);
        await visitor.Post(
            "/act/feel",
            new(StringComparer.Ordinal)
            {
                ["id"] = Guid.CreateVersion7(TestCairn.Monday).ToString(),
                ["feel"] = "rough",
            }
        );
        await visitor.Open("/reflect");
        Assert.DoesNotContain(TwoWeeks, visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Four_very_low_days_of_seven_and_nothing_less_point_to_people_who_can_help(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        await cairn.LivesIn("Europe/Berlin");
        using var visitor = cairn.Visit();

        await Rate(cairn, visitor, 2, 1, 3, 0);
        await visitor.Open("/reflect");
        Assert.DoesNotContain(HeavyDays, visitor.Text, StringComparison.Ordinal);

        await Rate(cairn, visitor, 2, 2, 1, 3, 0);
        await visitor.Open("/reflect");
        Assert.Contains(HeavyDays, visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("main a[href='/help/lines']"));
        await visitor.Open("/");
        Assert.DoesNotContain(HeavyDays, visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Words_are_never_looked_at(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        await cairn.LivesIn("Europe/Berlin");
        using var visitor = cairn.Visit();
        await visitor.Open("/reflect");
        visitor.Fill("say.best", "I cannot go on, everything is dark and hopeless");
        await visitor.Press(within: ".own-words");

        Assert.DoesNotContain(HeavyDays, visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Words_that_do_not_fit_stand_in_their_fields_again_with_a_sentence(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        await cairn.LivesIn("Europe/Berlin");
        using var visitor = cairn.Visit();
        await visitor.Open("/reflect/day/2026-03-01");
        var tooLong = new string('x', CheckIn.LongestText + 1);

        visitor.Fill("say.best", "the walk");
        visitor.Fill("say.inTheWay", tooLong);
        await visitor.Press(within: ".own-words");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.NotEqual("", visitor.Page.QuerySelector(".own-words [role=alert]")!.TextContent);
        Assert.Equal("the walk", visitor.Page.QuerySelector("#say-best")!.GetAttribute("value"));
        Assert.Equal(tooLong, visitor.Page.QuerySelector("#say-inTheWay")!.GetAttribute("value"));
        Assert.Equal(0, await cairn.Look(db => db.DayWords.CountAsync()));

        visitor.Fill("say.inTheWay", "rain");
        await visitor.Press(within: ".own-words");
        Assert.Equal("/reflect/day/2026-03-01", visitor.Path);
        Assert.Equal("rain", visitor.Page.QuerySelector("#say-inTheWay")!.GetAttribute("value"));
    }

    [Theory, EachDatabase]
    public async Task The_card_comes_with_the_evening_of_the_person(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        await cairn.LivesIn("Europe/Berlin");
        using var visitor = cairn.Visit();
        await visitor.Begin();

        await visitor.Open("/");
        Assert.Null(visitor.Page.QuerySelector(".evening"));

        cairn.Clock.Advance(TimeSpan.FromHours(5) - TimeSpan.FromMinutes(1));
        await visitor.Open("/");
        Assert.Null(visitor.Page.QuerySelector(".evening"));

        cairn.Clock.Advance(TimeSpan.FromMinutes(1));
        await visitor.Open("/");
        await visitor.Press("rate.mood", "6", ".evening form");
        Assert.Equal("/", visitor.Path);
        Assert.Equal("6", visitor.Page.QuerySelector(".evening [aria-pressed=true]")!.GetAttribute("value"));

        cairn.Clock.Advance(TimeSpan.FromHours(10)); // 03:00, still the same day for them
        await visitor.Open("/");
        Assert.Equal("6", visitor.Page.QuerySelector(".evening [aria-pressed=true]")!.GetAttribute("value"));
    }

    [Theory, EachDatabase]
    public async Task The_page_costs_at_most_six_queries(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        await cairn.LivesIn("Europe/Berlin");
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await Rate(cairn, visitor, 5, 6, 7, 8, 6, 5, 7);

        Assert.InRange(await QueryCount.During(cairn, () => visitor.Open("/reflect")), 1, 6);
    }

    /// <summary>Moods of the last days, today's last.</summary>
    private static async Task Rate(TestCairn cairn, Visitor visitor, params int[] moods)
    {
        cairn.Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var (mood, place) in moods.Select((mood, place) => (mood, place)))
        {
            await visitor.Post(
                "/act/checkIn",
                new(StringComparer.Ordinal)
                {
                    ["id"] = Guid.CreateVersion7(TestCairn.Monday).ToString(),
                    ["day"] = $"{Monday.AddDays(1 + place - moods.Length):O}",
                    ["rate.mood"] = $"{mood}",
                }
            );
        }
    }

    private static async Task<IReadOnlyDictionary<string, Answer>> Answers(TestCairn cairn, DateOnly day) =>
        CheckIn.ByDay(await cairn.Look(db => db.DayWords.AsNoTracking().ToListAsync()))[day];
}
