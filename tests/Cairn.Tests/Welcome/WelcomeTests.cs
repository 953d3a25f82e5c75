using System.Net;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Welcome;

public sealed class WelcomeTests
{
    [Theory, EachDatabase]
    public async Task Below_seven_the_size_is_halved_and_asked_about_again(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await ToTheRuler(visitor, "20");

        await visitor.Press("rating", "5");
        Assert.Contains("Then half of it: 10\u00A0min", visitor.Text, StringComparison.Ordinal);
        await visitor.Press("rating", "6");
        Assert.Contains("Then half of it: 5\u00A0min", visitor.Text, StringComparison.Ordinal);
        await visitor.Press("rating", "7");

        Assert.EndsWith("/cue", visitor.Path, StringComparison.Ordinal);
        var ratings = await cairn.Look(db => db.Confidences.OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync());
        Assert.Equal(
            [(20.0, 5), (10.0, 6), (5.0, 7)],
            ratings.Select(r => (r.Amount, r.Rating)).OrderByDescending(r => r.Amount)
        );
    }

    [Theory, EachDatabase]
    public async Task What_cannot_become_smaller_is_kept_even_if_one_is_not_sure(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await ToTheRuler(visitor, "1");

        await visitor.Press("rating", "0");

        Assert.EndsWith("/cue", visitor.Path, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_surer_the_larger_are_the_first_bars(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();

        var seven = await FirstTarget(visitor, "7");
        var ten = await FirstTarget(visitor, "10");

        Assert.True(seven < ten, $"at 7 the target was {seven}, at 10 it was {ten}");
    }

    [Theory, EachDatabase]
    public async Task Every_question_may_be_skipped(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();

        await visitor.Open("/welcome");
        await visitor.Open(Skip(visitor));
        Assert.Contains("One small thing is enough", visitor.Text, StringComparison.Ordinal);

        await ToTheRuler(visitor, "10");
        await visitor.Open(Skip(visitor));
        Assert.EndsWith("/cue", visitor.Path, StringComparison.Ordinal);
        await visitor.Open(Skip(visitor));
        Assert.NotNull(visitor.Page.QuerySelector(".bar"));
    }

    [Theory, EachDatabase]
    public async Task Coming_back_goes_on_and_begins_no_second_goal_or_step(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Open("/welcome");
        visitor.Fill("title", "Move more");
        await visitor.Press("area", "health");

        await visitor.Open("/welcome");
        Assert.Equal("Move more", visitor.Page.QuerySelector("#title")!.GetAttribute("value"));
        await visitor.Press("area", "personal");
        var step = visitor.Path;
        visitor.Fill("name", "Walk");
        await visitor.Press();
        await visitor.Open(step);
        Assert.Equal("Walk", visitor.Page.QuerySelector("#name")!.GetAttribute("value"));
        visitor.Fill("name", "Stroll");
        await visitor.Press();

        var (goals, steps, name) = await cairn.Look(async db =>
            (
                await db.Goals.CountAsync(goal => goal.Area == Areas.Personal),
                await db.Steps.CountAsync(),
                await db.StepVersions.OrderByDescending(v => v.Number).Select(v => v.Name).FirstAsync()
            )
        );
        Assert.Equal((1, 1, "Stroll"), (goals, steps, name));
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_used_is_said_and_what_was_typed_stays(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();

        await visitor.Open("/welcome");
        await visitor.Press("area", "health");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        visitor.Fill("title", new string('x', 201));
        await visitor.Press("area", "health");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        visitor.Fill("title", "<script>alert(1)</script> שלום 🪨");
        await visitor.Press("area", "health");
        Assert.Contains("<script>alert(1)</script> שלום 🪨", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("main script"));

        visitor.Fill("name", "Walk");
        foreach (var nonsense in new[] { "", "many", "0", "-3", "NaN", "1e999", "Infinity", "9999999" })
        {
            visitor.Fill("amount", nonsense);
            await visitor.Press();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
            Assert.Equal("Walk", visitor.Page.QuerySelector("#name")!.GetAttribute("value"));
        }

        visitor.Fill("amount", "2,5");
        visitor.Fill("unit", "km");
        await visitor.Press();
        Assert.Contains("2.5\u00A0km", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_goal_that_is_named_anew_on_the_way_keeps_what_it_was_called(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        await cairn.LivesIn("Europe/Berlin");
        using var visitor = cairn.Visit();
        await visitor.Open("/welcome");
        visitor.Fill("title", "Move mroe");
        var first = visitor.FieldsFor(visitor.FindButton("area", "health"));
        await visitor.Post("/welcome", first);
        await visitor.Post("/welcome", first);
        Assert.Equal(0, await cairn.Look(db => db.GoalVersions.CountAsync())); // the same, sent twice
        cairn.Clock.Advance(TimeSpan.FromDays(1));

        await visitor.Post("/welcome", new(first) { ["title"] = "Move more", ["area"] = "personal" });

        var versions = await cairn.Look(db => db.GoalVersions.OrderBy(v => v.Number).ToListAsync());
        Assert.Equal([("Move mroe", "health"), ("Move more", "personal")], versions.Select(v => (v.Title, v.Area)));
        Assert.Equal(new DateOnly(2026, 3, 3), versions[^1].From);
        Assert.Equal("Move more", await cairn.Look(db => db.Goals.Select(g => g.Title).SingleAsync()));
    }

    [Theory, EachDatabase]
    public async Task Somebody_elses_goal_and_step_are_not_there(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var (step, _) = await Strangers.Settle(cairn);
        var goal = await cairn.Look(db => db.Goals.Select(g => g.Id).SingleAsync());

        foreach (
            var path in new[] { $"/welcome/{goal}", $"/welcome/{goal}/{step}/sure", $"/welcome/{goal}/{step}/cue" }
        )
        {
            await visitor.Open(path);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
            await visitor.Post(
                path,
                new()
                {
                    ["id"] = Guid.CreateVersion7(TestCairn.Monday).ToString(),
                    ["name"] = "Mine now",
                    ["amount"] = "1",
                    ["unit"] = "min",
                    ["rating"] = "3",
                    ["cue"] = "mine now",
                }
            );
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }

        Assert.Equal(1, await cairn.Look(db => db.StepVersions.CountAsync()));
        Assert.Equal(0, await cairn.Look(db => db.Confidences.CountAsync()));
    }

    private static async Task ToTheRuler(Visitor visitor, string amount)
    {
        await visitor.Open("/welcome");
        visitor.Fill("title", "Move more");
        await visitor.Press("area", "health");
        visitor.Fill("name", "Walk");
        visitor.Fill("amount", amount);
        await visitor.Press();
    }

    private static async Task<double> FirstTarget(Visitor visitor, string rating)
    {
        await ToTheRuler(visitor, "60");
        await visitor.Press("rating", rating);
        await visitor.Open("/");
        var amount = visitor.Page.QuerySelectorAll("button[value='Target'] b")[^1].TextContent;
        return double.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Skip(Visitor visitor) => visitor.Page.QuerySelector(".aside a")!.GetAttribute("href")!;
}
