using System.Net;
using AngleSharp.Dom;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Unstick;

public sealed class UnstickTests
{
    [Theory, EachDatabase]
    public async Task Three_questions_end_with_two_minutes_that_are_a_stone(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var goal = await cairn.Look(db => db.Goals.SingleAsync());

        await visitor.Open($"/goals/{goal.Id}/unstick");
        Assert.Contains("Move more", visitor.Text, StringComparison.Ordinal);
        await visitor.Press("blocker", "LowEnergy");
        Assert.Contains("two minutes", visitor.Text, StringComparison.Ordinal);
        await visitor.Press("what", "Lay what you need within reach");
        await visitor.Press("first", "Put the phone out of sight");
        Assert.Equal(1, await cairn.Look(db => db.Steps.CountAsync())); // nothing is begun yet
        await visitor.Press();

        Assert.Contains("Lay what you need within reach", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("until 12:02", visitor.Text, StringComparison.Ordinal); // the person's own clock
        await visitor.Press();
        Assert.Contains("A stone.", visitor.Text, StringComparison.Ordinal);
        var entry = await cairn.Look(db => db.Entries.SingleAsync());
        Assert.True(entry.IsWin);
        Assert.Equal((StepKind.Task, 2.0), (entry.Kind, entry.Bars.Target));
        await visitor.Press(); // taken back
        Assert.Contains("until 12:02", visitor.Text, StringComparison.Ordinal);
        Assert.False(
            await cairn.Look(db =>
                db.Entries.Where(e => e.SupersededBy == null).AnyAsync(e => e.Outcome == Outcome.Won)
            )
        );
    }

    [Theory, EachDatabase]
    public async Task A_step_that_was_put_off_twice_is_offered_on_Today_until_something_moves(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        for (var day = 0; day < 2; day++)
        {
            await visitor.Open("/");
            Assert.Null(visitor.Page.QuerySelector(".stuck"));
            await visitor.Press("reason", "TooBig");
            cairn.Clock.Advance(TimeSpan.FromDays(1));
        }

        await visitor.Open("/");
        Assert.Contains(
            "“Walk” has waited twice",
            visitor.Page.QuerySelector(".stuck")!.TextContent,
            StringComparison.Ordinal
        );
        await visitor.Open(visitor.Page.QuerySelector(".stuck a")!.GetAttribute("href")!);
        Assert.Contains("“Walk”", visitor.Text, StringComparison.Ordinal);

        await visitor.Open("/");
        await visitor.Press("tier", "Target");
        Assert.Null(visitor.Page.QuerySelector(".stuck"));
        cairn.Clock.Advance(TimeSpan.FromDays(1));
        await visitor.Open("/");
        Assert.Null(visitor.Page.QuerySelector(".stuck"));
    }

    [Theory, EachDatabase]
    public async Task A_goal_that_is_quiet_for_two_weeks_is_offered_and_a_paused_one_is_not(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        cairn.Clock.Advance(TimeSpan.FromDays(13));
        await visitor.Open("/");
        Assert.Null(visitor.Page.QuerySelector(".stuck"));
        cairn.Clock.Advance(TimeSpan.FromDays(1));
        await visitor.Open("/");
        Assert.Contains(
            "quiet around “Walk”",
            visitor.Page.QuerySelector(".stuck")!.TextContent,
            StringComparison.Ordinal
        );

        var step = await cairn.Look(db => db.Steps.SingleAsync());
        await visitor.Post(
            "/act/pause",
            new() { ["id"] = $"{Guid.CreateVersion7(TestCairn.Monday)}", ["step"] = $"{step.Id}" }
        );
        await visitor.Open("/");
        Assert.Null(visitor.Page.QuerySelector(".stuck"));
    }

    [Theory, EachDatabase]
    public async Task The_same_start_sent_twice_is_one_and_words_that_do_not_fit_get_a_sentence(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var goal = await cairn.Look(db => db.Goals.SingleAsync());
        var path = $"/goals/{goal.Id}/unstick";
        var id = $"{Guid.CreateVersion7(TestCairn.Monday)}";

        foreach (var text in new[] { "<script>alert(1)</script>", "<script>alert(1)</script>" })
        {
            await visitor.Post($"{path}/start", new() { ["id"] = id, ["what"] = text });
            Assert.Equal($"/now/{id}", visitor.Path);
            Assert.Equal(text, visitor.Page.QuerySelector("h1")!.TextContent);
            Assert.Empty(visitor.Page.QuerySelectorAll("main script"));
        }

        Assert.Equal(2, await cairn.Look(db => db.Steps.CountAsync()));
        var tooLong = new string('م', 10_000);
        await visitor.Post(path, new() { ["blocker"] = "Fear", ["own"] = tooLong });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(tooLong, visitor.Page.QuerySelector("textarea")!.TextContent);
        await visitor.Post(path, new() { ["blocker"] = "Fear", ["own"] = " " });
        Assert.Contains("a few words are enough", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Less_than_usual_is_offered_once_and_not_on_the_day_after_it_was_answered(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await Live(day => true, 45);
        await visitor.Open("/");
        Assert.Null(Offer());

        await Live(day => day % 4 == 0, 23);
        await visitor.Open("/");
        Assert.Contains("“Walk” has had less room lately", Offer()!.TextContent, StringComparison.Ordinal);
        Assert.InRange(await QueryCount.During(cairn, () => visitor.Open("/")), 1, 6);

        await visitor.Press(within: ".stuck"); // not now
        Assert.Equal("/", visitor.Path);
        Assert.Null(Offer());
        await visitor.NextDay(cairn);
        Assert.Null(Offer());
        await visitor.NextDay(cairn);
        var link = Offer()!.QuerySelector("a")!.GetAttribute("href")!;

        await visitor.Open(link);
        await visitor.Press("blocker", "LowEnergy");
        await visitor.Press("what", "Lay what you need within reach");
        await visitor.Press("first", "-");
        await visitor.Press();
        await visitor.Open("/");
        Assert.Null(Offer());
        await visitor.NextDay(cairn);
        Assert.Null(Offer());
        await visitor.NextDay(cairn);
        Assert.NotNull(Offer());

        IElement? Offer() => visitor.Page.QuerySelectorAll(".stuck").SingleOrDefault();

        async Task Live(Predicate<int> wins, int days)
        {
            for (var day = 0; day < days; day++)
            {
                if (wins(day))
                {
                    await visitor.Open("/");
                    await visitor.Press("tier", "Target");
                }

                cairn.Clock.Advance(TimeSpan.FromDays(1));
            }
        }
    }

    [Theory, EachDatabase]
    public async Task Of_a_goal_that_was_let_go_nothing_begins(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var goal = await cairn.FirstGoal();
        await visitor.Open(goal);
        await visitor.Press("state", "LetGo");
        var steps = await cairn.Look(db => db.Steps.CountAsync());

        await visitor.Open($"{goal}/unstick");
        Assert.Equal(goal, visitor.Path);
        var start = new Dictionary<string, string>
        {
            ["id"] = $"{Guid.CreateVersion7(TestCairn.Monday)}",
            ["what"] = "Lay out the shoes",
        };
        await visitor.Post($"{goal}/unstick/start", start);
        Assert.Equal(goal, visitor.Path);
        Assert.Contains("Take it up again", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(steps, await cairn.Look(db => db.Steps.CountAsync()));

        await visitor.Press("state", "Open");
        await visitor.Post($"{goal}/unstick/start", start);
        Assert.Equal(steps + 1, await cairn.Look(db => db.Steps.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Nobody_unsticks_what_is_not_theirs(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var mine = await cairn.Look(db => db.Goals.SingleAsync());
        var (step, _) = await Strangers.Settle(cairn);
        var goal = await cairn.Look(db => db.Steps.Where(s => s.Id == step).Select(s => s.GoalId).SingleAsync());

        foreach (
            var path in new[]
            {
                $"/goals/{goal}/unstick",
                $"/now?step={step}",
                $"/now/{step}",
                $"/goals/{mine.Id}/unstick?step={step}",
            }
        )
        {
            await visitor.Open(path);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }

        await visitor.Post($"/goals/{goal}/unstick", new() { ["blocker"] = "Fear" });
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        var before = await cairn.Look(db => db.Steps.CountAsync());
        await visitor.Post(
            $"/goals/{goal}/unstick/start",
            new() { ["id"] = $"{Guid.CreateVersion7(TestCairn.Monday)}", ["what"] = "a" }
        );
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Equal(before, await cairn.Look(db => db.Steps.CountAsync()));
    }
}
