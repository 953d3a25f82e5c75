using System.Globalization;
using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

/// <summary>What is tapped is shown at once, kept, and saved once.</summary>
public sealed class OutboxTests(Chromium chromium)
{
    private const string Pressed = ".bar[aria-pressed=true]";

    [Fact]
    public async Task A_tap_without_a_network_waits_in_sight_and_is_saved_when_there_is_one()
    {
        await using var cairn = await ThreeSteps();
        var page = await OpenToday(cairn);
        await page.Context.SetOfflineAsync(true);

        await page.ClickAsync(".bar >> nth=0");

        Assert.True(await page.IsVisibleAsync(Pressed));
        Assert.Equal(1, await page.Locator(".cairn-scene .hollow").CountAsync());
        await page.WaitForSelectorAsync("#waits:has-text('1 waits to be saved')");
        await page.Check("waiting", Looks.Phone);
        await page.Context.SetOfflineAsync(false);
        await page.NothingWaits();
        await page.WaitForSelectorAsync("#waits", new() { State = WaitForSelectorState.Hidden });
        await page.WaitForSelectorAsync(".cairn-scene .hollow", new() { State = WaitForSelectorState.Detached });
        Assert.Equal(1, await cairn.Look(db => db.Entries.CountAsync()));
    }

    [Fact]
    public async Task Three_quick_taps_on_one_spot_never_touch_two_steps()
    {
        await using var cairn = await ThreeSteps();
        await using var road = await Road.Before(cairn);
        road.Delay = TimeSpan.FromMilliseconds(150);
        var page = await OpenToday(cairn, road.Address);
        var bar = await page.Locator(".step >> nth=1 >> .bar >> nth=0").BoundingBoxAsync();

        for (var tap = 0; tap < 3; tap++)
        {
            await page.Mouse.ClickAsync(bar!.X + (bar.Width / 2), bar.Y + (bar.Height / 2));
            await page.WaitForTimeoutAsync(220);
        }

        await page.NothingWaits();
        var touched = await cairn.Look(db => db.Entries.Select(entry => entry.StepId).Distinct().CountAsync());
        Assert.Equal(1, touched);
        Assert.Equal(3, await cairn.Look(db => db.Entries.CountAsync()));
        await page.WaitForSelectorAsync(Pressed);
        Assert.Equal(1, await page.Locator(Pressed).CountAsync());
    }

    [Fact]
    public async Task A_later_tap_is_not_undone_by_an_older_answer()
    {
        await using var cairn = await ThreeSteps();
        await using var road = await Road.Before(cairn);
        road.Delay = TimeSpan.FromMilliseconds(400);
        var page = await OpenToday(cairn, road.Address);

        await page.EvaluateAsync(
            "window.seen = []; new MutationObserver(() => seen.push(document.querySelectorAll('.bar[aria-pressed=true]').length)).observe(document.body, { subtree: true, childList: true, attributes: true })"
        );
        await page.ClickAsync(".step >> nth=0 >> .bar >> nth=0");
        await page.WaitForTimeoutAsync(500);
        await page.ClickAsync(".step >> nth=1 >> .bar >> nth=0");
        await page.WaitForTimeoutAsync(300);
        await page.ClickAsync(".step >> nth=2 >> .bar >> nth=0");
        await page.NothingWaits();
        await page.WaitForTimeoutAsync(1500);

        var seen = await page.EvaluateAsync<int[]>("seen");
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(3, seen[^1]);
        Assert.Equal(3, await cairn.Look(db => db.Entries.CountAsync()));
    }

    [Fact]
    public async Task Two_tabs_send_what_waits_once()
    {
        await using var cairn = await ThreeSteps();
        var page = await OpenToday(cairn);
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/");
        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync(".step >> nth=0 >> .bar >> nth=0");
        await other.ClickAsync(".step >> nth=1 >> .bar >> nth=0");

        await page.Context.SetOfflineAsync(false);
        await page.NothingWaits();

        Assert.Equal(2, await cairn.Look(db => db.Entries.CountAsync()));
        await page.Until("() => document.querySelectorAll('.bar[aria-pressed=true]').length === 2");
        await other.Until("() => document.querySelectorAll('.bar[aria-pressed=true]').length === 2");
    }

    [Fact]
    public async Task What_cannot_be_is_said_with_its_sentence_and_not_lost_silently()
    {
        await using var cairn = await ThreeSteps();
        var page = await OpenToday(cairn);
        await page.EvaluateAsync(
            """
            () => {
              for (const row of document.querySelectorAll('.step')) row.dataset.day = '2026-01-01';
              for (const field of document.querySelectorAll('input[name=day]')) field.value = '2026-01-01';
            }
            """
        );

        await page.ClickAsync(".bar >> nth=0");

        await page.WaitForSelectorAsync("#refused li");
        Assert.NotEmpty((await page.TextContentAsync("#refused li"))!);
        await page.Check("refused", Looks.Phone);
        await page.ClickAsync("#refused button");
        await page.WaitForSelectorAsync("#refused", new() { State = WaitForSelectorState.Hidden });
        Assert.Equal(0, await cairn.Look(db => db.Entries.CountAsync()));
    }

