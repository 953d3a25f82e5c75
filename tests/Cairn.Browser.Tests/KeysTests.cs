using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

public sealed class KeysTests(Chromium chromium)
{
    [Fact]
    public async Task A_whole_day_is_driven_by_keyboard_alone()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
            await visitor.Begin();
            await cairn.Look(db =>
                db.StepVersions.OrderBy(version => version.StepId)
                    .Take(1)
                    .ExecuteUpdateAsync(set => set.SetProperty(version => version.Name, "Read"))
            );
        }

        var looks = new Looks(1280, Dark: false);
        var page = await chromium.Look(cairn.Address, looks);
        await page.Clock.SetFixedTimeAsync(TestCairn.Monday.UtcDateTime);
        cairn.Clock.Advance(TimeSpan.FromHours(1)); // no key is ahead of the server
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("1");
        await Counts(cairn, Tier.Floor);
        await page.Keyboard.PressAsync("u");
        await Counts(cairn);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("2");
        await Counts(cairn, Tier.Target);
        Assert.Equal("true", await page.GetAttributeAsync(".step >> nth=1 >> .bar >> nth=1", "aria-pressed"));
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("3");
        await Counts(cairn, Tier.Target, Tier.Stretch);

        await page.Keyboard.PressAsync("?");
        await page.WaitForSelectorAsync("#keys[open]");
        await page.Check("keys", looks);
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.IsVisibleAsync("#keys"));
    }

    [Fact]
    public async Task A_reason_a_rest_a_noticed_win_and_their_undo_need_no_pointer()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
        }

        var page = await chromium.Look(cairn.Address, new Looks(1280, Dark: false));
        await page.Clock.SetFixedTimeAsync(TestCairn.Monday.UtcDateTime);
        cairn.Clock.Advance(TimeSpan.FromHours(1)); // no key is ahead of the server
        await page.GotoAsync("/");

        await GoToTheStep();
        await FromTheMenu("button[value=NoEnergy]");
        await page.WaitForSelectorAsync(".step[data-state=notToday] .answer");
        Assert.Equal("SUMMARY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        await page.Keyboard.PressAsync("u");
        await page.WaitForSelectorAsync(".step[data-state=open]");

        await GoToTheStep();
        await FromTheMenu("form[action='/act/rest'] button");
        await page.WaitForSelectorAsync(".step[data-state=rest] .answer");
        await page.Keyboard.PressAsync("u");
        await page.WaitForSelectorAsync(".step[data-state=open]");

        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("I breathed before I answered");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".answer:has-text('and kept')");
        await Reach("button[value=Rough]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".said:has-text('A rough day')");

        await page.NothingWaits();
        var counting = await cairn.Look(db =>
            db.Entries.Where(entry => entry.SupersededBy == null).Select(entry => entry.Outcome).ToListAsync()
        );
        Assert.Equal([Outcome.TakenBack], counting);
        Assert.Equal(
            1,
            await cairn.Look(db => db.DayWords.OfType<NoticedWin>().CountAsync(w => w.SupersededBy == null))
        );

        // The first key waits for the script that knows it; what comes after it has to find it done.
        async Task GoToTheStep()
        {
            await page.Keyboard.PressAsync("j");
            await page.WaitForSelectorAsync(".step .bar:focus");
        }

        async Task FromTheMenu(string button)
        {
            await page.Keyboard.PressAsync("Shift+Tab");
            await page.Keyboard.PressAsync("Enter");
            await Reach(button);
            await page.Keyboard.PressAsync("Enter");
        }

        async Task Reach(string selector)
        {
            for (var presses = 0; presses < 60; presses++)
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

    [Fact]
    public async Task Keys_can_be_switched_off_and_never_act_where_one_types()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
        }

        var page = await chromium.Look(cairn.Address, new Looks(1280, Dark: false));
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("?");
        await page.UncheckAsync("#keys input");
        await page.Keyboard.PressAsync("Escape");

        await page.Keyboard.PressAsync("1");
        await page.WaitForTimeoutAsync(500);

        Assert.Equal(0, await page.Locator(".bar[aria-pressed=true]").CountAsync());
    }

    private static async Task Counts(TestCairn cairn, params Tier[] expected)
    {
        List<Tier?> tiers = [];
        for (var tries = 0; tries < 200; tries++)
        {
            tiers = await cairn.Look(db =>
                db.Entries.Where(entry => entry.SupersededBy == null && entry.Outcome == Outcome.Won)
                    .OrderBy(entry => entry.At)
                    .Select(entry => entry.Tier)
                    .ToListAsync()
            );
            if (tiers.SequenceEqual(expected.Select(tier => (Tier?)tier)))
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"expected {string.Join(", ", expected)}, there is {string.Join(", ", tiers)}");
    }
}
