using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Goals.Breakdown;

/// <summary>The breakdown as somebody without JavaScript meets it.</summary>
[InAnyZone]
public sealed class BreakdownTests
{
    [Theory, EachDatabase]
    public async Task From_a_goal_to_small_steps_that_are_only_kept_once_they_were_looked_at(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Goal(cairn, visitor);

        await visitor.Open(path);
        await visitor.Press("blocker", "TooBig");

        Assert.Contains("nothing is saved yet", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Spend two minutes listing the parts of “Move more”", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(0, await cairn.Look(db => db.Outlines.CountAsync()));

        await Press(visitor, path, "save");

        Assert.Contains("Saved. The first one is on Today", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(1, await cairn.Look(db => db.Outlines.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_new_person_gets_leaves_of_a_few_minutes(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Goal(cairn, visitor);

        await visitor.Open(path);
        await visitor.Press("blocker", "Distraction");

        var minutes = visitor
            .Page.QuerySelectorAll<IHtmlInputElement>(".tree .row:not(.group) input[name=minutes]")
            .Select(input => int.Parse(input.Value, CultureInfo.InvariantCulture));
        Assert.All(minutes, size => Assert.InRange(size, 1, 10));
        Assert.Empty(visitor.Page.QuerySelectorAll(".tree .large"));
    }

    [Theory, EachDatabase]
    public async Task Today_shows_one_task_at_a_time_and_each_is_a_stone(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Goal(cairn, visitor);
        await Keep(visitor, path, "0 Project 0", "1 Open the file 2", "1 Write a line 3", "1 Send it 2");

        await visitor.Open("/");
        Assert.Equal(["Open the file"], TasksOf(visitor));
        await visitor.Press(within: "li[data-kind=task] .bars");
        Assert.Equal(["Open the file", "Write a line"], TasksOf(visitor));
        await visitor.Press(within: "li[data-kind=task] .bars"); // taken back
        Assert.Equal(["Open the file"], TasksOf(visitor));
        await visitor.Press(within: "li[data-kind=task] .bars");
        Assert.Equal(["Open the file", "Write a line"], TasksOf(visitor));

        cairn.Clock.Advance(TimeSpan.FromDays(1));
        await visitor.Open("/");
        Assert.Equal(["Write a line"], TasksOf(visitor));
        await visitor.Open(path);
        Assert.Equal("Open the file", visitor.Page.QuerySelector(".tree .done textarea")!.TextContent);
        Assert.Contains("Next on Today: Write a line", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_was_made_smaller_on_Today_is_smaller_in_the_tree(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Goal(cairn, visitor);
        await Keep(visitor, path, "0 Write a line 10");

        await visitor.Open("/");
        var row = visitor.Page.QuerySelector("li[data-kind=task]")!.GetAttribute("data-step")!;
        await visitor.Post(
            "/act/smaller",
            new() { ["id"] = $"{Guid.CreateVersion7(TestCairn.Monday)}", ["step"] = row }
        );
        await visitor.Open(path);

        Assert.Equal("5", visitor.Page.QuerySelector<IHtmlInputElement>(".tree input[name=minutes]")!.Value);
    }

    [Theory, EachDatabase]
    public async Task The_buttons_work_without_a_script_and_save_nothing(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Goal(cairn, visitor);
        await Keep(visitor, path, "0 a 3", "0 b 3", "0 c 60");
        await visitor.Open(path);

        await Press(visitor, path, "up", at: 1);
        Assert.Equal("0 b,0 a,0 c", Said(visitor));
        await Press(visitor, path, "in", at: 1);
        Assert.Equal("0 b,1 a,0 c", Said(visitor));
        await Press(visitor, path, "smaller", at: 2);
        Assert.Equal("30", visitor.Page.QuerySelectorAll<IHtmlInputElement>("input[name=minutes]").ElementAt(2).Value);
        await Press(visitor, path, "split", at: 2);
        Assert.StartsWith(
            "0 b,1 a,0 c,1 c: the first two minutes,1 c: part 1 of ",
            Said(visitor),
            StringComparison.Ordinal
        );
        await Press(visitor, path, "remove", at: 0);
        Assert.StartsWith("0 a,0 c", Said(visitor), StringComparison.Ordinal);
        await Press(visitor, path, "add", at: 0);
        Assert.StartsWith("0 a,0 ,0 c", Said(visitor), StringComparison.Ordinal);
        Assert.Equal(1, await cairn.Look(db => db.Outlines.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Two_windows_that_change_one_tree_get_a_sentence_and_lose_nothing(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var one = cairn.Visit();
        using var other = cairn.Visit();
        var path = await Goal(cairn, one);
        await Keep(one, path, "0 a 3", "0 b 3");
        await one.Open(path);
        await other.Open(path);

        await Press(one, path, "add", at: 0);
        SetText(one, 1, "mine");
        await Press(one, path, "save");
        Assert.Equal(HttpStatusCode.OK, one.Status);

        SetText(other, 1, "b, theirs");
        await Press(other, path, "save");

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("changed in another window", other.Text, StringComparison.Ordinal);
        Assert.Equal("0 a,0 mine,0 b, theirs", Said(other));
        await Press(other, path, "save");
        Assert.Equal(HttpStatusCode.OK, other.Status);
        await one.Open(path);
        Assert.Equal("0 a,0 mine,0 b, theirs", Said(one));
    }

    [Theory, EachDatabase]
    public async Task The_same_save_sent_twice_is_one(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Goal(cairn, visitor);
        await Keep(visitor, path, "0 a 3", "0 b 3");
        await visitor.Open(path);
        SetText(visitor, 0, "a changed");
        var form = FormOf(visitor, "save");

        await Post(visitor, path, form);
        await Post(visitor, path, form);

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(2, await cairn.Look(db => db.Outlines.CountAsync()));
        Assert.Equal(1, await cairn.Look(db => db.Steps.CountAsync(step => step.Kind == StepKind.Task)));
    }

    [Theory, EachDatabase]
    public async Task Hostile_text_is_shown_as_typed_or_refused_with_a_sentence_that_keeps_it(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Goal(cairn, visitor);
        await Keep(visitor, path, "0 a 3");
        foreach (
            var text in new[]
            {
                "<script>alert(1)</script>",
                "اكتب سطرا \u202e واحدا",
                "👩‍👩‍👧‍👦 🧗🏽‍♀️",
                "\"'&amp;</textarea>",
            }
        )
        {
            await visitor.Open(path);
            SetText(visitor, 0, text);
            await Press(visitor, path, "save");
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            Assert.Equal(text, visitor.Page.QuerySelector(".tree textarea")!.TextContent);
            Assert.Empty(visitor.Page.QuerySelectorAll("main script"));
            await visitor.Open("/");
            Assert.Contains(text, TasksOf(visitor));
        }

        var tooLong = new string('z', 10_000);
        await visitor.Open(path);
        SetText(visitor, 0, tooLong);
        await Press(visitor, path, "save");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("At most 200 characters fit here", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(tooLong, visitor.Page.QuerySelector(".tree textarea")!.TextContent);
        await visitor.Post($"{path}/why", new() { ["task"] = tooLong, ["blocker"] = "Fear" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(tooLong, visitor.Page.QuerySelector("textarea")!.TextContent);
        await Keep(visitor, path, "0 one\0two 3");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal("one\uFFFDtwo", visitor.Page.QuerySelector(".tree textarea")!.TextContent);
    }

    [Theory, EachDatabase]
    public async Task The_tree_of_a_goal_that_was_let_go_puts_nothing_on_Today_until_it_is_taken_up_again(
        Database database
    )
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Goal(cairn, visitor);
        var goal = path[..path.LastIndexOf('/')];
        await Keep(visitor, path, "0 a 3", "0 b 3", "0 c 3");
        await visitor.Open(goal);
        await visitor.Press("state", "LetGo");

        await visitor.Open(path);
        SetText(visitor, 1, "b in other words");
        await Press(visitor, path, "save");
        Assert.Equal("0 a,0 b in other words,0 c", Said(visitor));
        await visitor.Open("/?later=true");
        Assert.Empty(TasksOf(visitor));

        await visitor.Open(path);
        await Press(visitor, path, "remove", at: 0);
        await Press(visitor, path, "save");
        await visitor.Open("/?later=true");
        Assert.Empty(TasksOf(visitor));

        await visitor.Open(goal);
        await visitor.Press("state", "Open");
        await visitor.Open("/");
        Assert.Equal(["b in other words"], TasksOf(visitor));
    }

    [Theory, EachDatabase]
    public async Task Nobody_reaches_the_tree_of_somebody_else(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var mine = await Goal(cairn, visitor);
        var (step, _) = await Strangers.Settle(cairn);
        var goal = await cairn.Look(db => db.Steps.Where(s => s.Id == step).Select(s => s.GoalId).SingleAsync());
        var theirs = $"/goals/{goal}/breakdown";

        foreach (var path in new[] { theirs, $"{theirs}/why" })
        {
            await visitor.Open(path);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }

        await Keep(visitor, theirs, "0 a 3");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await visitor.Post($"{theirs}/why", new() { ["task"] = "a", ["blocker"] = "Fear" });
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Equal(0, await cairn.Look(db => db.Outlines.CountAsync()));

        // A row that bears the id of my own practice is a new row, and the practice stays what it is.
        var practice = await cairn.Look(db => db.Steps.Where(s => s.Id != step).Select(s => s.Id).SingleAsync());
        await Post(visitor, mine, [new("number", "0"), new("do", "save"), .. Row(practice, "0 a 3")]);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(
            "Walk",
            await cairn.Look(db =>
                db.StepVersions.Where(v => v.StepId == practice)
                    .OrderByDescending(v => v.Number)
                    .Select(v => v.Name)
                    .FirstAsync()
            )
        );
    }

    [Theory, EachDatabase]
    public async Task Five_hundred_tasks_cost_Today_no_more_than_one(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var path = await Goal(cairn, visitor);

        await Keep(visitor, path, [.. Enumerable.Range(0, 500).Select(i => $"{i % 6} Do piece {i} 3")]);

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(500, visitor.Page.QuerySelectorAll(".tree .row").Length);
        Assert.Equal(1, await cairn.Look(db => db.Steps.CountAsync(step => step.Kind == StepKind.Task)));
        Assert.InRange(await QueryCount.During(cairn, () => visitor.Open("/")), 1, 6);
        Assert.InRange(await QueryCount.During(cairn, () => visitor.Open(path)), 1, 8);
    }

    private static async Task<string> Goal(TestCairn cairn, Visitor visitor)
    {
        await visitor.Begin();
        return $"{await cairn.FirstGoal()}/breakdown";
    }

    private static List<string> TasksOf(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll("li[data-kind=task] .step-words b").Select(name => name.TextContent)];

    private static string Said(Visitor visitor) =>
        string.Join(
            ',',
            visitor
                .Page.QuerySelectorAll(".tree .row")
                .Select(row => $"{row.GetAttribute("data-depth")} {row.QuerySelector("textarea")!.TextContent}")
        );

    private static void SetText(Visitor visitor, int at, string text) =>
        visitor.Page.QuerySelectorAll<IHtmlTextAreaElement>(".tree textarea").ElementAt(at).Value = text;

    private static List<KeyValuePair<string, string>> FormOf(Visitor visitor, string press, int? at = null)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("do", press),
            .. visitor
                .Page.QuerySelectorAll("form.breakdown input[type=hidden], .tree input[type=text]")
                .Cast<IHtmlInputElement>()
                .Select(input => new KeyValuePair<string, string>(input.Name!, input.Value)),
            .. visitor
                .Page.QuerySelectorAll<IHtmlTextAreaElement>(".tree textarea")
                .Select(area => new KeyValuePair<string, string>("text", area.Value)),
        ];
        if (at is { } row)
        {
            fields.Add(
                new("at", visitor.Page.QuerySelectorAll<IHtmlInputElement>(".tree [name=at]").ElementAt(row).Value)
            );
        }

        return fields;
    }

    private static Task Press(Visitor visitor, string path, string button, int? at = null) =>
        Post(visitor, path, FormOf(visitor, button, at));

    private static Task Keep(Visitor visitor, string path, params string[] rows) =>
        Post(
            visitor,
            path,
            [
                new("number", "0"),
                new("do", "save"),
                .. rows.SelectMany(row => Row(Guid.CreateVersion7(TestCairn.Monday), row)),
            ]
        );

    private static IEnumerable<KeyValuePair<string, string>> Row(Guid id, string row)
    {
        var end = row.LastIndexOf(' ');
        return
        [
            new("task", $"{id}"),
            new("depth", row[..1]),
            new("text", row[2..end]),
            new("minutes", row[(end + 1)..]),
        ];
    }

    private static Task Post(Visitor visitor, string path, List<KeyValuePair<string, string>> fields) =>
        visitor.PostAll(path, fields);
}
