using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Browser;

public sealed class UnstickTests(Chromium chromium)
{
    public static TheoryData<Looks> AllLooks => [.. Looks.All];

    [Theory, MemberData(nameof(AllLooks))]
    public async Task From_stuck_to_a_stone_each_screen_is_worth_showing(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
            for (var day = 0; day < 2; day++)
            {
                await visitor.Open("/");
                await visitor.Press("reason", "TooBig");
                cairn.Clock.Advance(TimeSpan.FromDays(1));
            }
        }

        var page = await chromium.Look(cairn.Address, looks);
        await page.Clock.SetFixedTimeAsync(cairn.Clock.GetUtcNow().UtcDateTime);
        await page.GotoAsync("/");
        await page.Check("unstick-today", looks);
        await page.ClickAsync(".stuck a");
        await page.Check("unstick-1", looks);
        await page.ClickAsync("[value=Resistance]");
        await page.WaitForSelectorAsync("#unstick-2");
        await page.Check("unstick-2", looks);
        await page.ClickAsync("[name=what] >> nth=0");
        await page.WaitForSelectorAsync("#unstick-3");
        await page.Check("unstick-3", looks);
        await page.ClickAsync("[name=first] >> nth=1");
        await page.WaitForSelectorAsync("#unstick-4");
        await page.Check("unstick-4", looks);
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync(".clock:not(:empty)");
        await page.Check("now", looks);
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync("[data-state=won] .said[data-say]");
        await page.Check("now-done", looks);
        Assert.Equal(
            StepKind.Task,
            (await cairn.Look(db => db.Entries.SingleAsync(entry => entry.Outcome == Outcome.Won))).Kind
        );
    }
}
