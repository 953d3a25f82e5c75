using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

/// <summary>The page of one goal.</summary>
public sealed class GoalTests(Chromium chromium)
{
    private const int AnyScreen = 90 * 1024;

    public static TheoryData<Looks> AllLooks => [.. Looks.All];

    [Theory, MemberData(nameof(AllLooks))]
    public async Task A_goal_is_worth_showing_at_each_point_of_its_life(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, looks);
        var path = await Begin(cairn);

        await page.GotoAsync(path);
        await page.Check("goal-1-begun", looks);
        await page.ClickAsync(".words-of summary");
        await page.FillAsync("#why", "To climb the tower with Ada in May, and to see the river from up there.");
        await page.Check("goal-1-words", looks);
        await page.ClickAsync(".words-of button.primary");
        await page.WaitForSelectorAsync(".goal-why");
        await LiveDays(cairn, 5);
        await page.GotoAsync(path);
        await page.ClickAsync(".ladder-picture summary");
        await page.Check("goal-2-under-way", looks);
        await page.GotoAsync($"{path}/matters");
        await page.Check("goal-3-matters", looks);
        await page.ClickAsync("form[action='/act/pause'] button");
        await page.WaitForSelectorAsync(".standing");
        await page.Check("goal-4-waits", looks);
        await page.ClickAsync(".standing button");
        await page.WaitForSelectorAsync(".goal .next");
        await page.ClickAsync("button[value=LetGo]");
        await page.WaitForSelectorAsync(".standing button[value=Open]");
        await page.Check("goal-5-let-go", looks);
        await page.GotoAsync("/goals");
        await page.ClickAsync(".folded-goals summary");
        await page.Check("goal-6-in-the-list", looks);
    }

    [Fact]
    public async Task Its_controls_can_be_hit_with_a_thumb_and_the_page_is_light()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, Looks.Phone);
        var path = await Begin(cairn);
        await LiveDays(cairn, 5);

        var bytes = await page.Weigh(path);

        Assert.InRange(bytes, 1, AnyScreen);
        Assert.Empty(await page.TooSmallForAThumb());
    }

    private static async Task<string> Begin(TestCairn cairn)
    {
        using var visitor = cairn.Visit();
        await visitor.BeginWithALadder();
        return await cairn.FirstGoal();
    }

    private static async Task LiveDays(TestCairn cairn, int days)
    {
        using var visitor = cairn.Visit();
        for (var day = 0; day < days; day++)
        {
            await visitor.Open("/");
            await visitor.Press("tier", day % 2 == 0 ? "Target" : "Floor");
            cairn.Clock.Advance(TimeSpan.FromDays(1));
        }
    }
}
