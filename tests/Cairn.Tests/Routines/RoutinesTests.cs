using System.Net;
using AngleSharp.Dom;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Routines;

public sealed class RoutinesTests
{
    [Theory, EachDatabase]
    public async Task Steps_in_a_row_are_played_one_at_a_time_and_each_is_a_normal_entry(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Make(cairn, visitor, minutes: "10");

        Assert.EndsWith("/play", visitor.Path, StringComparison.Ordinal);
        await visitor.Open($"{visitor.Path}/1");
        Assert.Contains("1 of 2", visitor.Text, StringComparison.Ordinal);
        await visitor.Press("tier", "Target");
        Assert.Contains("A stone for “Walk”", visitor.Text, StringComparison.Ordinal);
        await visitor.Open(visitor.Page.QuerySelector("main a.button")!.GetAttribute("href")!);
        Assert.Contains("2 of 2", visitor.Text, StringComparison.Ordinal);
        await visitor.Open(SkipOf(visitor));

        Assert.Contains("1 of 2 steps", visitor.Text, StringComparison.Ordinal);
        var entry = await cairn.Look(db => db.Entries.SingleAsync());
        Assert.True(entry.IsWin);
        await visitor.Open("/");
        Assert.Equal("true", visitor.Page.QuerySelector($"[id='{entry.StepId}-Target']")!.GetAttribute("aria-pressed"));
    }

    [Theory, EachDatabase]
    public async Task A_step_is_shrunk_and_timed_on_the_spot(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Make(cairn, visitor, minutes: "");
        await visitor.Open($"{visitor.Path}/1");
        var before = Amount(visitor);

        await visitor.Press(within: "form[action='/act/smaller']");
        Assert.NotNull(visitor.Page.QuerySelector(".clock[data-began]"));
        cairn.Clock.Advance(TimeSpan.FromMinutes(3));
        await visitor.Open(visitor.Path);
        Assert.Contains("3\u00A0min on the clock", visitor.Text, StringComparison.Ordinal);
        await visitor.Press(within: "form[action='/act/smaller']");
        Assert.True(Amount(visitor) < before, visitor.Text);
    }

