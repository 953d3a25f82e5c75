using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Browser;

public sealed class RoutinesTests(Chromium chromium)
{
    public static TheoryData<Looks> AllLooks => [.. Looks.All];

    [Theory, MemberData(nameof(AllLooks))]
    public async Task A_routine_is_made_and_played_and_each_screen_is_worth_showing(Looks looks)
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

        var page = await chromium.Look(cairn.Address, looks);
        await page.Clock.SetFixedTimeAsync(cairn.Clock.GetUtcNow().UtcDateTime);
        await page.GotoAsync("/routines");
        await page.Check("routines-none", looks);
        await page.ClickAsync("main a.button");
        await page.FillAsync("#name", "After getting up");
        await page.FillAsync("#minutes", "5");
        await page.ClickAsync(".chips button");
        await page.WaitForSelectorAsync(".chosen li");
        await page.ClickAsync(".chips button");
        await page.WaitForSelectorAsync(".chosen li >> nth=1");
        await page.Check("routine-made", looks);
        await page.ClickAsync("[value=save]");
        await page.WaitForSelectorAsync(".routine-start");
        await page.Check("routine-start", looks);
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/1");
        await page.Check("routine-play", looks);
        await page.ClickAsync("[formaction='/act/timer']");
        await page.WaitForSelectorAsync(".clock");
        await page.Check("routine-clock", looks);
        await page.ClickAsync(".bar >> nth=0");
        await page.WaitForSelectorAsync(".said[data-say]");
        await page.Check("routine-won", looks);
        await page.ClickAsync("main a.button");
        await page.ClickAsync("text=/^(Skip it|Überspringen)$/");
        await page.Check("routine-end", looks);
        await page.GotoAsync("/routines");
        await page.Check("routines", looks);
        Assert.Equal(1, await cairn.Look(db => db.Entries.CountAsync(entry => entry.Outcome == Outcome.Won)));
    }
}
