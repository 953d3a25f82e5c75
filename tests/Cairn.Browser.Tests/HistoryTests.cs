using System.Globalization;
using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Demo;
using Cairn.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

public sealed class HistoryTests(Chromium chromium)
{
    private const int HeaviestPage = 90 * 1024;

    public static TheoryData<Looks> AllLooks => [.. Looks.All];

    [Theory, MemberData(nameof(AllLooks))]
    public async Task Searching_correcting_and_the_report_are_worth_showing_with_nothing_and_after_five_years(
        Looks looks
    )
    {
        await using var empty = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(empty.Address, looks);
        await page.GotoAsync("/history");
        await page.Check("history-none", looks);
        await page.GotoAsync("/report");
        await page.Check("report-none", looks);

        await using var cairn = await FiveYears();
        page = await chromium.Look(cairn.Address, looks);
        await page.GotoAsync("/history?q=mull&kind=CheckIns");
        await page.Check("history-found", looks);
        await page.Locator(".found-day h2 a").First.ClickAsync();
        await page.Check("history-day", looks);
        foreach (var change in await page.Locator(".card > details > summary").AllAsync())
        {
            await change.ClickAsync();
        }

        Assert.Empty(await page.TooSmallForAThumb());
        await page.Check("history-day-open", looks);
        await page.GotoAsync("/report");
        Assert.Empty(await page.TooSmallForAThumb());
        await page.Check("report-choices", looks);
        await page.GotoAsync(await Everything(cairn));
        await page.Check("report", looks);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.Check("report-print", looks);
    }

    [Fact]
    public async Task Each_page_weighs_at_most_ninety_kilobytes_at_first_sight_after_five_years()
    {
        await using var cairn = await FiveYears();
        foreach (var path in new[] { "/history", "/history/day/2026-03-10", "/report", await Everything(cairn) })
        {
            var page = await chromium.Look(cairn.Address, Looks.Phone);
            var bytes = await page.Weigh(path);
            Assert.InRange(bytes, 1, HeaviestPage);
            TestContext.Current.TestOutputHelper?.WriteLine($"{path.Split('?')[0]}: {bytes} bytes");
            await page.Context.CloseAsync();
        }
    }

    private static async Task<string> Everything(TestCairn cairn)
    {
        using var visitor = cairn.Visit();
        await visitor.Open("/reflect/letter/2026-02");
        await visitor.Open("/report");
        var parts = visitor
            .Page.QuerySelectorAll("input[name=part]")
            .Select(box => "part=" + box.GetAttribute("value"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"/report/print?from=2025-12-01&through=2026-03-17&{string.Join('&', parts)}"
        );
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
