using Cairn.Browser.Harness;
using Cairn.Harness;
using Xunit;

namespace Cairn.Browser;

public sealed class WeightTests(Chromium chromium)
{
    private const int Today = 60 * 1024;
    private const int Script = 25 * 1024;

    [Fact]
    public async Task Today_weighs_at_most_sixty_kilobytes_on_the_first_load_everything_included()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
            await visitor.Press("tier", "Floor");
        }

        var page = await chromium.Look(cairn.Address, Looks.Phone);
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        var (all, scripts, requests) = (0L, 0L, 0);
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        network.Event("Network.responseReceived").OnEvent += (_, told) =>
            kinds[told!.Value.GetProperty("requestId").GetString()!] = told.Value.GetProperty("type").GetString()!;
        network.Event("Network.loadingFinished").OnEvent += (_, told) =>
        {
            var bytes = (long)told!.Value.GetProperty("encodedDataLength").GetDouble();
            all += bytes;
            requests++;
            scripts += kinds[told.Value.GetProperty("requestId").GetString()!] == "Script" ? bytes : 0;
        };

        await page.GotoAsync("/", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        Assert.InRange(all, 1, Today);
        Assert.InRange(scripts, 1, Script);
        Assert.InRange(requests, 3, 8);
        TestContext.Current.TestOutputHelper?.WriteLine($"{all} bytes, {scripts} of them script, {requests} requests");
    }
}
