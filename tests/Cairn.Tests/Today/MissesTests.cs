using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Today;

/// <summary>What a day without a win leads to: the bars that the engine gives, and no blame.</summary>
public sealed class MissesTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory, EachDatabase]
    public async Task Each_reason_gives_the_bars_that_it_should_the_day_after(Database database)
    {
        foreach (var reason in Enum.GetValues<MissReason>())
        {
            await using var cairn = await TestCairn.Start(database);
            using var visitor = cairn.Visit();
            await visitor.Begin();
            var told = await Told.Of(cairn);
            var today = await WinDays(cairn, visitor, told, 4);
            var before = told.BarsOn(today);
            Assert.Equal(Said(before), Shown(visitor));

            await visitor.Press("reason", reason.ToString());
            told.Missed(today, reason);
            var answer = visitor.Page.QuerySelector(".answer")!.TextContent;
            var announced = Assert.Single(visitor.Page.QuerySelectorAll("[data-say]"));
            Assert.Same(visitor.Page.QuerySelector(".answer [data-say]"), announced);
            var after = told.BarsOn(today.AddDays(1));
            await visitor.NextDay(cairn);

            Assert.Equal(Said(after), Shown(visitor));
            Assert.DoesNotContain("settled", visitor.Page.QuerySelector(".step")!.ClassName, StringComparison.Ordinal);
            switch (reason)
            {
                case MissReason.TooBig or MissReason.NoEnergy:
                    Assert.True(after.Target < before.Target && after.Target >= before.Target / 2, $"{before} {after}");
                    Assert.Contains("mine to change", answer, StringComparison.Ordinal);
                    Assert.Contains("Make it smaller", answer, StringComparison.Ordinal);
                    break;
                case MissReason.Forgot or MissReason.NoChance or MissReason.Outside:
                    Assert.Equal(
                        (before.Floor, before.Target, before.Stretch),
                        (after.Floor, after.Target, after.Stretch)
                    );
                    Assert.True(after.TargetChance < before.TargetChance);
                    Assert.Contains("Find a better moment", answer, StringComparison.Ordinal);
                    break;
                default:
                    Assert.Equal(before.Target, after.Target);
                    Assert.Contains("still all there", answer, StringComparison.Ordinal);
                    break;
            }
        }
    }

    [Theory, EachDatabase]
    public async Task The_third_time_that_it_was_not_wanted_asks_whether_it_matters_and_either_answer_is_good(
        Database database
    )
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        for (var time = 1; time <= 3; time++)
        {
            await visitor.Press("reason", nameof(MissReason.DidNotWant));
            Assert.Equal(time == 3, visitor.Text.Contains("Does this still matter to you?", StringComparison.Ordinal));
            if (time < 3)
            {
                await visitor.NextDay(cairn);
            }
        }

        var answers = visitor.Page.QuerySelector(".answer")!;
        Assert.Contains("Make it smaller", answers.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pause it", answers.TextContent, StringComparison.Ordinal);
        var stays = answers.QuerySelectorAll("a").Single(link => link.TextContent == "Yes, it stays");
        await visitor.Open(stays.GetAttribute("href")!);
        Assert.DoesNotContain("Does this still matter", visitor.Text, StringComparison.Ordinal);
        Assert.Single(visitor.Page.QuerySelectorAll(".step"));

        await visitor.NextDay(cairn);
        await visitor.Press("reason", nameof(MissReason.DidNotWant));
        Assert.DoesNotContain("Does this still matter", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_miss_that_is_told_late_leaves_what_it_would_have_left_in_time(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var told = await Told.Of(cairn);
        var silent = await WinDays(cairn, visitor, told, 3);
        var bars = told.BarsOn(silent);
        await visitor.NextDay(cairn);
        await visitor.Press("tier", nameof(Tier.Target)); // before anything is known about yesterday
        var offered = await cairn.Look(db => db.Entries.OrderBy(entry => entry.Day).LastAsync());
        told.Won(silent.AddDays(1), Tier.Target, offered.Bars);

        await visitor.Open($"/day/{silent:O}");
        Assert.Equal(Said(bars), Shown(visitor));
        await visitor.Press("reason", nameof(MissReason.TooBig));
        Assert.Equal($"/day/{silent:O}", visitor.Path.Split('?')[0]);
        told.Missed(silent, MissReason.TooBig, bars);

        var tomorrow = silent.AddDays(2);
        await visitor.NextDay(cairn);
        var expected = told.BarsOn(tomorrow);
        Assert.Equal(Said(expected), Shown(visitor));
        var life = await cairn.Look(async db =>
            await Life.Read(db, (await db.People.SingleAsync()).Id, tomorrow, CancellationToken.None)
        );
        Assert.Equal(expected.TargetChance, life.BarsOf(life.Steps[0], Dial.Steady).TargetChance, 1e-9);
    }

    [Theory, EachDatabase]
    public async Task On_the_nights_when_the_clocks_change_a_tap_after_midnight_is_still_last_evenings(
        Database database
    )
    {
        foreach (
            var (evening, saturday) in new[]
            {
                (new DateTimeOffset(2026, 3, 28, 22, 0, 0, TimeSpan.Zero), new DateOnly(2026, 3, 28)),
                (new DateTimeOffset(2026, 10, 24, 21, 0, 0, TimeSpan.Zero), new DateOnly(2026, 10, 24)),
            }
        )
        {
            await using var cairn = await TestCairn.Start(database, evening);
            using var visitor = cairn.Visit();
            await visitor.Begin();
            var told = await Told.Of(cairn);

            // 03:30 by the clock on the wall: the day starts at four.
            cairn.Clock.SetUtcNow(saturday.Month == 3 ? evening.AddHours(3.5) : evening.AddHours(5.5));
            await visitor.Open("/");
            await visitor.Press("tier", nameof(Tier.Target));
            told.Won(saturday, Tier.Target);
            cairn.Clock.Advance(TimeSpan.FromHours(1));
            await visitor.Open("/");

            Assert.Equal(Said(told.BarsOn(saturday.AddDays(1))), Shown(visitor));
            Assert.Null(visitor.Page.QuerySelector("button[aria-pressed='true']"));
            var entry = await cairn.Look(db => db.Entries.SingleAsync());
            Assert.Equal(saturday, entry.Day);
        }
    }

    [Theory, EachDatabase]
    public async Task A_step_a_goal_or_everything_waits_costs_nothing_and_comes_back(Database database)
    {
        foreach (var what in new[] { "step", "goal", "everything" })
        {
            await using var cairn = await TestCairn.Start(database);
            using var visitor = cairn.Visit();
            await visitor.Begin();
            var told = await Told.Of(cairn);
            var paused = await WinDays(cairn, visitor, told, 3);
            var goal = await cairn.Look(db => db.Goals.Select(g => g.Id).SingleAsync());
            if (what == "goal")
            {
                await visitor.Post(
                    "/act/pause",
                    new() { ["id"] = $"{Guid.CreateVersion7(cairn.Clock.GetUtcNow())}", ["goal"] = $"{goal}" }
                );
            }
            else
            {
                var inMenu = visitor
                    .Page.QuerySelectorAll<IHtmlButtonElement>("button[formaction='/act/pause']")
                    .First(button => (button.Closest(".menu") is null) == (what == "everything"));
                await visitor.Post("/act/pause", visitor.FieldsFor(inMenu));
            }

            await visitor.Open("/");
            Assert.Empty(visitor.Page.QuerySelectorAll(".step"));
            Assert.Contains("Waits for you: Walk", visitor.Text, StringComparison.Ordinal);
            for (var day = paused; day < paused.AddDays(10); day = day.AddDays(1))
            {
                told.Rested(day);
                await visitor.NextDay(cairn);
            }

            await visitor.Press(within: ".waiting");
            await visitor.Open("/");

            Assert.Equal(Said(told.BarsOn(paused.AddDays(10))), Shown(visitor));
            Assert.DoesNotContain("begins with half", visitor.Text, StringComparison.Ordinal);
        }
    }

    [Theory, EachDatabase]
    public async Task What_was_said_about_a_step_that_was_put_away_is_still_there(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", nameof(Tier.Target));
        await visitor.NextDay(cairn);
        await cairn.Look(async db =>
        {
            var last = await db.StepVersions.AsNoTracking().OrderBy(version => version.Number).LastAsync();
            db.StepVersions.Add(last with { Number = last.Number + 1, From = Monday.AddDays(1), Archived = true });
            return await db.SaveChangesAsync();
        });

        await visitor.Open($"/day/{Monday:O}");

        Assert.Contains("Walk: ", visitor.Page.QuerySelector(".words li")!.TextContent, StringComparison.Ordinal);
        Assert.Single(visitor.Page.QuerySelectorAll(".step"));
        await visitor.Press(within: ".words");
        Assert.Empty(visitor.Page.QuerySelectorAll(".words li"));
        await visitor.Open("/?later=true");
        Assert.Empty(visitor.Page.QuerySelectorAll(".step"));
    }

    /// <summary>Reaches the target on so many days, and opens the day after.</summary>
    private static async Task<DateOnly> WinDays(TestCairn cairn, Visitor visitor, Told told, int days)
    {
        for (var day = Monday; day < Monday.AddDays(days); day = day.AddDays(1))
        {
            Assert.Equal(Said(told.BarsOn(day)), Shown(visitor));
            await visitor.Press("tier", nameof(Tier.Target));
            told.Won(day, Tier.Target);
            await visitor.NextDay(cairn);
        }

        return Monday.AddDays(days);
    }

    private static string Said(Bars bars) =>
        string.Create(CultureInfo.InvariantCulture, $"{bars.Floor} {bars.Target} {bars.Stretch}");

    private static string Shown(Visitor visitor) =>
        visitor.Page.QuerySelector(".step")?.GetAttribute("data-bars") ?? $"no step on {visitor.Path}: {visitor.Text}";
}
