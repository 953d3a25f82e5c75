using Cairn.Browser.Harness;
using Cairn.Harness;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

/// <summary>What is there when there is no network.</summary>
public sealed class OfflineTests(Chromium chromium)
{
    [Fact]
    public async Task Today_opens_without_a_network_as_it_was_last_seen()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
        }

        var page = await chromium.Look(cairn.Address, Looks.Phone);
        await page.Clock.SetFixedTimeAsync(TestCairn.Monday.UtcDateTime); // a later day would turn the kept page
        await page.GotoAsync("/");
        await page.WorkerIsReady();
        await page.ClickAsync(".bar >> nth=0");
        await page.WaitForSelectorAsync(".bar[aria-pressed=true]");
        await page.IsKept("/", "aria-pressed=\"true\"");

        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();

        Assert.True(await page.IsVisibleAsync(".bar[aria-pressed=true]"));
        var size = await page.Locator(".bar").First.BoundingBoxAsync();
        Assert.True(size!.Height >= 52, "the styles are missing");
    }

    /// <summary>Says how long it takes and judges nothing by a clock: design and docs name the figure, a busy machine does not keep it.</summary>
    [Fact]
    public async Task The_app_opens_without_a_network_on_a_slow_phone_and_says_after_how_long()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
        }

        await using var road = await Road.Before(cairn);
        var folder = Directory.CreateTempSubdirectory("cairn-app-").FullName;
        await using (var device = await chromium.Device(road.Address, folder))
        {
            await device.Page.GotoAsync("/");
            await device.Page.WorkerIsReady();
            await device.Page.IsKept("/", "data-step");
        }

        road.To = null;
        List<double> times = [];
        for (var round = 0; round < Rounds; round++)
        {
            await using var device = await chromium.Device(road.Address, folder); // no worker runs yet
            await device.Context.SetOfflineAsync(true);
            await device.Page.SlowDown(4);
            await device.Page.GotoAsync("/");

            Assert.True(await device.Page.IsVisibleAsync(".bar"));
            times.Add(await device.Page.FirstPaint());
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"first paint without a network, 4 x slower, worker not running: {string.Join(", ", times.Select(time => $"{time:0}"))} ms"
        );
        Directory.Delete(folder, recursive: true);
    }

    private static int Rounds => LongRun.IsOn ? 9 : 1;

    [Fact]
    public async Task A_page_that_was_never_open_here_says_so_in_a_sentence()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, Looks.Phone);
        await page.GotoAsync("/");
        await page.WorkerIsReady();

        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/settings");

        Assert.Equal("There is no network right now.", await page.TextContentAsync("h1"));
        await page.Check("offline", Looks.Phone);
    }

    [Fact]
    public async Task An_error_is_never_kept()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, Looks.Phone);
        await page.GotoAsync("/");
        await page.WorkerIsReady();
        await page.GotoAsync("/why/01a2124f-60e0-7a4e-8b63-4337fe6cf20f");
        Assert.Equal("There is nothing here.", await page.TextContentAsync("h1"));

        Assert.Empty(await page.KeptPages());
    }

    [Fact]
    public async Task A_new_build_takes_over_and_strands_no_open_page()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
        }

        await using var road = await Road.Before(cairn);
        var page = await chromium.Look(road.Address, Looks.Phone);
        await page.GotoAsync("/");
        await page.WorkerIsReady();
        await page.IsKept("/", "data-step");
        var version = await page.GetAttributeAsync("#page", "data-version");

        road.Rewrite = (_, text) => text.Replace(version!, "another", StringComparison.Ordinal);
        await page.EvaluateAsync("() => navigator.serviceWorker.getRegistration().then(worker => worker.update())");
        await page.Until("() => caches.keys().then(names => names.includes('files-another'))");
        await page.IsKept("/", "data-version=\"another\"");

        Assert.Contains($"files-{version}", await page.EvaluateAsync<string[]>("() => caches.keys()"));
        await page.ClickAsync(".bar >> nth=0");
        await page.WaitForSelectorAsync("#page[data-version=another] .bar[aria-pressed=true]");
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        Assert.True(await page.IsVisibleAsync(".bar"));
    }
}
