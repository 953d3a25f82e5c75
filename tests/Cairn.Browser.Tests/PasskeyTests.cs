using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

/// <summary>Signing in with a passkey, in a browser whose authenticator is Chromium's own virtual one.</summary>
public sealed class PasskeyTests(Chromium chromium)
{
    private const string Password = "three stones on a hill";

    public static TheoryData<Looks> AllLooks => [.. Looks.All];

    [Fact]
    public async Task A_private_Cairn_gets_a_passkey_which_opens_it_again_after_signing_out()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
            await visitor.Press("tier", "Floor");
        }

        var page = await chromium.Look(ByName(cairn), Looks.Phone);
        await GiveAuthenticator(page);
        await page.GotoAsync("/account");
        await page.FillAsync("#name", "Ada");
        await page.ClickAsync("[data-makes-passkey]");
        await page.WaitForSelectorAsync("code");
        Assert.Equal(8, await page.Locator("code").CountAsync());

        await page.GotoAsync("/");
        await page.WorkerIsReady();
        await page.GotoAsync("/account");
        await page.ClickAsync("form[action='/sign-out'] button");
        await page.WaitForURLAsync("**/sign-in?left=true");
        Assert.Equal(0, await cairn.Look(db => db.Sessions.CountAsync()));

        await page.GotoAsync("/");
        await page.ClickAsync("[data-uses-passkey]");
        await page.WaitForSelectorAsync(".steps");
        Assert.Contains("1 stone", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        var passkey = await cairn.Look(db => db.Passkeys.SingleAsync());
        Assert.NotNull(passkey.Used);
        Assert.Equal(1, await cairn.Look(db => db.Accounts.CountAsync(a => a.Password == null)));
    }

    [Fact]
    public async Task A_passkey_is_added_beside_a_password_and_removed_again_and_opens_nothing_then()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(ByName(cairn), Looks.Phone);
        await GiveAuthenticator(page);
        await BecomeShared(page);
        await page.GotoAsync("/account");

        await page.ClickAsync("[data-makes-passkey]");
        await page.WaitForSelectorAsync("form[action$='/remove']");
        await page.ClickAsync("form[action$='/remove'] button");
        await page.WaitForSelectorAsync("text=opens nothing any more");
        Assert.Equal(0, await cairn.Look(db => db.Passkeys.CountAsync()));

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in");
        await page.ClickAsync("[data-uses-passkey]");
        await page.WaitForSelectorAsync("text=not known here");
    }

    [Fact]
    public async Task A_password_and_a_code_on_paper_sign_in_and_a_device_that_is_signed_out_from_elsewhere_is_out()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
        }

        var desk = await chromium.Look(ByName(cairn), Looks.Phone);
        await BecomeShared(desk);
        var code = await desk.InnerTextAsync("code >> nth=0");

        var phone = await chromium.Look(ByName(cairn), Looks.Phone);
        await phone.GotoAsync("/");
        await phone.FillAsync("#name", "Ada");
        await phone.FillAsync("#password", Password);
        await phone.ClickAsync("form[action='/sign-in'] button");
        await phone.WaitForSelectorAsync(".steps");

        var found = await chromium.Look(ByName(cairn), Looks.Phone);
        await found.GotoAsync("/sign-in/code");
        await found.FillAsync("#name", "Ada");
        await found.FillAsync("#code", code);
        await found.ClickAsync("form[action='/sign-in/code'] button");
        await found.WaitForSelectorAsync("form[action='/sign-out']");

        await desk.GotoAsync("/account");
        const string others = "form[action='/account/sessions/end-others']";
        await desk.ClickAsync($"{others} button");
        await desk.WaitForSelectorAsync(others, new() { State = WaitForSelectorState.Detached });
        Assert.Equal(1, await cairn.Look(db => db.Sessions.CountAsync()));
        foreach (var ended in new[] { phone, found })
        {
            await ended.GotoAsync("/goals");
            await ended.WaitForSelectorAsync("form[action='/sign-in']");
        }
    }

    [Theory, MemberData(nameof(AllLooks))]
    public async Task Signing_in_is_worth_showing_at_each_point(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(ByName(cairn), looks);
        await GiveAuthenticator(page);
        await page.GotoAsync("/account");
        await page.Check("account-1-first", looks);
        await BecomeShared(page);
        await page.Check("account-2-codes", looks);
        await page.GotoAsync("/account");
        await page.ClickAsync("[data-makes-passkey]");
        await page.WaitForSelectorAsync("form[action$='/remove']");
        var person = await cairn.Look(db => db.People.Select(p => p.Id).SingleAsync());
        await cairn.BeginSession(person);
        await page.GotoAsync("/account");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
        await page.Check("account-3-ways", looks);
        await page.GotoAsync("/people");
        await page.ClickAsync("form[action='/people/invitations'] button");
        await page.WaitForSelectorAsync("#link");
        await page.Check("account-4-people", looks);
        var link = await page.InputValueAsync("#link");

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(link);
        await page.Check("account-5-invited", looks);
        await page.GotoAsync("/goals");
        await page.FillAsync("#name", "Ada");
        await page.FillAsync("#password", "not this one at all");
        await page.ClickAsync("form[action='/sign-in'] button");
        await page.WaitForSelectorAsync("#wrong");
        await page.Check("account-6-sign-in", looks);
        await page.GotoAsync("/sign-in/code");
        await page.Check("account-7-code", looks);
        if (looks == Looks.Phone)
        {
            Assert.Empty(await page.TooSmallForAThumb());
        }
    }

    [Fact]
    public async Task At_an_address_of_numbers_a_calm_line_stands_where_the_button_would()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        await cairn.BecomesShared();
        var page = await chromium.Look(cairn.Address, Looks.Phone);
        await page.GotoAsync("/sign-in");

        await page.WaitForSelectorAsync("form[action='/sign-in/passkey'] .hint");
        Assert.False(await page.IsVisibleAsync("[data-uses-passkey]"));
        Assert.True(await page.IsVisibleAsync("#password"));
        await page.Check("sign-in-numbers", Looks.Phone);
    }

    /// <summary>A passkey belongs to a name: at an address of numbers there is none.</summary>
    private static Uri ByName(TestCairn cairn) => new UriBuilder(cairn.Address) { Host = "localhost" }.Uri;

    private static async Task BecomeShared(IPage page)
    {
        await page.GotoAsync("/account");
        await page.FillAsync("#name", "Ada");
        await page.FillAsync("#password", Password);
        await page.FillAsync("#again", Password);
        await page.ClickAsync(".way button.chip");
        await page.WaitForSelectorAsync("code");
    }

    /// <summary>As on a phone that knows its owner's finger.</summary>
    private static async Task GiveAuthenticator(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }
}
