using System.Net;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Today;

public sealed class FirstWinTests
{
    [Theory, EachDatabase]
    public async Task A_newcomer_is_asked_what_to_move(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();

        await visitor.Open("/");

        Assert.Equal("/welcome", visitor.Path);
        Assert.Contains("What would you like to move?", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Three_answers_and_a_tap_lay_the_first_stone(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();

        await visitor.Begin();
        Assert.Contains("Walk", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("after I pour the coffee", visitor.Text, StringComparison.Ordinal);
        await visitor.Press("tier", "Floor");

        Assert.Contains("Your first stone", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("1 stone today", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Tomorrow", visitor.Text, StringComparison.Ordinal);
        var entry = await cairn.Look(db => db.Entries.SingleAsync());
        Assert.Equal(new DateOnly(2026, 3, 2), entry.Day);
        Assert.Equal("Europe/Berlin", entry.Zone);
        Assert.Equal(TestCairn.Monday, entry.At);
    }

    [Theory, EachDatabase]
    public async Task Undo_takes_the_stone_back_and_keeps_the_fact(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Floor");

        await visitor.Press(within: ".answer");

        Assert.DoesNotContain("1 stone today", visitor.Text, StringComparison.Ordinal);
        var entries = await cairn.Look(db => db.Entries.OrderBy(entry => entry.At).ToListAsync());
        Assert.Equal(2, entries.Count);
        Assert.Single(entries, entry => entry.SupersededBy is null && entry.Outcome == Outcome.TakenBack);
    }

    [Theory, EachDatabase]
    public async Task A_second_tap_on_a_bar_takes_it_back_and_a_tap_on_another_replaces_it(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();

        await visitor.Press("tier", "Floor");
        await visitor.Press("tier", "Target");
        Assert.Equal("Target", Pressed(visitor));
        await visitor.Press("tier", "Target");
        Assert.Null(Pressed(visitor));
        await visitor.Press("tier", "Floor");

        Assert.Equal("Floor", Pressed(visitor));
        Assert.Equal(1, await cairn.Look(db => db.Entries.CountAsync(entry => entry.SupersededBy == null)));
    }

    [Theory, EachDatabase]
    public async Task Bars_of_a_day_stay_as_they_were_when_something_was_logged(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var before = Amounts(visitor);

        await visitor.Press("tier", "Floor");

        Assert.Equal(before, Amounts(visitor));
    }

    [Theory, EachDatabase]
    public async Task The_next_day_begins_anew_and_yesterdays_stone_is_still_there(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Target");

        cairn.Clock.Advance(TimeSpan.FromDays(1));
        await visitor.Open("/");

        Assert.Contains("Tuesday", visitor.Text, StringComparison.Ordinal);
        Assert.Null(Pressed(visitor));
        Assert.Contains("1 of the last 7 days", visitor.Page.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Somebody_elses_step_and_entry_are_not_there(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var (step, entry) = await Strangers.Settle(cairn);

        await visitor.Post(
            "/act/win",
            new()
            {
                ["id"] = NewId(),
                ["step"] = $"{step}",
                ["tier"] = "Floor",
            }
        );
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await visitor.Post("/act/takeBack", new() { ["id"] = NewId(), ["entry"] = $"{entry}" });
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);

        Assert.Equal(1, await cairn.Look(db => db.Entries.CountAsync()));
    }

    private static string NewId() => Guid.CreateVersion7(TestCairn.Monday).ToString();

    private static string? Pressed(Visitor visitor) =>
        visitor.Page.QuerySelector("button[aria-pressed='true']")?.GetAttribute("value");

    private static string[] Amounts(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll(".bar b").Select(bar => bar.TextContent)];
}
