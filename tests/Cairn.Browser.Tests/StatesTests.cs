using Cairn.Browser.Harness;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

/// <summary>Today in the states that a good day never shows. One step and many are seen in the tests of the day.</summary>
public sealed class StatesTests(Chromium chromium)
{
    public static TheoryData<Looks> SomeLooks => [Looks.Phone, new Looks(1280, Dark: true)];

    [Theory, MemberData(nameof(SomeLooks))]
    public async Task With_nothing_to_do_there_is_one_sentence_and_one_action(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, looks);

        await page.GotoAsync("/?later=true");

        await page.Check("state-empty", looks);
        Assert.Equal(1, await page.Locator(".empty a").CountAsync());
    }

    [Theory, MemberData(nameof(SomeLooks))]
    public async Task Steps_that_share_a_name_are_told_apart_and_so_are_paused_ones(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await Settled(cairn, looks, steps: 3);

        await page.GotoAsync("/");
        await page.Check("state-same-names", looks);
        await page.ClickAsync(".step summary >> nth=0");
        await page.ClickAsync(".menu button[formaction='/act/pause'] >> nth=0");
        await page.WaitForSelectorAsync(".waiting");
        await page.Check("state-one-waits", looks);
        await page.ClickAsync(".folded button[formaction='/act/pause']");
        await page.WaitForSelectorAsync(".waiting >> nth=1");
        await page.Check("state-all-wait", looks);
    }

    [Theory, MemberData(nameof(SomeLooks))]
    public async Task What_cannot_be_is_said_beside_what_was_typed_with_and_without_the_script(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await Settled(cairn, looks, steps: 1);
        await page.GotoAsync("/");
        await page.ClickAsync(".step summary");
        await page.FillAsync(".exact input[name=amount]", "-3");
        await page.ClickAsync(".exact button");
        await page.WaitForSelectorAsync("#refused:visible li");
        await page.Check("state-refused", looks);

        page = await chromium.Look(cairn.Address, looks); // without a worker that has the scripts
        await page.RouteAsync("**/cairn*.js", route => route.AbortAsync());
        await page.GotoAsync("/");
        await page.ClickAsync(".step summary");
        await page.FillAsync(".exact input[name=amount]", "-3");
        await page.ClickAsync(".exact button");
        await page.WaitForSelectorAsync(".step .wrong");
        Assert.Equal("-3", await page.InputValueAsync(".exact input[name=amount]"));
        await page.Check("state-error", looks);
    }

    [Theory, MemberData(nameof(SomeLooks))]
    public async Task Without_a_network_what_waits_is_shown_and_said(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await Settled(cairn, looks, steps: 2);
        await page.GotoAsync("/");
        await page.WorkerIsReady();
        await page.IsKept("/", "data-step");

        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync(".bar >> nth=0");
        await page.WaitForSelectorAsync("#waits:visible");
        await page.Check("state-waits", looks);
        await page.ReloadAsync();
        await page.WaitForSelectorAsync(".bar[aria-pressed=true]");
        await page.Check("state-offline", looks);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("the table is clear, or half of it, or only the corner where I sit in the evening")]
    public async Task The_rows_stay_where_they_are_when_a_tap_is_answered(string? goodEnough)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await Settled(cairn, Looks.Phone, steps: 4);
        await cairn.Look(db =>
            db.StepVersions.ExecuteUpdateAsync(set => set.SetProperty(version => version.GoodEnough, goodEnough))
        );
        await page.GotoAsync("/");
        var before = await Tops();

        await page.ClickAsync(".step >> nth=1 >> .bar >> nth=0");
        await page.WaitForSelectorAsync(".step .answer");

        Assert.Equal(before, await Tops());
        Assert.Equal(goodEnough is null ? 0 : 1, await page.Locator(".answer .planned").CountAsync());
        await page.Check(goodEnough is null ? "state-answer" : "state-answer-good-enough", Looks.Phone);
        var line = (await page.Locator(".step .answer").BoundingBoxAsync())!;
        var foot = (await page.Locator(".places").BoundingBoxAsync())!;
        Assert.True(line.Y + line.Height <= foot.Y, "the answer lies over the places");

        Task<double[]> Tops() =>
            page.EvaluateAsync<double[]>(
                "() => [...document.querySelectorAll('.step')].map(row => row.getBoundingClientRect().top)"
            );
    }

    [Fact]
    public async Task A_page_that_turns_without_a_network_expects_no_step_whose_rhythm_leaves_the_day_free()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await Settled(cairn, Looks.Phone, steps: 3);
        await page.Clock.SetFixedTimeAsync(TestCairn.Monday.UtcDateTime);
        await page.GotoAsync("/");
        var first = Guid.Parse((await page.Locator(".step").First.GetAttributeAsync("data-step"))!);
        await cairn.Look(db =>
            db.StepVersions.Where(version => version.StepId == first)
                .ExecuteUpdateAsync(set => set.SetProperty(version => version.Days, "mon wed"))
        );
        await page.ReloadAsync();
        Assert.Equal("1 0 0", await Next());

        await page.Context.SetOfflineAsync(true);
        await TurnTo(1);
        Assert.Equal("0 1 0", await Next());
        Assert.True(await page.IsVisibleAsync($"[data-step='{first}'][data-free]"));
        await TurnTo(2);
        Assert.Equal("1 0 0", await Next());
        Assert.False(await page.IsVisibleAsync("[data-free]"));

        Task<string> Next() =>
            page.EvaluateAsync<string>(
                "() => [...document.querySelectorAll('.step')].map(row => +row.classList.contains('next')).join(' ')"
            );

        async Task TurnTo(int days)
        {
            var day = TestCairn.Monday.AddDays(days);
            await page.Clock.SetFixedTimeAsync(day.UtcDateTime);
            await page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
            await page.WaitForSelectorAsync($".steps[data-day='{day:yyyy-MM-dd}']");
        }
    }

    [Fact]
    public async Task How_the_day_is_covers_no_cairn_of_the_days_before()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
            for (var day = 0; day < 6; day++)
            {
                await visitor.Press("tier", "Stretch");
                await visitor.NextDay(cairn);
            }
        }

        var page = await chromium.Look(cairn.Address, Looks.Phone);
        await page.GotoAsync("/");

        var covered = await page.EvaluateAsync<int>(
            """
            () => {
              const top = document.querySelector('.feel').getBoundingClientRect().top;
              const cairns = [...document.querySelectorAll('.cairn-scene [data-ago]')].filter(cairn => cairn.dataset.ago !== '0');
              if (cairns.length < 6) throw new Error(`${cairns.length} cairns`);
              return cairns.filter(cairn => cairn.getBoundingClientRect().bottom > top + 4).length;
            }
            """
        );
        Assert.Equal(0, covered);
    }

    /// <summary>Some steps, all with the name that the walk to Today gives.</summary>
    private async Task<IPage> Settled(TestCairn cairn, Looks looks, int steps)
    {
        using var visitor = cairn.Visit();
        for (var step = 0; step < steps; step++)
        {
            await visitor.Begin();
        }

        Assert.Equal(steps, await cairn.Look(db => db.Steps.CountAsync()));
        var page = await chromium.Look(cairn.Address, looks);
        await page.Clock.SetFixedTimeAsync(TestCairn.Monday.UtcDateTime);
        cairn.Clock.Advance(TimeSpan.FromHours(1)); // no tap is ahead of the server
        return page;
    }
}
