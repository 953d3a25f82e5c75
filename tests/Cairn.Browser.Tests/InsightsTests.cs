using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

public sealed partial class InsightsTests(Chromium chromium)
{
    private const int HeaviestPage = 90 * 1024;
    private static readonly DateOnly Monday = new(2026, 3, 2);

    public static TheoryData<Looks> AllLooks => [.. Looks.All];

    [Theory, MemberData(nameof(AllLooks))]
    public async Task Insights_are_worth_showing_with_nothing_and_with_many_days(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, looks);
        await page.GotoAsync("/insights");
        await page.Check("insights-none", looks);
        foreach (var path in await Fill(cairn))
        {
            await page.GotoAsync(path);
            await page.Check("insights" + Names().Replace(path, "").Replace('/', '-').Replace('?', '-'), looks);
            if (looks.Width >= Looks.Phone.Width)
            {
                Assert.Empty(await page.TooSmallForAThumb());
            }
        }
    }

    [Fact]
    public async Task Each_page_of_it_weighs_at_most_ninety_kilobytes_at_first_sight()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        foreach (var path in await Fill(cairn))
        {
            var page = await chromium.Look(cairn.Address, Looks.Phone);
            var bytes = await page.Weigh(path);
            TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {bytes} bytes");
            Assert.InRange(bytes, 1, HeaviestPage);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task An_experiment_goes_from_its_proposal_to_its_verdict()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, TestCairn.Monday.AddHours(7));
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var page = await chromium.Look(cairn.Address, Looks.Phone);

        await page.GotoAsync("/progress");
        await page.ClickAsync(".ways a[href='/insights']");
        await page.ClickAsync("#coin ~ details summary");
        await page.ClickAsync("#coin ~ details a:has-text('Walk')");
        await page.Check("experiment-proposal", Looks.Phone);
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync("#outcome:has-text('begins on')");
        var experiment = await cairn.Look(db => db.DayWords.OfType<Experiment>().AsNoTracking().SingleAsync());
        Assert.Equal(Monday.AddDays(1), experiment.Day);
        var coin = new SlowCoin(experiment.Day, experiment.Seed);
        var (dice, evenings) = (new Random(3), new Dictionary<DateOnly, int>());
        for (var day = experiment.Day; day < experiment.Day.AddDays(28); day = day.AddDays(1))
        {
            cairn.Clock.Advance(TimeSpan.FromDays(1));
            evenings[day] = 5 + dice.Next(-1, 2) + (coin.Asks(day) ? 2 : -1);
            if (day < experiment.Day.AddDays(4))
            {
                await LiveInTheBrowser(page, coin.Asks(day), evenings[day]);
            }
            else
            {
                await Rate(visitor, day, evenings[day]);
            }
        }

        await page.GotoAsync($"/insights/experiments/{experiment.Id}");
        await page.WaitForSelectorAsync("#outcome:has-text('day 28 of 84')");
        Assert.Equal(0, await page.Locator("[data-look]").CountAsync());
        await page.Check("experiment-day", Looks.Phone);

        cairn.Clock.Advance(TimeSpan.FromDays(1));
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("#outcome:has-text('makes your evenings better')");
        await page.Check("experiment-verdict", Looks.Phone);
        Assert.Equal("28", await page.GetAttributeAsync("[data-look]", "data-look"));
        const int coins = 50_000;
        var slow = coin.Compare(28, day => evenings.TryGetValue(day, out var rating) ? rating : null, coins);
        var said = await page.TextContentAsync("#surely");
        var p = double.Parse(Number().Matches(said!)[^1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(p, 0.0005, 0.005);
        Assert.Equal(slow.PValue, p, 4 * Math.Sqrt(slow.PValue / 1_999));

        await page.ClickAsync("form[action$='/stop'] button");
        await page.WaitForSelectorAsync("h1:has-text('Insights')");
        await page.GotoAsync("/");
        Assert.Equal(0, await page.Locator(".coin-card, .by-coin").CountAsync());
        await page.GotoAsync($"/insights/experiments/{experiment.Id}");
        await page.WaitForSelectorAsync("#outcome:has-text('makes your evenings better')");
    }

    /// <returns>Every page that there is.</returns>
    private static async Task<IReadOnlyList<string>> Fill(TestCairn cairn)
    {
        var (steps, over, running) = await UpwardLife.Live(cairn);
        return
        [
            "/insights",
            $"/insights/test/{steps[1]}",
            $"/insights/experiments/{over}",
            $"/insights/experiments/{running}?running",
            "/insights/shuffle",
            "/insights/how/worth-testing",
        ];
    }

    private static async Task LiveInTheBrowser(IPage page, bool asks, int evening)
    {
        await page.GotoAsync("/");
        await page.WaitForSelectorAsync($".coin-card:has-text('{(asks ? "Today with" : "Today without")}')");
        await page.Check(asks ? "experiment-with" : "experiment-without", Looks.Phone);
        if (asks)
        {
            Assert.Equal("by coin: today with it", await page.Locator(".by-coin").InnerTextAsync());
            await page.ClickAsync(".bar[value=Target]");
            await page.Locator(".step.done").WaitForAsync();
        }

        await page.Locator($".evening [name='rate.mood'][value='{evening}']").ClickAsync();
        await page.Locator(".evening .ask:has([aria-pressed=true])").First.WaitForAsync();
        await page.NothingWaits();
    }

    private static Task Rate(Visitor visitor, DateOnly day, int rating) =>
        visitor.Post(
            "/act/checkIn",
            new(StringComparer.Ordinal)
            {
                ["id"] = Guid.CreateVersion7(TestCairn.Monday).ToString(),
                ["day"] = $"{day:O}",
                ["rate.mood"] = $"{rating}",
            }
        );

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?")]
    private static partial Regex Number();

    [GeneratedRegex("^/insights|-?[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Names();
}
