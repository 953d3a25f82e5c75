using System.Diagnostics;
using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

/// <summary>The plan around a step: when, what may come in between, what is good enough.</summary>
public sealed class StepTests(Chromium chromium)
{
    private const int AnyScreen = 90 * 1024;

    public static TheoryData<Looks> AllLooks => [.. Looks.All];

    [Theory, MemberData(nameof(AllLooks))]
    public async Task The_editor_is_worth_showing_fresh_filled_refused_and_changed_elsewhere(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, looks);
        var path = await Begin(cairn);

        await page.GotoAsync(path);
        await page.Check("step-1-fresh", looks);
        await page.ClickAsync("button[value=plan-0]");
        await page.WaitForSelectorAsync("#planB:not([value=''])");
        await page.FillAsync("#goodEnough", "my shoes are on");
        await page.ClickAsync("summary");
        await page.FillAsync("#worstDay", "a bit");
        await page.ClickAsync("#save");
        await page.WaitForSelectorAsync("#worstDay-wrong");
        await page.Check("step-2-refused", looks);
        await page.FillAsync("#worstDay", "1");
        using (var other = cairn.Visit())
        {
            await other.Open(path);
            other.Fill("place", "along the river");
            await other.Press();
        }

        await page.ClickAsync("#save");
        await page.WaitForSelectorAsync(".elsewhere");
        await page.Check("step-3-elsewhere", looks);
        await page.ClickAsync("#save");
        await page.WaitForSelectorAsync("text=/Saved|Gespeichert/");
        await page.GotoAsync("/");
        await page.ClickAsync(".step summary");
        await page.Check("step-4-menu-on-today", looks);
        await page.ClickAsync(".bar >> nth=0");
        await page.WaitForSelectorAsync(".planned");
        await page.Check("step-5-good-enough", looks);
    }

    [Theory, MemberData(nameof(AllLooks))]
    public async Task The_tiny_tasks_that_make_it_easier_are_worth_showing_and_done_right_there(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, looks);

        await page.GotoAsync($"{await Begin(cairn)}/easier");
        await page.Check("easier-1-empty", looks);
        await page.FillAsync("#text-friction", "Bring the walking shoes up from the cellar");
        await page.ClickAsync("[aria-labelledby=friction] button[value=add]");
        await page.WaitForSelectorAsync("button[value=begin]");
        Assert.Equal("", await page.InputValueAsync("#text-friction"));
        await page.ClickAsync("button[value=begin]");
        await page.ClickAsync("form[action='/act/done'] button");
        await page.WaitForSelectorAsync(".easier .is-done");
        await page.ClickAsync("a.idea >> nth=0");
        await page.WaitForSelectorAsync("#text-environment:not([value=''])");
        await page.ClickAsync("[aria-labelledby=environment] button[value=add]");
        await page.WaitForSelectorAsync("button[value=begin]");
        await page.Check("easier-2-under-way", looks);
        if (looks == Looks.Phone)
        {
            Assert.Empty(await page.TooSmallForAThumb());
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_typed_goal_to_a_step_with_cue_and_plan_B_in_fifteen_taps_and_ninety_seconds(
        bool javaScript
    )
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, Looks.Phone, javaScript);
        var taps = 0;
        await page.GotoAsync("/");
        var clock = Stopwatch.StartNew();

        await Tap("#title");
        await page.Keyboard.TypeAsync("I never get to exercise");
        await Tap("button[value=health]");
        await Tap("a.ladder >> nth=0");
        await Tap("form.question button.primary");
        await Tap("button[name=rating][value='8']");
        await Tap("button[name=cue] >> nth=0");
        await Tap(".step summary >> nth=0");
        await Tap(".menu a[href^='/steps/']");
        await Tap("button[value=plan-0]");
        await page.WaitForSelectorAsync("#planB:not([value=''])");
        await Tap("#planB");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" and smile");
        await Tap("#save");
        await page.WaitForSelectorAsync("text=Saved. It holds from today on.");

        var seconds = clock.Elapsed.TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine($"{taps} taps, {seconds:0.0} s");
        Assert.True(taps <= 15, $"{taps} taps");
        Assert.True(seconds <= 90, $"{seconds:0.0} s");
        var step = await cairn.Look(db => db.StepVersions.OrderByDescending(v => v.Number).FirstAsync());
        Assert.NotNull(step.Cue);
        Assert.NotNull(step.Obstacle);
        Assert.EndsWith(" and smile", step.PlanB, StringComparison.Ordinal);

        async Task Tap(string selector)
        {
            await page.TapAsync(selector);
            taps++;
        }
    }

    [Fact]
    public async Task What_was_typed_and_then_put_in_from_a_suggestion_is_what_stands_in_the_field()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, Looks.Phone);
        await page.GotoAsync(await Begin(cairn));
        await page.FillAsync("#planB", "something of mine");
        await page.FillAsync("#goodEnough", "my shoes are on");

        await page.ClickAsync("button[value=plan-0]");
        await page.WaitForSelectorAsync("text=Put in, not saved yet");

        Assert.NotEqual("something of mine", await page.InputValueAsync("#planB"));
        Assert.Equal("my shoes are on", await page.InputValueAsync("#goodEnough"));
    }

    [Fact]
    public async Task Its_controls_can_be_hit_with_a_thumb_and_the_page_is_light()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var page = await chromium.Look(cairn.Address, Looks.Phone);

        Assert.InRange(await page.Weigh(await Begin(cairn)), 1, AnyScreen);
        Assert.Empty(await page.TooSmallForAThumb());
    }

    private static async Task<string> Begin(TestCairn cairn)
    {
        using var visitor = cairn.Visit();
        await visitor.BeginWithALadder();
        return await cairn.FirstStep();
    }
}
