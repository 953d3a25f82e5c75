using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

/// <summary>
/// Two hundred taps on two devices over three days, with everything that goes wrong on the way: no network, killed
/// browsers, a restarted server, lost replies. Each is there exactly once, on the day on which it was tapped.
/// </summary>
public sealed class ManyDaysOfflineTests(Chromium chromium)
{
    private const int TapsPerDeviceAndDay = 34;
    private static readonly string[] Bars = ["Floor", "Target", "Stretch"];
    private readonly List<Tap> taps = [];
    private DateTimeOffset now = TestCairn.Monday;

    [Fact]
    public async Task Every_tap_is_there_exactly_once_on_its_day()
    {
        var cairn = await TestCairn.Start(Database.Sqlite);
        var folders = new[] { "phone", "laptop" }
            .Select(name => Directory.CreateTempSubdirectory($"cairn-{name}-").FullName)
            .ToArray();
        await Begin(cairn);
        await using var road = await Road.Before(cairn);
        var steps = await cairn.Look(db => db.Steps.Select(step => step.Id).ToListAsync());
        var devices = await Open(road, folders, offline: false);
        foreach (var device in devices)
        {
            await device.Page.IsKept("/", "data-state=\"open\"");
            await device.Context.SetOfflineAsync(true);
        }

        // The browser's own sync may send while Playwright plays offline: the road itself is closed as well.
        road.To = null;
        await TapAllDay(devices, steps);
        await Kill(devices);

        // Tuesday: still no network. Then there is one for the phone, but no answer comes back, and the server restarts.
        NextDay(cairn);
        devices = await Open(road, folders, offline: true);
        await TapAllDay(devices, steps);
        cairn.Clock.SetUtcNow(now);
        (road.To, road.LosesAnswers) = (cairn.Address, true);
        await devices[0].Context.SetOfflineAsync(false);
        while (road.Lost < 2)
        {
            await devices[0].Page.WaitForTimeoutAsync(50);
        }

        road.To = null;
        cairn = await cairn.Restart();
        await Kill(devices);

        NextDay(cairn);
        devices = await Open(road, folders, offline: true);
        await TapAllDay(devices, steps);
        cairn.Clock.SetUtcNow(now);
        (road.To, road.LosesAnswers) = (cairn.Address, false);
        foreach (var device in devices)
        {
            await device.Context.SetOfflineAsync(false);
        }

        foreach (var device in devices)
        {
            await device.Page.NothingWaits();
            await device.DisposeAsync();
        }

        var stored = await cairn.Look(db => db.Entries.AsNoTracking().ToListAsync());
        Assert.True(taps.Count >= 200, $"{taps.Count} taps");
        Assert.Equal(taps.Select(tap => tap.Id).Order(), stored.Select(entry => entry.Id).Order());
        foreach (var tap in taps)
        {
            Assert.Equal(tap.Day, stored.Single(entry => entry.Id == tap.Id).Day);
        }

        foreach (var last in taps.GroupBy(tap => (tap.Step, tap.Day)).Select(day => day.MaxBy(tap => tap.At)!))
        {
            // One device's "not after all" is about its own word only, so that another's may stand.
            var entry = stored.Single(entry => entry.Id == last.Id);
            Assert.True(entry.SupersededBy is null || entry.Outcome == Outcome.TakenBack, $"{last} does not count");
        }

        await cairn.DisposeAsync();
        Array.ForEach(folders, folder => Directory.Delete(folder, recursive: true));
    }

    private static async Task Begin(TestCairn cairn)
    {
        using var visitor = cairn.Visit();
        for (var step = 0; step < 3; step++)
        {
            await visitor.Begin();
        }
    }

    private async Task<Device[]> Open(Road road, string[] folders, bool offline)
    {
        var devices = new List<Device>();
        foreach (var folder in folders)
        {
            var device = await chromium.Device(road.Address, folder);
            await device.Context.SetOfflineAsync(offline);
            await device.Page.Clock.SetFixedTimeAsync(now.UtcDateTime);
            await device.Page.GotoAsync("/");
            await device.Page.WorkerIsReady();
            await device.Page.WaitForSelectorAsync($".step[data-day='{Day:yyyy-MM-dd}']");
            devices.Add(device);
        }

        return [.. devices];
    }

    private DateOnly Day => DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>The two devices by turns; sometimes the pressed bar again, which takes it back.</summary>
    private async Task TapAllDay(Device[] devices, List<Guid> steps)
    {
        for (var i = 0; i < TapsPerDeviceAndDay * devices.Length; i++)
        {
            var page = devices[i % devices.Length].Page;
            now = now.AddSeconds(37);
            await page.Clock.SetFixedTimeAsync(now.UtcDateTime);
            var step = steps[i * 7 % 5 % steps.Count];
            await page.ClickAsync($"[id='{step}-{Bars[i * 5 % 7 % Bars.Length]}']");
            var id = await page.EvaluateAsync<Guid>("document.documentElement.dataset.said");
            taps.Add(new Tap(id, step, Day, now));
        }

        foreach (var device in devices)
        {
            var kept = taps.Count(tap => tap.Day == Day) / devices.Length;
            await device.Page.Until(
                $"() => {Keeping.Outbox}.then(rows => rows.filter(row => row.action.day === '{Day:yyyy-MM-dd}').length === {kept})"
            );
        }
    }

    private static async Task Kill(Device[] devices)
    {
        foreach (var device in devices)
        {
            await device.Kill();
        }
    }

    private void NextDay(TestCairn cairn)
    {
        now = new DateTimeOffset(now.Date.AddDays(1).AddHours(11), TimeSpan.Zero);
        cairn.Clock.SetUtcNow(now);
    }

    private sealed record Tap(Guid Id, Guid Step, DateOnly Day, DateTimeOffset At);
}
