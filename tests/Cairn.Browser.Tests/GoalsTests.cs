using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Harness;
using Xunit;

namespace Cairn.Browser;

public sealed class GoalsTests(Chromium chromium)
{
    public static TheoryData<Looks> AllLooks => [.. Looks.All];

    [Theory, MemberData(nameof(AllLooks))]
    public async Task The_list_of_goals_is_worth_showing_empty_and_full(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, looks);

        await page.GotoAsync("/goals");
        await page.Check("goals-none", looks);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
            await visitor.Press("tier", "Floor");
        }

        await page.GotoAsync("/goals");
        await page.Check("goals", looks);
    }
}
