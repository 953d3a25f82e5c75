using Cairn.Browser.Harness;
using Cairn.Harness;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

/// <summary>Keys for other programs, and what these can do.</summary>
public sealed class KeysPageTests(Chromium chromium)
{
    public static TheoryData<Looks> AllLooks => [.. Looks.All];

    [Theory, MemberData(nameof(AllLooks))]
    public async Task Making_a_key_and_reading_what_it_opens_are_worth_showing(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
        }

        var page = await chromium.Look(cairn.Address, looks);
        await page.GotoAsync("/settings");
        Assert.Empty(await page.TooSmallForAThumb());
        await page.ClickAsync("a[href='/settings/keys']");
        await page.WaitForSelectorAsync("[name=name]");
        await page.Check("keys-none", looks);
        await page.FillAsync("[name=name]", "The display in the hall");
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync(".made");
        Assert.Empty(await page.TooSmallForAThumb());
        await page.Check("keys-made", looks);
        await page.ClickAsync("[name=calendar]");
        await page.WaitForSelectorAsync(".made input[value*='.ics']");
        await page.Check("keys-calendar", looks);

        await page.GotoAsync("/api");
        await page.Check("api", looks);
        foreach (var operation in await page.Locator(".api summary").AllAsync())
        {
            await operation.ClickAsync();
        }

        await page.Check("api-open", looks);
    }
}
