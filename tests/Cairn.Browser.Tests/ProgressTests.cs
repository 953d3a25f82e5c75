using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Demo;
using Cairn.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

public sealed class ProgressTests(Chromium chromium)
{
    private const int HeaviestPage = 90 * 1024;

    private static readonly string[] Pictures = ["day", "week", "month", "year", "all", "calendar", "growth"];

    public static TheoryData<Looks> AllLooks => [.. Looks.All];

    [Theory, MemberData(nameof(AllLooks))]
    public async Task The_cairn_is_worth_showing_with_nothing_with_one_win_and_after_five_years(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, TestCairn.Monday.AddDays(15));
        var page = await chromium.Look(cairn.Address, looks);
        await page.GotoAsync("/progress");
        await page.Check("progress-none", looks);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
            await visitor.Press("tier", "Floor");
        }

        foreach (var picture in Pictures)
        {
            await page.GotoAsync("/progress/" + picture);
            await page.Check($"progress-one-{picture}", looks);
        }

        await using var years = await FiveYears();
        page = await chromium.Look(years.Address, looks);
        foreach (var picture in Pictures)
        {
            await page.GotoAsync("/progress/" + picture);
            if (looks.Width >= Looks.Phone.Width)
            {
                // Seven days of a week do not fit a narrower phone at 48 px each; the list has the same links.
                Assert.Empty(await page.TooSmallForAThumb());
            }

            await page.Check($"progress-years-{picture}", looks);
        }

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.Check("progress-years-print", looks);
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        for (var hidden = 0; hidden < 3; hidden++)
        {
            await page.Locator(".hide-figure button").First.ClickAsync();
            await Assertions.Expect(page.Locator(".hidden-figure")).ToHaveCountAsync(hidden + 1);
        }

        await page.Check("progress-years-hidden", looks);
    }

    [Fact]
    public async Task Each_picture_weighs_at_most_ninety_kilobytes_at_first_sight_after_five_years()
    {
        await using var cairn = await FiveYears();
        foreach (var picture in Pictures)
        {
            var page = await chromium.Look(cairn.Address, Looks.Phone);
            var bytes = await page.Weigh("/progress/" + picture);
            Assert.InRange(bytes, 1, HeaviestPage);
            TestContext.Current.TestOutputHelper?.WriteLine($"{picture}: {bytes} bytes");
            await page.Context.CloseAsync();
        }
    }

    private static async Task<TestCairn> FiveYears()
    {
        var cairn = await TestCairn.Start(Database.Sqlite, TestCairn.Monday.AddDays(15));
        var gate = cairn.Services.GetRequiredService<WriteGate>();
        await cairn.Look(db =>
            new DemoPeople(db, gate, cairn.Clock).Write(1, 5, 3, null, _ => { }, CancellationToken.None)
        );
        return cairn;
    }
}
