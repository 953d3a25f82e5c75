using AngleSharp.Dom;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Welcome;

/// <summary>A goal in one's own words meets ladders that fit it, and one tap takes one.</summary>
public sealed class TakingALadderTests
{
    [Theory, EachDatabase]
    public async Task A_ladder_gives_the_step_its_name_amount_unit_floor_cap_and_cues(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Say(visitor, "I would love to go for a walk", "health");

        Assert.InRange(visitor.Page.QuerySelectorAll("a.ladder").Length, 1, 3);
        await Take(visitor, "short-walk");
        Assert.Equal("A short walk", Field(visitor, "name"));
        Assert.Equal(("15", "min"), (Field(visitor, "amount"), Field(visitor, "unit")));
        visitor.Fill("amount", "20");
        await visitor.Press();
        await visitor.Press("rating", "5");
        await visitor.Press("rating", "8");
        await visitor.Press("cue", "have had lunch");

        var step = await Latest(cairn);
        Assert.Equal(("A short walk", 10.0, "min", "short-walk"), (step.Name, step.Stated, step.Unit, step.Ladder));
        Assert.Equal((2.0, 90.0, "have had lunch"), (step.WorstDay, step.Enough, step.Cue));
    }

    [Theory, EachDatabase]
    public async Task In_another_unit_the_amounts_of_the_ladder_say_nothing(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Say(visitor, "I would love to go for a walk", "health");
        await Take(visitor, "short-walk");

        visitor.Fill("amount", "3");
        visitor.Fill("unit", "km");
        await visitor.Press();

        var step = await Latest(cairn);
        Assert.Equal((0.3, null, "short-walk"), (step.WorstDay, step.Enough, step.Ladder));
    }

    [Theory, EachDatabase]
    public async Task Whoever_has_more_than_enough_in_mind_has_no_cap(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Say(visitor, "I would love to go for a walk", "health");
        await Take(visitor, "short-walk");

        visitor.Fill("amount", "120");
        await visitor.Press();

        Assert.Null((await Latest(cairn)).Enough);
    }

    [Theory, EachDatabase]
    public async Task Coming_back_finds_the_ladder_that_was_taken_and_may_put_it_back(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Say(visitor, "I would love to go for a walk", "health");
        var question = visitor.Path;
        await Take(visitor, "short-walk");
        await visitor.Press();

        await visitor.Open(question);
        Assert.Equal("short-walk", Field(visitor, "ladder"));
        await visitor.Open(question + "?others=true");
        Assert.NotEmpty(visitor.Page.QuerySelectorAll("a.ladder"));
        visitor.Fill("name", "Dance to one song");
        await visitor.Press();

        var step = await Latest(cairn);
        Assert.Equal(("Dance to one song", null), (step.Name, step.Ladder));
        Assert.Equal(1, await cairn.Look(db => db.Steps.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Where_nothing_fits_there_are_examples_of_the_area_and_own_words(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Say(visitor, "qwrtzpxv", "work");

        Assert.Equal(
            ["expense-claims", "thesis-writing"],
            visitor.Page.QuerySelectorAll("a.ladder").Select(a => a.GetAttribute("href")!.Split('=')[1]).Order()
        );
        visitor.Fill("name", "Grease the gears");
        await visitor.Press();

        var step = await Latest(cairn);
        Assert.Equal(("Grease the gears", null, 1.0), (step.Name, step.Ladder, step.WorstDay));
    }

    [Theory, EachDatabase]
    public async Task A_typing_slip_keeps_the_ladder_and_what_was_typed(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Say(visitor, "I would love to go for a walk", "health");
        await Take(visitor, "short-walk");

        visitor.Fill("amount", "some");
        await visitor.Press();

        Assert.Equal(
            ("A short walk", "some", "short-walk"),
            (Field(visitor, "name"), Field(visitor, "amount"), Field(visitor, "ladder"))
        );
    }

    [Theory, EachDatabase]
    public async Task A_ladder_that_nobody_knows_is_own_words(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Say(visitor, "I would love to go for a walk", "health");

        await visitor.Open(visitor.Path + "?ladder=no-such");

        Assert.True(string.IsNullOrEmpty(Field(visitor, "ladder")));
        Assert.NotEmpty(visitor.Page.QuerySelectorAll("a.ladder"));
    }

    [Fact]
    public void Each_example_begins_on_a_ladder_of_its_area() =>
        Assert.All(
            Example.All,
            example => Assert.Equal(example.Area, Ladders.Library.Ours.Named(example.Ladder)?.Area)
        );

    private static async Task Say(Visitor visitor, string goal, string area)
    {
        await visitor.Open("/welcome");
        visitor.Fill("title", goal);
        await visitor.Press("area", area);
    }

    private static Task Take(Visitor visitor, string ladder) =>
        visitor.Open(
            visitor.Page.QuerySelector($"a.ladder[href$='={ladder}']")?.GetAttribute("href")
                ?? throw new InvalidOperationException($"{ladder} is not offered: {visitor.Text}")
        );

    private static string? Field(Visitor visitor, string name) =>
        visitor.Page.QuerySelector($"input[name='{name}']")!.GetAttribute("value");

    private static Task<StepVersion> Latest(TestCairn cairn) =>
        cairn.Look(db => db.StepVersions.AsNoTracking().OrderByDescending(v => v.Number).FirstAsync());
}
