using System.Net;
using AngleSharp.Dom;
using Cairn.Data;
using Cairn.Engine.Schedule;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Steps;

[InAnyZone]
public sealed class StepEditorTests
{
    private static readonly string[] TextFields = ["name", "unit", "cue", "place", "obstacle", "planB", "goodEnough"];

    [Theory, EachDatabase]
    public async Task All_that_is_planned_around_a_step_is_a_version_with_its_day(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var step = await Begin(cairn, visitor);
        cairn.Clock.Advance(TimeSpan.FromDays(2));

        await Save(
            visitor,
            step,
            form =>
            {
                (form["place"], form["time"], form["rehearsed"]) = ("by the window", "07:30", "true");
                (form["obstacle"], form["planB"]) = ("it rains", "I climb the stairs once");
                form["goodEnough"] = "I have been outside";
                (form["worstDay"], form["enough"]) = ("1,5", "30");
                (form["rhythm"], form["onMonday"], form["onThursday"]) = ("days", "true", "true");
            }
        );

        Assert.Contains("Saved. It holds from today on.", visitor.Text, StringComparison.Ordinal);
        var versions = await Versions(cairn);
        var (before, now) = (versions[^2], versions[^1]);
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 4)), (before.From, now.From));
        Assert.Equal(("by the window", new TimeOnly(7, 30), true), (now.Place, now.Time, now.Rehearsed));
        Assert.Equal(("it rains", "I climb the stairs once"), (now.Obstacle, now.PlanB));
        Assert.Equal(("I have been outside", 1.5, 30.0), (now.GoodEnough, now.WorstDay, now.Enough));
        Assert.Equal(Rhythm.On(Weekdays.Monday | Weekdays.Thursday), now.Rhythm);
        Assert.Equal(("Walk", "min", 20.0, "pour the coffee"), (now.Name, now.Unit, now.Stated, now.Cue));
        Assert.Null(before.PlanB);
        await visitor.Open(step);
        Assert.True(visitor.Page.QuerySelector("[name=onThursday]")!.HasAttribute("checked"));
        Assert.Equal("07:30", Value(visitor, "time"));
    }

    [Theory, EachDatabase]
    public async Task A_suggestion_is_put_in_and_can_be_changed_before_anything_is_saved(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var step = await Begin(cairn, visitor);
        await visitor.Open(step);
        visitor.Fill("goodEnough", "I have my shoes on");

        await visitor.Press("take", "plan-0");
        Assert.NotEqual("", Value(visitor, "obstacle"));
        Assert.NotEqual("", Value(visitor, "planB"));
        Assert.Equal("I have my shoes on", Value(visitor, "goodEnough"));
        await visitor.Press("take", "cue-1");
        Assert.NotEqual("pour the coffee", Value(visitor, "cue"));
        Assert.Equal("pour the coffee", (await Versions(cairn))[^1].Cue);

        visitor.Fill("planB", "I stand outside the door");
        await visitor.Press();
        Assert.Equal("I stand outside the door", (await Versions(cairn))[^1].PlanB);
    }

    [Theory, EachDatabase]
    public async Task Good_enough_stands_at_the_end_of_the_step_and_plan_B_where_something_came_in_between(
        Database database
    )
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var step = await Begin(cairn, visitor);
        await Save(
            visitor,
            step,
            form =>
            {
                (form["obstacle"], form["planB"]) = ("it rains", "I climb the stairs once");
                form["goodEnough"] = "I have been outside";
            }
        );

        await visitor.Open("/");
        Assert.Contains("Good enough when: I have been outside", visitor.Text, StringComparison.Ordinal);
        await visitor.Press("reason", "Outside");
        Assert.Contains(
            "If it rains: I climb the stairs once",
            visitor.Page.QuerySelector(".answer")!.TextContent,
            StringComparison.Ordinal
        );
        await visitor.Press("tier", "Floor");
        Assert.Contains(
            "good enough when I have been outside",
            visitor.Page.QuerySelector(".answer")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory, EachDatabase]
    public async Task Two_browsers_at_once_lose_no_change(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        using var other = cairn.Visit();
        var step = await Begin(cairn, visitor);
        await other.Open(step);
        await Save(visitor, step, form => form["place"] = "in the park");

        other.Fill("place", "in the hall");
        other.Fill("planB", "the stairs");
        await other.Press("take", "cue-0");
        await other.Press();

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("changed elsewhere", other.Text, StringComparison.Ordinal);
        Assert.Contains("in the park", other.Page.QuerySelector(".elsewhere")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("in the hall", "the stairs"), (Value(other, "place"), Value(other, "planB")));
        Assert.Equal("in the park", (await Versions(cairn))[^1].Place);
        await other.Press();
        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.Equal("in the hall", (await Versions(cairn))[^1].Place);
    }

    [Theory, EachDatabase]
    public async Task The_same_change_sent_twice_is_one_and_no_change_is_none(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var step = await Begin(cairn, visitor);
        await visitor.Open(step);
        var before = (await Versions(cairn)).Count;
        var form = visitor.FieldsFor(visitor.FindButton());

        await visitor.Post(step, form);
        Assert.Equal(before, (await Versions(cairn)).Count);
        form["place"] = "in the park";
        await visitor.Post(step, form);
        await visitor.Post(step, form);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(before + 1, (await Versions(cairn)).Count);
    }

    [Theory, EachDatabase]
    public async Task Whatever_is_typed_is_shown_as_typed_or_refused_with_a_sentence(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var step = await Begin(cairn, visitor);
        foreach (var text in Texts.All)
        {
            await Save(
                visitor,
                step,
                form =>
                {
                    foreach (var field in TextFields)
                    {
                        form[field] = text;
                    }
                }
            );
            if (text.Length > CairnDb.UnitLength)
            {
                Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
                Assert.Contains("Please shorten it", visitor.Text, StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal(HttpStatusCode.OK, visitor.Status);
            }

            Assert.All(TextFields, field => Assert.Equal(text, Value(visitor, field)));
            Assert.Empty(visitor.Page.QuerySelectorAll("main script, main img"));
            await visitor.Open("/");
            Assert.Empty(visitor.Page.QuerySelectorAll("main script, main img"));
        }
    }

    [Theory]
    [InlineData("amount", "", "a number above 0")]
    [InlineData("amount", "many", "a number above 0")]
    [InlineData("amount", "-3", "a number above 0")]
    [InlineData("enough", "0", "a number above 0")]
    [InlineData("pinned", "1e9", "a number above 0")]
    [InlineData("name", " ", "what do you do?")]
    [InlineData("time", "25:00", "07:30")]
    [InlineData("rhythm", "days", "at least one day")]
    [InlineData("rhythm", "never", "Choose how often")]
    [InlineData("times", "8", "from 1 to 7")]
    [InlineData("everyDays", "367", "from 1 to 366")]
    public async Task What_cannot_be_gets_a_sentence_and_nothing_is_lost(string field, string typed, string sentence)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        var step = await Begin(cairn, visitor);
        var before = (await Versions(cairn)).Count;

        await Save(
            visitor,
            step,
            form =>
            {
                form["planB"] = "the stairs";
                form[field] = typed;
                form["rhythm"] =
                    field == "times" ? "week"
                    : field == "everyDays" ? "every"
                    : form["rhythm"];
            }
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains(sentence, visitor.Text, StringComparison.Ordinal);
        Assert.Equal("the stairs", Value(visitor, "planB"));
        Assert.Equal(before, (await Versions(cairn)).Count);
    }

    [Theory]
    [InlineData("daily", "", "", null)]
    [InlineData("week", "3", "", "3/week")]
    [InlineData("week", "7", "", null)]
    [InlineData("every", "", "4", "every 4 days")]
    public async Task How_often_is_stored_as_the_engine_writes_it(string kind, string times, string every, string? days)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        var step = await Begin(cairn, visitor);

        await Save(visitor, step, form => (form["rhythm"], form["times"], form["everyDays"]) = (kind, times, every));

        Assert.Equal(days, (await Versions(cairn))[^1].Days);
        await visitor.Open(step);
        Assert.Equal(
            days is null ? "daily" : kind,
            visitor.Page.QuerySelector("[name=rhythm][checked]")!.GetAttribute("value")
        );
    }

    [Theory, EachDatabase]
    public async Task The_step_of_somebody_else_is_not_here(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var (theirs, _) = await Strangers.Settle(cairn);

        await visitor.Open($"/steps/{theirs}");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await visitor.Post(
            $"/steps/{theirs}",
            new()
            {
                ["id"] = $"{Guid.CreateVersion7(TestCairn.Monday)}",
                ["number"] = "1",
                ["name"] = "Mine now",
            }
        );
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Equal(1, await cairn.Look(db => db.StepVersions.CountAsync(version => version.StepId == theirs)));
    }

    private static async Task<string> Begin(TestCairn cairn, Visitor visitor)
    {
        await visitor.Begin();
        return await cairn.FirstStep();
    }

    private static async Task Save(Visitor visitor, string step, Action<Dictionary<string, string>> change)
    {
        await visitor.Open(step);
        var form = visitor.FieldsFor(visitor.FindButton());
        change(form);
        await visitor.Post(step, form);
    }

    private static string Value(Visitor visitor, string field) =>
        visitor.Page.QuerySelector($"[name={field}]")!.GetAttribute("value") ?? "";

    private static Task<List<StepVersion>> Versions(TestCairn cairn) =>
        cairn.Look(db => db.StepVersions.AsNoTracking().OrderBy(version => version.Number).ToListAsync());
}