    [Theory, EachDatabase]
    public async Task Total_minutes_stand_against_what_one_has_and_the_shortest_version_is_the_floor(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Make(cairn, visitor, minutes: "5");

        Assert.Contains("As usual it takes", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("and you have 5", visitor.Text, StringComparison.Ordinal);
        var start = visitor.Page.QuerySelector("main a.button")!.GetAttribute("href")!;
        Assert.EndsWith("/short/1", start, StringComparison.Ordinal);
        await visitor.Open(start);
        Assert.Single(visitor.Page.QuerySelectorAll(".bar"));
        await visitor.Press("tier", "Floor");
        Assert.Equal(Engine.Capacity.Tier.Floor, await cairn.Look(db => db.Entries.Select(e => e.Tier).SingleAsync()));
    }

    [Theory, EachDatabase]
    public async Task Buttons_of_the_form_save_nothing_and_lose_nothing_and_the_same_save_twice_is_one(
        Database database
    )
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Begin();
        await visitor.Open("/routines/new");
        visitor.Fill("name", "Morning اكتب 👩‍👩‍👧‍👦 <script>");
        await visitor.Press("do", within: ".chips");
        await visitor.Press("do", within: ".chips");
        var order = Order(visitor);
        var path = visitor.Page.QuerySelector("form.routine")!.GetAttribute("action")!;
        await visitor.PostAll(path, [new("do", $"up:{order[1]}"), .. Fields(visitor).Skip(1)]);
        Assert.Equal(order.Reverse(), Order(visitor));
        Assert.Equal(0, await cairn.Look(db => db.Routines.CountAsync()));

        var form = Fields(visitor);
        await visitor.PostAll(path, form);
        await visitor.PostAll(path, form);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal("Morning اكتب 👩‍👩‍👧‍👦 <script>", visitor.Page.QuerySelector("h1")!.TextContent);
        Assert.Empty(visitor.Page.QuerySelectorAll("main script"));
        Assert.Equal(1, await cairn.Look(db => db.Routines.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_is_refused_with_a_sentence_and_what_was_typed_stays(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Make(cairn, visitor, minutes: "10");
        await visitor.Open(visitor.Path.Replace("/play", "", StringComparison.Ordinal));
        var (path, form) = (visitor.Path, Fields(visitor));

        foreach (
            var (name, value, sentence) in new[]
            {
                ("name", "", "Give it a name"),
                ("name", new string('x', 10_000), "At most 200 characters"),
                ("minutes", "soon", "Minutes are a whole number"),
                ("minutes", "1441", "Minutes are a whole number"),
            }
        )
        {
            await visitor.PostAll(path, form.Select(field => field.Key == name ? new(name, value) : field));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
            Assert.Contains(sentence, visitor.Text, StringComparison.Ordinal);
            Assert.Equal(value, Fields(visitor).Single(field => field.Key == name).Value);
        }

        await visitor.PostAll(path, form.Where(field => field.Key != "step"));
        Assert.Contains("Add at least one step", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Two_windows_that_change_one_routine_get_a_sentence(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Make(cairn, visitor, minutes: "10");
        await visitor.Open(visitor.Path.Replace("/play", "", StringComparison.Ordinal));
        var (path, form) = (visitor.Path, Fields(visitor));
        await visitor.PostAll(path, form.Select(field => field.Key == "name" ? new("name", "Theirs") : field));

        await visitor.PostAll(path, form.Select(field => field.Key == "name" ? new("name", "Mine") : field));

        Assert.Equal(HttpStatusCode.Conflict, visitor.Status);
        Assert.Contains("There it was: Theirs: ", visitor.Text, StringComparison.Ordinal);
        await visitor.PostAll(path, Fields(visitor));
        Assert.Equal("Mine", visitor.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(3, await cairn.Look(db => db.Routines.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_routine_is_nobody_elses_and_holds_only_ones_own_steps(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Make(cairn, visitor, minutes: "10");
        var mine = visitor.Path.Replace("/play", "", StringComparison.Ordinal);
        var (step, _) = await Strangers.Settle(cairn);
        var theirs = Guid.CreateVersion7(TestCairn.Monday);
        await cairn.Look(async db =>
        {
            var person = await db.Steps.Where(s => s.Id == step).Select(s => s.PersonId).SingleAsync();
            db.Routines.Add(
                new RoutineVersion
                {
                    PersonId = person,
                    RoutineId = theirs,
                    Number = 1,
                    From = new DateOnly(2026, 3, 2),
                    Name = "Secret",
                    StepIds = $"{step}",
                    Written = TestCairn.Monday,
                }
            );
            return await db.SaveChangesAsync();
        });

        foreach (var path in new[] { "", "/play", "/play/1", "/short/1" })
        {
            await visitor.Open($"/routines/{theirs}{path}");
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }

        await visitor.Post($"/routines/{theirs}/put-away", []);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await visitor.Open("/routines");
        Assert.DoesNotContain("Secret", visitor.Text, StringComparison.Ordinal);
        await visitor.PostAll(
            mine,
            [new("number", "1"), new("name", "Stolen"), new("minutes", ""), new("step", $"{step}"), new("do", "save")]
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
    }

    [Theory, EachDatabase]
    public async Task Put_away_it_is_gone_from_the_list_and_what_was_done_stays(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Make(cairn, visitor, minutes: "10");
        var path = visitor.Path.Replace("/play", "", StringComparison.Ordinal);

        await visitor.Post($"{path}/put-away", []);

        Assert.DoesNotContain("Morning", visitor.Text, StringComparison.Ordinal);
        await visitor.Open(path);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Equal(2, await cairn.Look(db => db.Routines.CountAsync()));
        Assert.InRange(await QueryCount.During(cairn, () => visitor.Open("/routines")), 1, 6);
    }

    /// <summary>Two steps of twenty minutes, as a routine; ends on its first page.</summary>
    private static async Task Make(TestCairn cairn, Visitor visitor, string minutes)
    {
        await visitor.Begin();
        await visitor.Begin();
        Assert.Equal(2, await cairn.Look(db => db.Steps.CountAsync()));
        await visitor.Open("/routines/new");
        visitor.Fill("name", "Morning");
        visitor.Fill("minutes", minutes);
        await visitor.Press("do", within: ".chips");
        await visitor.Press("do", within: ".chips");
        await visitor.PostAll(visitor.Page.QuerySelector("form.routine")!.GetAttribute("action")!, Fields(visitor));
    }

    private static List<KeyValuePair<string, string>> Fields(Visitor visitor) =>
        [
            new("do", "save"),
            .. visitor
                .Page.QuerySelectorAll("form.routine input")
                .Select(input => new KeyValuePair<string, string>(
                    input.GetAttribute("name")!,
                    input.GetAttribute("value") ?? ""
                )),
        ];

    private static string[] Order(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll(".chosen input[name=step]").Select(input => input.GetAttribute("value")!)];

    private static string SkipOf(Visitor visitor) =>
        visitor
            .Page.QuerySelectorAll("main a.quiet")
            .First(link => link.TextContent == "Skip it")
            .GetAttribute("href")!;

    private static double Amount(Visitor visitor) =>
        double.Parse(
            visitor.Page.QuerySelector("[data-bars]")!.GetAttribute("data-bars")!.Split(' ')[1],
            System.Globalization.CultureInfo.InvariantCulture
        );
}
