using Cairn.Browser.Harness;
using Cairn.Harness;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

/// <summary>Signing in with the host's provider of OpenID Connect, which runs here, as a browser with our strict policy does it.</summary>
public sealed class ProviderTests(Chromium chromium)
{
    [Fact]
    public async Task It_is_connected_on_one_device_and_signs_in_on_another()
    {
        await using var provider = await TestProvider.Start();
        await using var cairn = await TestCairn.Start(
            Database.Sqlite,
            Commands.Clock.OfThisMachine.GetUtcNow(),
            provider.Settings
        );
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
            await visitor.Press("tier", "Floor");
        }

        var person = await cairn.BecomesShared("Ada");
        provider.AsksFirst = true;
        var desk = await SignedIn(cairn, person, Looks.Phone);
        await desk.GotoAsync("/account");
        await desk.ClickAsync("a[href='/account/provider']");
        await desk.ClickAsync("text=Yes, it is me");
        await desk.WaitForSelectorAsync("text=It is connected");

        var phone = await chromium.Look(ByName(cairn), Looks.Phone);
        await phone.GotoAsync("/");
        await phone.ClickAsync("a[href^='/sign-in/provider']");
        await phone.ClickAsync("text=Yes, it is me");
        await phone.WaitForSelectorAsync(".steps");
        Assert.Contains("1 stone", await phone.InnerTextAsync("main"), StringComparison.Ordinal);

        foreach (var looks in Looks.All)
        {
            var page = await SignedIn(cairn, person, looks);
            await page.GotoAsync("/account?said=provider");
            await page.Check("provider-1-account", looks);
            if (looks == Looks.Phone)
            {
                Assert.Empty(await page.TooSmallForAThumb());
            }

            await page.Context.ClearCookiesAsync();
            await page.GotoAsync("/sign-in?why=unknown");
            await page.Check("provider-2-sign-in", looks);
        }
    }

    private async Task<IPage> SignedIn(TestCairn cairn, Guid person, Looks looks)
    {
        var page = await chromium.Look(ByName(cairn), looks);
        var pass = await cairn.BeginSession(person);
        await page.Context.AddCookiesAsync([
            new Cookie
            {
                Name = "cairn-session",
                Value = pass.Text,
                Url = ByName(cairn).ToString(),
            },
        ]);
        return page;
    }

    private static Uri ByName(TestCairn cairn) => new UriBuilder(cairn.Address) { Host = "localhost" }.Uri;
}
