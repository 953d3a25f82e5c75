using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

/// <summary>From a goal that overwhelms to a ladder that begins with two minutes.</summary>
public sealed class LaddersTests(Chromium chromium)
{
    private const string FirstStone = ".said:has-text('Your first stone')";
    private const int AnyScreen = 90 * 1024;

    public static TheoryData<Looks> AllLooks => [.. Looks.All];

    [Theory, MemberData(nameof(AllLooks))]
    public async Task Each_screen_around_the_ladders_is_worth_showing(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, looks);
        var german = looks.Language.StartsWith("de", StringComparison.Ordinal);

        await page.GotoAsync("/welcome");
        await page.FillAsync("#title", german ? "Ich komme nie zum Sport" : "I never get to exercise");
        await page.ClickAsync("button[value=health]");
        await page.WaitForSelectorAsync("a.ladder");
        await page.Check("ladders-1-offers", looks);
        await page.ClickAsync("a.ladder >> nth=1");
        await page.WaitForSelectorAsync("#name:not([value=''])");
        await page.Check("ladders-2-taken", looks);
        await page.ClickAsync("button.primary");
        await page.ClickAsync("button[name=rating][value='8']");
        await page.WaitForSelectorAsync("#own");
        await page.Check("ladders-3-cue", looks);
        await page.ClickAsync("button[name=cue] >> nth=0");
        await page.WaitForSelectorAsync(".bar");
        await page.Check("ladders-4-today", looks);
        await page.GotoAsync("/ladders");
        await page.Check("ladders-5-all", looks);
        await page.ClickAsync("a.area[data-area=work]");
        await page.WaitForSelectorAsync("a.ladder");
        await page.Check("ladders-6-area", looks);
        await page.GotoAsync("/ladders/strength-at-home");
        await page.Check("ladders-7-ladder", looks);
        await page.GotoAsync("/ladders?q=qwrtzpxv");
        await page.Check("ladders-8-nothing", looks);
        await page.GotoAsync("/welcome");
        await page.FillAsync("#title", "qwrtzpxv");
        await page.ClickAsync("button[value=work]");
        await page.WaitForSelectorAsync("#name");
        await page.Check("ladders-9-own-words", looks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_a_ladder_one_text_and_at_most_twelve_taps_lead_to_the_first_stone(bool javaScript)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, Looks.Phone, javaScript);
        var taps = 0;
        await page.GotoAsync("/");

        await Tap("#title");
        await page.Keyboard.TypeAsync("I never get to exercise");
        await Tap("button[value=health]");
        await Tap("a.ladder >> nth=0");
        await Tap("button.primary");
        await Tap("button[name=rating][value='5']");
        await page.WaitForSelectorAsync("text=Then half of it");
        await Tap("button[name=rating][value='8']");
        await Tap("button[name=cue] >> nth=0");
        await Tap(".bar >> nth=0");
        await page.WaitForSelectorAsync(FirstStone);

        Assert.True(taps <= 12, $"{taps} taps");
        var (step, wins) = await cairn.Look(async db =>
            (await db.StepVersions.OrderByDescending(v => v.Number).FirstAsync(), await db.Entries.CountAsync())
        );
        Assert.NotNull(step.Ladder);
        Assert.NotNull(step.Cue);
        Assert.Equal(1, wins);

        async Task Tap(string selector)
        {
            await page.TapAsync(selector);
            taps++;
        }
    }

    [Theory]
    [InlineData("/ladders")]
    [InlineData("/ladders?area=personal")]
    [InlineData("/ladders?q=sleep")]
    [InlineData("/ladders/short-walk")]
    public async Task Every_control_can_be_hit_with_a_thumb_and_the_page_is_light(string path)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, Looks.Phone);
        var bytes = 0L;
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        network.Event("Network.loadingFinished").OnEvent += (_, told) =>
            bytes += (long)told!.Value.GetProperty("encodedDataLength").GetDouble();

        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.InRange(bytes, 1, AnyScreen);
        var small = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main button, main a, main input[type=text]')]
              .filter(control => !control.matches('.unseen, .skip'))
              .map(control => [control, control.getBoundingClientRect()])
              .filter(([control, box]) => box.width < 48 || box.height < 48)
              .map(([control, box]) => `${control.textContent.trim()}: ${box.width} x ${box.height}`)
            """
        );
        Assert.Empty(small);
    }
}
