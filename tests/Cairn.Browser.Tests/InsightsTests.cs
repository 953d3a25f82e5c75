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
        await cairn.Look(db =>
            db.DayWords.OfType<Experiment>().ExecuteUpdateAsync(set => set.SetProperty(e => e.Seed, 5L))
        ); // any coin will do; with this one the walk is the same each time
        var experiment = await cairn.Look(db => db.DayWords.OfType<Experiment>().AsNoTracking().SingleAsync());
        Assert.Equal(Monday.AddDays(1), experiment.Day);
        var coin = new SlowCoin(experiment.Day, experiment.Seed);
        var (dice, evenings) = (new Random(3), new Dictionary<DateOnly, int>());

        await Live(28);
        await page.WaitForSelectorAsync("#outcome:has-text('day 28 of 84')");
        Assert.Equal(0, await page.Locator("[data-look]").CountAsync());
        await page.Check("experiment-day", Looks.Phone);
        await Look(28, "Not clear yet", 0.0051, 1);
        await Live(56);
        Assert.Equal("28", await page.GetAttributeAsync("[data-look]", "data-look"));
        await Look(56, "makes your evenings better", 0.0005, 0.014);

        await page.WaitForSelectorAsync("main:has-text('A clear answer stays')");
        await page.ClickAsync("form[action$='/stop'] button.primary");
        await page.WaitForSelectorAsync("h1:has-text('Insights')");
        await page.GotoAsync("/");
        Assert.Equal(0, await page.Locator(".coin-card, .by-coin").CountAsync());
        await page.GotoAsync($"/insights/experiments/{experiment.Id}");
        await page.WaitForSelectorAsync("#outcome:has-text('makes your evenings better')");

        // The days of the experiment up to one of them: the first four in the browser, the others as quickly as they go.
        async Task Live(int days)
        {
            while (DateOnly.FromDateTime(cairn.Clock.GetUtcNow().UtcDateTime) < experiment.Day.AddDays(days - 1))
            {
                cairn.Clock.Advance(TimeSpan.FromDays(1));
                var day = DateOnly.FromDateTime(cairn.Clock.GetUtcNow().UtcDateTime);
                evenings[day] =
                    5 + dice.Next(-2, 3) + (coin.Asks(day) ? (day < experiment.Day.AddDays(28) ? 1 : 3) : 0);
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
        }

        async Task Look(int days, string outcome, double least, double most)
        {
            cairn.Clock.Advance(TimeSpan.FromDays(1));
            var today = DateOnly.FromDateTime(cairn.Clock.GetUtcNow().UtcDateTime);
            await page.ReloadAsync();
            await page.WaitForSelectorAsync($"#outcome:has-text('{outcome}')");
            Assert.Equal($"{days}", await page.GetAttributeAsync("[data-look]", "data-look"));
            const int coins = 50_000;
            var slow = coin.Compare(days, day => evenings.TryGetValue(day, out var rating) ? rating : null, coins);
            var said = await page.TextContentAsync("#surely");
            var p = double.Parse(Number().Matches(said!)[^1].Value, CultureInfo.InvariantCulture);
            Assert.InRange(p, least, most);
            Assert.Equal(slow.PValue, p, (4 * Math.Sqrt(slow.PValue / 1_999)) + 0.0005);
            await page.Check($"experiment-look-{days}", Looks.Phone);
            evenings[today] = 5;
            await Rate(visitor, today, 5);
        }
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
            Assert.Equal("coin: do it", await page.Locator(".by-coin").InnerTextAsync());
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
