using System.Globalization;
using System.Net.Http.Json;
using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

public sealed class ReflectTests(Chromium chromium)
{
    private const int HeaviestPage = 90 * 1024;

    public static TheoryData<Looks> AllLooks => [.. Looks.All];

    [Theory, MemberData(nameof(AllLooks))]
    public async Task Looking_back_is_worth_showing_with_nothing_with_one_day_and_with_many(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, TestCairn.Monday.AddHours(7));
        var page = await chromium.Look(cairn.Address, looks);

        await page.GotoAsync("/reflect");
        await page.Check("reflect-none", looks);
        await page.GotoAsync("/reflect/week/2026-03-02");
        await page.Check("week-none", looks);
        await page.GotoAsync("/help/lines");
        await page.Check("help", looks);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
            await visitor.Press("tier", "Floor");
        }

        await page.GotoAsync("/");
        await page.Locator(".evening button[value='7']").First.ClickAsync();
        await page.Locator(".evening .ask:has([aria-pressed=true])").First.WaitForAsync();
        await page.Check("evening-one", looks);
        await Fill(cairn);
        await page.GotoAsync("/reflect");
        await page.Check("reflect-many", looks);
        await page.GotoAsync("/reflect/week/2026-03-02");
        await page.Check("week-many", looks);
        await page.GotoAsync("/reflect/letter/2026-02");
        await page.Check("letter", looks);
    }

    [Fact]
    public async Task Three_taps_without_a_network_are_kept_and_shown_and_saved_later()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, TestCairn.Monday.AddHours(7));
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
        }

        var page = await chromium.Look(cairn.Address, Looks.Phone);
        await page.GotoAsync("/reflect");
        await page.WorkerIsReady();
        await page.Context.SetOfflineAsync(true);
        foreach (var (question, rating) in new[] { ("mood", 7), ("motivation", 4), ("solving", 10) })
        {
            await page.Locator($"[name='rate.{question}'][value='{rating}']").ClickAsync();
        }

        Assert.Equal(3, await page.Locator(".check-in button[aria-pressed=true]").CountAsync());
        await page.FillAsync("[name='say.best']", "rain on the roof");
        await page.Locator(".own-words button").ClickAsync();
        Assert.Equal("rain on the roof", await page.InputValueAsync("[name='say.best']"));

        await page.GotoAsync("/help/lines");
        Assert.Equal("People who can help", await page.Locator("h1").TextContentAsync());

        // On a slow device the worker has sent everything before the page's script begins to listen.
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = 20 });
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync("/reflect");
        await page.Until("() => document.querySelectorAll('.check-in button[aria-pressed=true]').length === 3");
        for (var tries = 0; tries < 100 && await Count(cairn) < 4; tries++)
        {
            await page.WaitForTimeoutAsync(50);
        }

        Assert.Equal(4, await Count(cairn));
        await page.ReloadAsync();
        Assert.Equal("rain on the roof", await page.InputValueAsync("[name='say.best']"));
    }

    [Fact]
    public async Task Each_page_that_looks_back_weighs_at_most_ninety_kilobytes_at_first_sight()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, TestCairn.Monday.AddHours(7));
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
            await visitor.Press("tier", "Floor");
        }

        await Fill(cairn);
        foreach (var path in new[] { "/reflect", "/reflect/week/2026-03-02", "/reflect/letter/2026-02", "/help/lines" })
        {
            var page = await chromium.Look(cairn.Address, Looks.Phone);
            var network = await page.Context.NewCDPSessionAsync(page);
            await network.SendAsync("Network.enable");
            var all = 0L;
            network.Event("Network.loadingFinished").OnEvent += (_, told) =>
                all += (long)told!.Value.GetProperty("encodedDataLength").GetDouble();
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.InRange(all, 1, HeaviestPage);
            TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {all} bytes");
            await page.Context.CloseAsync();
        }
    }

    private static Task<int> Count(TestCairn cairn) => cairn.Look(db => db.DayWords.OfType<CheckIn>().CountAsync());

    private static async Task Fill(TestCairn cairn)
    {
        using var visitor = cairn.Visit();
        var day = new DateOnly(2026, 3, 2);
        var actions = Enumerable
            .Range(0, 13)
            .Select(ago => new
            {
                kind = "checkIn",
                id = Guid.CreateVersion7(TestCairn.Monday),
                day = day.AddDays(-ago).ToString("O", CultureInfo.InvariantCulture),
                answers = new Dictionary<string, object>
                {
                    ["mood"] = 5 + (ago * 7 % 4),
                    ["motivation"] = 4 + (ago * 5 % 5),
                    ["solving"] = 6 + (ago * 3 % 4),
                    ["best"] =
                        ago % 3 == 0
                            ? "The walk in the rain with Anna, and the smell of the bakery"
                            : "Ten quiet minutes",
                    ["inTheWay"] = "The phone lay beside me all day",
                    ["inTheWayKind"] = "heldUp",
                    ["helped"] = "clearStep",
                },
            });
        using var answer = await visitor.Http.PostAsJsonAsync(new Uri("/actions", UriKind.Relative), actions);
        answer.EnsureSuccessStatusCode();
    }
}
