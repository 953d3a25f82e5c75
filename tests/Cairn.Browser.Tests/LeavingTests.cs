using Cairn.Browser.Harness;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

/// <summary>Backups and the way out, as they look, and that nothing stays on the device.</summary>
public sealed class LeavingTests(Chromium chromium)
{
    public static TheoryData<Looks> SomeLooks => [Looks.Phone, new Looks(1280, Dark: true)];

    [Theory, MemberData(nameof(SomeLooks))]
    public async Task A_backup_is_made_by_a_tap_and_all_goes_by_a_word(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
        }

        var page = await chromium.Look(cairn.Address, looks);
        await page.Clock.SetFixedTimeAsync(cairn.Clock.GetUtcNow().UtcDateTime);
        await page.GotoAsync("/");
        await page.WorkerIsReady();
        await page.GotoAsync("/settings/backups");
        await page.Check("backups-none", looks);
        await page.ClickAsync("main button.primary");
        await page.WaitForSelectorAsync(".said");
        await page.Check("backups", looks);
        await page.GotoAsync("/settings/delete");
        await page.Check("leave", looks);
        await page.FillAsync("#confirm", "yes");
        await page.ClickAsync("main form button");
        await page.WaitForSelectorAsync(".wrong");
        await page.Check("leave-not-yet", looks);
        await page.FillAsync("#confirm", "delete everything");
        await page.ClickAsync("main form button");
        await page.WaitForSelectorAsync(".counts");
        await page.WaitForFunctionAsync("async () => (await caches.keys()).length === 0");
        await page.Check("left", looks);
        Assert.Equal(0, await cairn.Look(db => db.Goals.CountAsync()));
        await page.ClickAsync("main a.button");
        await page.WaitForSelectorAsync("input[name=title]");
    }

    [Fact]
    public async Task What_was_typed_stays_where_the_store_cannot_be_written()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
        }

        var page = await chromium.Look(cairn.Address, Looks.Phone);
        await page.GotoAsync(await cairn.FirstStep());
        await page.RouteAsync(
            "**/steps/*",
            route =>
                route.Request.Method == "POST"
                    ? route.FulfillAsync(
                        new RouteFulfillOptions
                        {
                            Status = 503,
                            ContentType = "text/html",
                            Body = "<main><h1>There is no room left.</h1></main>",
                        }
                    )
                    : route.ContinueAsync()
        );
        await page.FillAsync("input[name=name]", "Walk along the river");
        await page.ClickAsync("main form button.primary");
        await page.WaitForSelectorAsync("#trouble:visible");

        Assert.Equal("There is no room left.", await page.TextContentAsync("#trouble"));
        Assert.Equal("Walk along the river", await page.InputValueAsync("input[name=name]"));
    }
}
