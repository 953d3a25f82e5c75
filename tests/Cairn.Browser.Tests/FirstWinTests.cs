using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

public sealed class FirstWinTests(Chromium chromium)
{
    private const string FirstStone = ".said:has-text('Your first stone')";

    public static TheoryData<Looks> AllLooks => [.. Looks.All];

    [Theory, MemberData(nameof(AllLooks))]
    public async Task From_the_first_page_to_the_first_stone_each_screen_is_worth_showing(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, looks);

        await page.GotoAsync("/");
        await page.Check("1-goal", looks);
        await page.FillAsync("#title", "I never get to exercise");
        await page.ClickAsync("button[value=health]");
        await page.WaitForSelectorAsync("#name");
        await page.Check("2-step", looks);
        await page.FillAsync("#name", "Walk");
        await page.FillAsync("#amount", "20");
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync(".ruler");
        await page.Check("3-sure", looks);
        await page.ClickAsync("button[name=rating][value='5']");
        await page.WaitForSelectorAsync(".question .said");
        await page.Check("4-half", looks);
        await page.ClickAsync("button[name=rating][value='8']");
        await page.WaitForSelectorAsync("#own");
        await page.Check("5-cue", looks);
        await page.ClickAsync("button[name=cue] >> nth=0");
        await page.WaitForSelectorAsync(".bar");
        await page.Check("6-today", looks);
        await page.ClickAsync(".bar >> nth=0");
        await page.WaitForSelectorAsync(".bar[aria-pressed=true]");
        await page.WaitForTimeoutAsync(500);
        await page.Check("7-first-stone", looks);
        await page.GotoAsync("/settings");
        await page.Check("8-settings", looks);
        await page.GotoAsync("/nowhere");
        await page.Check("9-nowhere", looks);
    }

    [Fact]
    public async Task A_newcomer_needs_at_most_twelve_taps_and_two_short_texts()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, Looks.Phone);
        var (taps, texts) = (0, 0);
        await page.GotoAsync("/");

        await Type("#title", "Move more");
        await Tap("button[value=health]");
        await Type("#name", "Walk");
        await Tap("button.primary");
        await Tap("button[name=rating][value='5']");
        await page.WaitForSelectorAsync("text=Then half of it");
        await Tap("button[name=rating][value='8']");
        await Tap("button[name=cue] >> nth=0");
        await Tap(".bar >> nth=0");
        await page.WaitForSelectorAsync(FirstStone);

        Assert.True(taps <= 12, $"{taps} taps");
        Assert.Equal(2, texts);

        async Task Tap(string selector)
        {
            await page.TapAsync(selector);
            taps++;
        }

        async Task Type(string selector, string text)
        {
            await Tap(selector);
            await page.Keyboard.TypeAsync(text);
            texts++;
        }
    }

    [Fact]
    public async Task With_JavaScript_the_whole_path_is_walked_without_a_page_load()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, Looks.Phone);
        await page.GotoAsync("/");
        await page.EvaluateAsync("window.stillTheSamePage = true");

        await WalkToTheFirstStone(page);
        await page.ClickAsync("text=Undo");
        await page.WaitForSelectorAsync(".bar[aria-pressed=true]", new() { State = WaitForSelectorState.Detached });

        Assert.True(await page.EvaluateAsync<bool>("window.stillTheSamePage === true"));
        await page.NothingWaits();
        Assert.Equal(2, await cairn.Look(db => db.Entries.CountAsync()));
    }

    [Fact]
    public async Task Without_JavaScript_the_whole_path_works_too()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, Looks.Phone, javaScript: false);
        await page.GotoAsync("/");

        await WalkToTheFirstStone(page);
        await page.ClickAsync("text=Undo");
        await page.WaitForSelectorAsync(".bar[aria-pressed=true]", new() { State = WaitForSelectorState.Detached });

        Assert.Equal(1, await cairn.Look(db => db.Entries.CountAsync(entry => entry.Outcome == Outcome.TakenBack)));
    }

    [Fact]
    public async Task The_win_is_announced_once_to_a_screen_reader()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, Looks.Phone);
        await page.GotoAsync("/");

        await WalkToTheFirstStone(page);

        Assert.Contains("Your first stone", await page.TextContentAsync("#say"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_path_is_walked_by_keyboard_alone()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, new Looks(1280, Dark: false));
        await page.GotoAsync("/");

        await Reach(page, "#title");
        await page.Keyboard.TypeAsync("Move more");
        await Reach(page, "button[value=health]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#name");
        await Reach(page, "#name");
        await page.Keyboard.TypeAsync("Walk");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".ruler");
        await Reach(page, "button[value='8']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#own");
        await Reach(page, "#own");
        await page.Keyboard.TypeAsync("wake up");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".bar");
        await Reach(page, ".bar");
        await page.Keyboard.PressAsync("Space");

        await page.WaitForSelectorAsync(FirstStone);
        Assert.Contains("after I wake up", await page.TextContentAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_cannot_reach_Cairn_says_so_and_can_be_given_again()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, Looks.Phone);
        await page.GotoAsync("/");
        await page.FillAsync("#title", "Move more");

        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync("button[value=health]");
        await page.WaitForSelectorAsync("#trouble:visible");
        await page.Context.SetOfflineAsync(false);
        await page.ClickAsync("button[value=health]");
        await page.WaitForSelectorAsync("#name");

        Assert.False(await page.IsVisibleAsync("#trouble"));
    }

    private static async Task WalkToToday(IPage page)
    {
        await page.FillAsync("#title", "Move more");
        await page.ClickAsync("button[value=health]");
        await page.FillAsync("#name", "Walk");
        await page.ClickAsync("button.primary");
        await page.ClickAsync("button[name=rating][value='8']");
        await page.ClickAsync("button[name=cue] >> nth=0");
        await page.WaitForSelectorAsync(".bar");
    }

    private static async Task WalkToTheFirstStone(IPage page)
    {
        await WalkToToday(page);
        await page.ClickAsync(".bar >> nth=0");
        await page.WaitForSelectorAsync(FirstStone);
    }

    private static async Task Reach(IPage page, string selector)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} cannot be reached with the Tab key");
    }
}
