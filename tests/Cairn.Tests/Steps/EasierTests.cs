using System.Net;
using AngleSharp.Dom;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Steps;

/// <summary>What stands in the way, and what would bring a step near: tiny tasks that are wins.</summary>
public sealed class EasierTests
{
    [Theory, EachDatabase]
    public async Task What_stands_in_the_way_is_put_on_Today_and_is_a_win_there(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Begin(cairn, visitor);

        await Add(visitor, path, "Friction", "Bring the shoes up from the cellar");
        await Add(visitor, path, "Environment", "Put the mat beside the bed");
        Assert.Equal(2, visitor.Page.QuerySelectorAll(".easier .rows li").Length);
        await visitor.Open("/");
        Assert.Single(visitor.Page.QuerySelectorAll(".step"));

        await visitor.Open(path);
        await visitor.Press("do", "begin");
        Assert.Equal(path, visitor.Path);
        await visitor.Open("/");
        Assert.Contains("Bring the shoes up from the cellar", visitor.Text, StringComparison.Ordinal);
        await visitor.Press(within: "form[action='/act/done']");
        Assert.Contains("1 stone today", visitor.Text, StringComparison.Ordinal);

        await visitor.Open(path);
        Assert.Single(visitor.Page.QuerySelectorAll(".easier .is-done"));
        Assert.Equal(1, await cairn.Look(db => db.Entries.CountAsync(entry => entry.Outcome == Outcome.Won)));
    }

    [Theory, EachDatabase]
    public async Task It_can_be_done_right_there(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Begin(cairn, visitor);
        await Add(visitor, path, "Friction", "Bring the shoes up");

        await visitor.Press("do", "begin");
        await visitor.Press(within: "form[action='/act/done']");

        Assert.Equal(path, visitor.Path);
        Assert.Single(visitor.Page.QuerySelectorAll(".easier .is-done"));
    }

    [Theory, EachDatabase]
    public async Task What_is_removed_leaves_Today_and_its_stone_stays(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Begin(cairn, visitor);
        await Add(visitor, path, "Friction", "Bring the shoes up");
        await visitor.Press("do", "begin");

        await visitor.Press("do", "remove");
        await visitor.Open("/");
        Assert.Single(visitor.Page.QuerySelectorAll(".step"));

        await Add(visitor, path, "Friction", "Clear the chair");
        await visitor.Press("do", "begin");
        await visitor.Press(within: "form[action='/act/done']");
        await visitor.Press("do", "remove");
        Assert.Empty(visitor.Page.QuerySelectorAll(".easier .rows li"));
        await visitor.Open("/");
        Assert.Contains("1 stone today", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_same_item_sent_twice_is_one_and_two_browsers_lose_none(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        using var other = cairn.Visit();
        var path = await Begin(cairn, visitor);
        await visitor.Open(path);
        await other.Open(path);
        var form = visitor.FieldsFor(visitor.FindButton("do", "add"));
        form["text"] = "Bring the shoes up";

        await visitor.Post(path, form);
        await visitor.Post(path, form);
        other.Fill("text", "Clear the chair");
        await other.Press("do", "add");

        Assert.Equal(
            ["Bring the shoes up", "Clear the chair"],
            other.Page.QuerySelectorAll(".easier .rows li > [dir]").Select(item => item.TextContent)
        );
    }

    [Theory, EachDatabase]
    public async Task What_the_ladder_knows_is_put_into_the_field_and_not_kept_before_one_says_so(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Begin(cairn, visitor);
        await visitor.Open(path);
        var idea = visitor.Page.QuerySelectorAll("a.idea")[1];

        await visitor.Open(idea.GetAttribute("href")!);
        Assert.Equal(idea.TextContent, visitor.Page.QuerySelector("#text-environment")!.GetAttribute("value"));
        Assert.Empty(visitor.Page.QuerySelectorAll(".easier .rows li"));
        await Add(visitor, path, "Environment", idea.TextContent);
        Assert.DoesNotContain(
            idea.TextContent,
            visitor.Page.QuerySelectorAll("a.idea").Select(other => other.TextContent)
        );
    }

    [Theory, EachDatabase]
    public async Task Whatever_is_typed_is_shown_as_typed_or_refused_with_a_sentence(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Begin(cairn, visitor);

        foreach (var text in Texts.All)
        {
            await Add(visitor, path, "Friction", text);
            if (text.Length > CairnDb.TitleLength)
            {
                Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
                Assert.Contains("Please shorten it", visitor.Text, StringComparison.Ordinal);
                Assert.Equal(text, visitor.Page.QuerySelector("#text-friction")!.GetAttribute("value"));
            }
            else
            {
                Assert.Equal(text, visitor.Page.QuerySelectorAll(".easier .rows li > [dir]")[^1].TextContent);
            }

            Assert.Empty(visitor.Page.QuerySelectorAll("main script, main img"));
        }

        await Add(visitor, path, "Friction", " ");
        Assert.Contains("A few words are needed", visitor.Text, StringComparison.Ordinal);
        await Add(visitor, path, "Tasks", "Not a list of this page");
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
    }

    [Theory, EachDatabase]
    public async Task Of_a_goal_that_was_let_go_nothing_is_put_on_Today(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Begin(cairn, visitor);
        var goal = await cairn.FirstGoal();
        await Add(visitor, path, "Friction", "Bring the shoes up");
        await visitor.Open(goal);
        await visitor.Press("state", "LetGo");

        await visitor.Open(path);
        await visitor.Press("do", "begin");

        Assert.Equal(goal, visitor.Path); // where it can be taken up again
        Assert.Equal(1, await cairn.Look(db => db.Steps.CountAsync()));
        await visitor.Press("state", "Open");
        await visitor.Open(path);
        await visitor.Press("do", "begin");
        Assert.Equal(2, await cairn.Look(db => db.Steps.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task The_lists_of_somebody_else_are_not_here(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var (theirs, _) = await Strangers.Settle(cairn);

        await visitor.Open($"/steps/{theirs}/easier");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        foreach (var what in new[] { "add", "remove", "begin" })
        {
            await visitor.Post(
                $"/steps/{theirs}/easier",
                new()
                {
                    ["item"] = $"{Guid.CreateVersion7(TestCairn.Monday)}",
                    ["kind"] = "Friction",
                    ["do"] = what,
                    ["text"] = "Mine now",
                }
            );
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }

        Assert.Equal(0, await cairn.Look(db => db.Outlines.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task It_costs_at_most_six_queries(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Begin(cairn, visitor);
        await Add(visitor, path, "Friction", "Bring the shoes up");

        Assert.InRange(await QueryCount.During(cairn, () => visitor.Open(path)), 1, 6);
    }

    private static async Task<string> Begin(TestCairn cairn, Visitor visitor)
    {
        await visitor.Begin();
        return $"{await cairn.FirstStep()}/easier";
    }

    private static async Task Add(Visitor visitor, string path, string kind, string text)
    {
        await visitor.Open(path);
        var form = visitor.FieldsFor(visitor.FindButton("do", "add"));
        (form["kind"], form["text"]) = (kind, text);
        await visitor.Post(path, form);
    }
}
