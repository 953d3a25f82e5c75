using System.Net;
using AngleSharp.Dom;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Goals;

public sealed class GoalPageTests
{
    [Theory, EachDatabase]
    public async Task It_shows_the_why_the_next_step_with_its_sizes_the_ladder_and_what_was_done(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var goal = await Begin(cairn, visitor);
        await Word(visitor, goal, "Move more", "To climb the tower with Ada");

        await visitor.Open(goal);
        Assert.Contains("To climb the tower with Ada", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("Walk", visitor.Page.QuerySelector(".next-name")!.TextContent);
        Assert.Equal(["2\u00A0min", "8\u00A0min", "15\u00A0min"], Texts(visitor, ".sizes dd"));
        Assert.Equal("8\u00A0min", visitor.Page.QuerySelector(".rungs [aria-current] b")!.TextContent);
        Assert.Contains("No stone yet", visitor.Text, StringComparison.Ordinal);

        await visitor.Open("/");
        await visitor.Press("tier", "Target");
        await visitor.Open(goal);
        Assert.Contains("1 stone", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("Walk, 8\u00A0min", visitor.Page.QuerySelector(".days-done [dir]")!.TextContent);
        Assert.Contains("Nothing is open here today", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("%", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_ladder_is_drawn_with_the_rung_on_which_one_stands(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.BeginWithALadder();

        await visitor.Open(await cairn.FirstGoal());

        var rungs = visitor.Page.QuerySelectorAll(".rungs li");
        Assert.True(rungs.Length >= 5, $"{rungs.Length} rungs");
        Assert.Equal(rungs.Length, visitor.Page.QuerySelectorAll(".ladder-picture .rung").Length);
        Assert.Single(visitor.Page.QuerySelectorAll(".rungs [aria-current]"));
        Assert.Contains(
            $"{rungs.Length} rungs",
            visitor.Page.QuerySelector(".ladder-picture svg")!.GetAttribute("aria-label"),
            StringComparison.Ordinal
        );
    }

    [Theory, EachDatabase]
    public async Task New_words_hold_from_a_day_on_and_the_old_ones_are_kept(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var goal = await Begin(cairn, visitor);
        cairn.Clock.Advance(TimeSpan.FromDays(3));

        await visitor.Open(goal);
        var form = visitor.FieldsFor(visitor.FindButton(within: ".words-of"));
        form["title"] = "Be outside";
        form["why"] = "For the light\r\nand the birds";
        await visitor.Post(goal, form);
        await visitor.Post(goal, form);

        Assert.Equal("Be outside", visitor.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("For the light\nand the birds", visitor.Page.QuerySelector(".goal-why")!.TextContent);
        var versions = await cairn.Look(db => db.GoalVersions.OrderBy(v => v.Number).ToListAsync());
        Assert.Equal(["Move more", "Be outside"], versions.Select(version => version.Title));
        Assert.Equal([new(2026, 3, 2), new DateOnly(2026, 3, 5)], versions.Select(version => version.From));
    }

    [Theory, EachDatabase]
    public async Task Two_browsers_at_once_lose_no_change(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        using var other = cairn.Visit();
        var goal = await Begin(cairn, visitor);
        await visitor.Open(goal);
        await other.Open(goal);

        await Word(visitor, goal, "From the phone", null);
        other.Fill("title", "From the desk");
        await other.Press(within: ".words-of");

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("changed elsewhere", other.Text, StringComparison.Ordinal);
        Assert.Contains("From the phone", other.Text, StringComparison.Ordinal);
        Assert.Equal("From the desk", other.Page.QuerySelector("#title")!.GetAttribute("value"));
        await other.Press(within: ".words-of");
        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.Equal(3, await cairn.Look(db => db.GoalVersions.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Another_area_holds_from_a_day_on_and_the_stones_before_keep_theirs(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var goal = await Begin(cairn, visitor);
        await visitor.Open("/");
        await visitor.Press("tier", "Target");
        cairn.Clock.Advance(TimeSpan.FromDays(2));

        await visitor.Open(goal);
        var form = visitor.FieldsFor(visitor.FindButton(within: ".words-of"));
        Assert.Equal("health", form["area"]);
        form["area"] = "work";
        await visitor.Post(goal, form);
        await visitor.Post(goal, form);

        Assert.Contains("Work", visitor.Page.QuerySelector(".place")!.TextContent, StringComparison.Ordinal);
        var versions = await cairn.Look(db => db.GoalVersions.OrderBy(v => v.Number).ToListAsync());
        Assert.Equal(["health", "work"], versions.Select(version => version.Area));
        Assert.Equal([new(2026, 3, 2), new DateOnly(2026, 3, 4)], versions.Select(version => version.From));
        var person = versions[0].PersonId;
        var life = await cairn.Look(db => Life.Read(db, person, new DateOnly(2026, 3, 4), CancellationToken.None));
        var step = Assert.Single(life.Steps);
        Assert.Equal(
            ["health", "health", "work", "work"],
            Enumerable.Range(0, 4).Select(day => step.AreaOn(new DateOnly(2026, 3, 2).AddDays(day)))
        );
        Assert.Equal("health", step.AreaOn(new DateOnly(2026, 1, 1))); // brought along from before

        form["area"] = "somewhere";
        form["id"] = $"{Guid.CreateVersion7(TestCairn.Monday)}";
        form["number"] = "2";
        await visitor.Post(goal, form);
        Assert.Equal("work", await cairn.Look(db => db.Goals.Select(g => g.Area).SingleAsync()));
    }

    [Theory, EachDatabase]
    public async Task It_rests_for_a_week_or_waits_and_goes_on_again(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var goal = await Begin(cairn, visitor);

        await visitor.Open(goal);
        await visitor.Press(within: "form[action='/act/pause']");
        Assert.Equal(goal, visitor.Path);
        Assert.Contains("It rests until", visitor.Text, StringComparison.Ordinal);
        await visitor.Open("/");
        Assert.Empty(visitor.Page.QuerySelectorAll(".step"));
        await visitor.Open("/goals");
        Assert.Contains("It rests just now", visitor.Text, StringComparison.Ordinal);

        await visitor.Open(goal);
        await visitor.Press(within: "form[action='/act/resume']");
        Assert.Equal("Walk", visitor.Page.QuerySelector(".next-name")!.TextContent);
    }

    [Theory, EachDatabase]
    public async Task Let_go_and_taken_up_again_it_puts_its_steps_away_and_brings_back_those(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var goal = await Begin(cairn, visitor);
        await visitor.Open("/");
        await visitor.Press("tier", "Target");
        await Begin(cairn, visitor);
        var alreadyPutAway = await SecondStepOf(cairn);

        await visitor.Open(goal);
        await visitor.Press("state", "LetGo");
        Assert.Equal(goal, visitor.Path);
        Assert.Contains("You let this go. That was a choice", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("1 stone", visitor.Text, StringComparison.Ordinal);
        await visitor.Open("/");
        Assert.Single(visitor.Page.QuerySelectorAll(".step"));
        await visitor.Open("/goals");
        Assert.Contains("Let go.", visitor.Page.QuerySelector(".folded-goals")!.TextContent, StringComparison.Ordinal);

        await visitor.Open(goal);
        await visitor.Press("state", "Open");
        await visitor.Open("/");
        Assert.Equal(2, visitor.Page.QuerySelectorAll(".step").Length);
        Assert.True(
            (await Latest(cairn, alreadyPutAway)).Archived,
            "a step that was put away before stays where it was put"
        );
        Assert.Equal(
            [GoalState.Open, GoalState.LetGo, GoalState.Open],
            await cairn.Look(db => db.GoalVersions.OrderBy(v => v.Number).Select(v => v.State).ToListAsync())
        );
    }

    [Theory, EachDatabase]
    public async Task Whether_it_still_matters_has_only_good_answers(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var goal = await Begin(cairn, visitor);

        await visitor.Open($"{goal}/matters");
        await visitor.Press(within: "form[action='/act/smaller']");
        Assert.Equal(goal, visitor.Path);
        Assert.Equal(["1\u00A0min", "3\u00A0min"], Texts(visitor, ".sizes dd").Take(2));
        await visitor.Open($"{goal}/matters");
        await visitor.Press("state", "LetGo");
        Assert.Contains("You let this go", visitor.Text, StringComparison.Ordinal);
        await visitor.Open($"{goal}/matters");
        Assert.Equal(goal, visitor.Path);
    }

    [Theory, EachDatabase]
    public async Task What_was_not_wanted_three_times_leads_to_that_question(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var goal = await Begin(cairn, visitor);
        for (var day = 0; day < 3; day++)
        {
            Assert.Null(visitor.Page.QuerySelector($"a[href='{goal}/matters']"));
            cairn.Clock.Advance(TimeSpan.FromDays(1));
            await visitor.Open("/");
            await visitor.Press("reason", "DidNotWant");
        }

        Assert.NotNull(visitor.Page.QuerySelector($".answer a[href='{goal}/matters']"));
    }

    [Theory, EachDatabase]
    public async Task The_goal_of_somebody_else_is_not_here(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var (step, _) = await Strangers.Settle(cairn);
        var theirs = await cairn.Look(db => db.Steps.Where(s => s.Id == step).Select(s => s.GoalId).SingleAsync());
        Dictionary<string, string> form = new()
        {
            ["id"] = $"{Guid.CreateVersion7(TestCairn.Monday)}",
            ["number"] = "0",
            ["title"] = "Mine now",
            ["state"] = "LetGo",
        };

        foreach (var path in new[] { $"/goals/{theirs}", $"/goals/{theirs}/matters" })
        {
            await visitor.Open(path);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }

        foreach (var path in new[] { $"/goals/{theirs}", $"/goals/{theirs}/stands" })
        {
            await visitor.Post(path, form);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }

        var goal = await cairn.Look(db => db.Goals.SingleAsync(g => g.Id == theirs));
        Assert.Equal(("Theirs", GoalState.Open), (goal.Title, goal.State));
    }

    [Theory, EachDatabase]
    public async Task Whatever_is_typed_is_shown_as_typed_or_refused_with_a_sentence(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var goal = await Begin(cairn, visitor);

        foreach (var text in Harness.Texts.All)
        {
            await Word(visitor, goal, text, text);
            if (text.Length > CairnDb.TitleLength)
            {
                Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
                Assert.Contains(
                    "Please shorten it",
                    visitor.Page.QuerySelector("#wrong")!.TextContent,
                    StringComparison.Ordinal
                );
                Assert.Equal(text, visitor.Page.QuerySelector("#title")!.GetAttribute("value"));
                await Word(visitor, goal, "Short", text);
            }
            else
            {
                Assert.Equal(text, visitor.Page.QuerySelector("h1")!.TextContent);
                await visitor.Open("/goals");
                Assert.Equal(text, visitor.Page.QuerySelector("h3")!.TextContent);
                await visitor.Open(goal);
            }

            Assert.Equal(text, visitor.Page.QuerySelector(".goal-why")!.TextContent);
            Assert.Empty(visitor.Page.QuerySelectorAll("main script, main img"));
        }

        await Word(visitor, goal, "Short", Harness.Texts.TenThousand + "!");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        await Word(visitor, goal, " ", null);
        Assert.Contains("A few words are needed", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Where_it_moves_less_than_it_used_to_two_minutes_are_offered_and_not_where_it_rests_or_moved(
        Database database
    )
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var goal = await Begin(cairn, visitor);
        await Live(day => true, 45);
        await visitor.Open(goal);
        Assert.Empty(visitor.Page.QuerySelectorAll(".stuck"));

        await Live(day => day % 4 == 0, 23);
        await visitor.Open(goal);
        var offer = visitor.Page.QuerySelector(".stuck")!;
        Assert.Contains("moved less lately", offer.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{goal}/unstick", offer.QuerySelector("a")!.GetAttribute("href"));

        await visitor.Press(within: "form[action='/act/pause']");
        Assert.Empty(visitor.Page.QuerySelectorAll(".stuck"));
        await visitor.Press(within: "form[action='/act/resume']");
        Assert.Single(visitor.Page.QuerySelectorAll(".stuck"));
        await visitor.Open("/");
        await visitor.Press("tier", "Floor");
        await visitor.Open(goal);
        Assert.Empty(visitor.Page.QuerySelectorAll(".stuck"));

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
    public async Task It_costs_at_most_six_queries_also_for_somebody_who_was_away_for_weeks(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var goal = await Begin(cairn, visitor);
        Assert.InRange(await QueryCount.During(cairn, () => visitor.Open(goal)), 1, 6);

        for (var day = 0; day < 30; day++)
        {
            await visitor.Open("/");
            await visitor.Press("tier", "Target");
            cairn.Clock.Advance(TimeSpan.FromDays(1));
        }

        cairn.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal(1, await cairn.Look(db => db.Beliefs.CountAsync())); // years behind are read from there
        Assert.InRange(await QueryCount.During(cairn, () => visitor.Open(goal)), 1, 6);
        Assert.InRange(await QueryCount.During(cairn, () => visitor.Open("/")), 1, 5);
        Assert.Contains("After 60 days", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_word_of_ones_own_for_an_area_is_typed_and_offered_to_other_goals(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var goal = await Begin(cairn, visitor);

        await Own("Garden 🌱");
        Assert.Contains("Garden 🌱", visitor.Page.QuerySelector(".place")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Garden 🌱", await Area());
        Assert.Equal("Garden 🌱", visitor.Page.QuerySelector("#own-areas option")!.GetAttribute("value"));
        await Own(""); // nothing typed: it stays
        Assert.Equal("Garden 🌱", await Area());

        var tooLong = new string('x', CairnDb.UnitLength + 1);
        await Own(tooLong);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(tooLong, visitor.Page.QuerySelector("#own")!.GetAttribute("value"));
        Assert.Contains("40", visitor.Page.QuerySelector("#wrong")!.TextContent, StringComparison.Ordinal);

        await Own(" work "); // everybody has that one
        Assert.Equal(Areas.Work, await Area());

        async Task Own(string word)
        {
            await visitor.Open(goal);
            visitor.Fill("own", word);
            await visitor.Press(within: ".words-of");
        }

        Task<string> Area() => cairn.Look(db => db.Goals.Select(g => g.Area).SingleAsync());
    }

    private static async Task<string> Begin(TestCairn cairn, Visitor visitor)
    {
        await visitor.Begin();
        return await cairn.FirstGoal();
    }

    private static async Task Word(Visitor visitor, string goal, string title, string? why)
    {
        await visitor.Open(goal);
        var form = visitor.FieldsFor(visitor.FindButton(within: ".words-of"));
        (form["title"], form["why"]) = (title, why ?? "");
        await visitor.Post(goal, form);
    }

    private static async Task<Guid> SecondStepOf(TestCairn cairn) =>
        await cairn.Look(async db =>
        {
            var first = await db.StepVersions.AsNoTracking().OrderBy(v => v.Written).FirstAsync();
            var step = await db.Steps.AsNoTracking().SingleAsync(s => s.Id == first.StepId);
            var id = Guid.CreateVersion7(cairn.Clock.GetUtcNow());
            db.Steps.Add(
                new Step
                {
                    PersonId = step.PersonId,
                    Id = id,
                    GoalId = step.GoalId,
                    Kind = StepKind.Practice,
                    Position = 9,
                    Created = step.Created,
                }
            );
            db.StepVersions.Add(first with { StepId = id, Archived = true });
            await db.SaveChangesAsync();
            return id;
        });

    private static Task<StepVersion> Latest(TestCairn cairn, Guid step) =>
        cairn.Look(db => db.StepVersions.Where(v => v.StepId == step).OrderByDescending(v => v.Number).FirstAsync());

    private static IEnumerable<string> Texts(Visitor visitor, string selector) =>
        visitor.Page.QuerySelectorAll(selector).Select(element => element.TextContent);
}