    [Fact]
    public async Task An_exact_amount_and_a_noticed_win_wait_as_well()
    {
        await using var cairn = await ThreeSteps();
        var page = await OpenToday(cairn);
        await page.Context.SetOfflineAsync(true);

        await page.ClickAsync(".step >> nth=1 >> summary");
        await page.Locator(".step >> nth=1 >> input[type=range]").FillAsync("11");
        await page.ClickAsync(".step >> nth=1 >> .exact button");
        await page.FillAsync("#noticed", "I asked for help");
        await page.PressAsync("#noticed", "Enter");

        await page.WaitForSelectorAsync("#waits:has-text('2 wait to be saved')");
        Assert.Equal(2, await page.Locator(".cairn-scene .hollow").CountAsync());
        Assert.Equal("won", await page.GetAttributeAsync(".step >> nth=1", "data-state"));
        Assert.Equal("", await page.InputValueAsync("#noticed"));
        await page.Context.SetOfflineAsync(false);
        await page.NothingWaits();
        Assert.Equal(11, await cairn.Look(db => db.Entries.Select(entry => entry.Amount).SingleAsync()));
        Assert.Equal(1, await cairn.Look(db => db.DayWords.OfType<NoticedWin>().CountAsync()));
    }

    [Fact]
    public async Task A_kept_page_turns_with_the_day()
    {
        await using var cairn = await ThreeSteps();
        var page = await chromium.Look(cairn.Address, Looks.Phone);
        await page.Clock.SetFixedTimeAsync(TestCairn.Monday.UtcDateTime);
        await page.GotoAsync("/");
        await page.WorkerIsReady();
        await page.ClickAsync(".bar >> nth=0");
        await page.IsKept("/", "aria-pressed=\"true\"");
        await page.Context.SetOfflineAsync(true);

        await page.Clock.SetFixedTimeAsync(TestCairn.Monday.AddDays(1).UtcDateTime);
        await page.ReloadAsync();

        await page.WaitForSelectorAsync("h1:has-text('Tuesday')");
        Assert.Equal(0, await page.Locator(Pressed).CountAsync());
        Assert.Equal(1, await page.Locator(".cairn-scene [data-ago='1']").CountAsync());
        await page.ClickAsync(".bar >> nth=1");
        await page.Check("turned", Looks.Phone);
        cairn.Clock.SetUtcNow(TestCairn.Monday.AddHours(25));
        await page.Context.SetOfflineAsync(false);
        await page.NothingWaits();
        var days = await cairn.Look(db =>
            db.Entries.OrderBy(entry => entry.Day).Select(entry => entry.Day).ToListAsync()
        );
        Assert.Equal([new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 3)], days);
    }

    [Fact]
    public async Task A_page_that_was_kept_for_weeks_still_knows_the_days_that_a_rhythm_leaves_free()
    {
        await using var cairn = await ThreeSteps();
        await cairn.Look(db =>
            db.StepVersions.Where(version => version.Name == "Walk")
                .ExecuteUpdateAsync(set => set.SetProperty(version => version.Days, "mon thu"))
        );
        var page = await OpenToday(cairn);
        await page.Context.SetOfflineAsync(true);

        foreach (var (later, isFree) in new[] { (16, true), (17, false), (18, true), (45, false) })
        {
            await page.Clock.SetFixedTimeAsync(TestCairn.Monday.AddDays(later).UtcDateTime);
            await page.ReloadAsync();

            var day = TestCairn.Monday.AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await page.WaitForSelectorAsync($"#page[data-day='{day}']");
            Assert.Equal(isFree ? 1 : 0, await page.Locator(".step:has-text('Walk')[data-free]").CountAsync());
            Assert.Equal(0, await page.Locator(".step:has-text('Read')[data-free]").CountAsync());
        }
    }

    [Fact]
    public async Task The_device_can_be_cleared()
    {
        await using var cairn = await ThreeSteps();
        var page = await OpenToday(cairn);
        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync(".bar >> nth=0");
        await page.WaitForSelectorAsync("#waits:visible");
        await page.Context.SetOfflineAsync(false);
        await page.NothingWaits();

        await page.EvaluateAsync("() => import('/device.js').then(device => device.clearDevice())");

        Assert.Empty(await page.EvaluateAsync<string[]>("() => caches.keys()"));
        Assert.Equal(0, await page.EvaluateAsync<int>($"() => {Keeping.Outbox}.then(rows => rows.length)"));
    }

    private async Task<IPage> OpenToday(TestCairn cairn, Uri? address = null)
    {
        var page = await chromium.Look(address ?? cairn.Address, Looks.Phone);
        await page.Clock.SetFixedTimeAsync(cairn.Clock.GetUtcNow().UtcDateTime);
        cairn.Clock.Advance(TimeSpan.FromHours(1)); // no tap is ahead of the server
        await page.GotoAsync("/");
        await page.WorkerIsReady();
        await page.IsKept("/", "data-state=\"open\"");
        return page;
    }

    private static async Task<TestCairn> ThreeSteps()
    {
        var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        for (var step = 0; step < 3; step++)
        {
            await visitor.Begin();
        }

        var names = new Queue<string>(["Walk", "Read", "Write"]);
        foreach (var step in await cairn.Look(db => db.Steps.Select(step => step.Id).ToListAsync()))
        {
            var name = names.Dequeue();
            await cairn.Look(db =>
                db.StepVersions.Where(version => version.StepId == step)
                    .ExecuteUpdateAsync(set => set.SetProperty(version => version.Name, name))
            );
        }

        return cairn;
    }
}
