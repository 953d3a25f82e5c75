using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

public sealed class BreakdownTests(Chromium chromium)
{
    private const int ManyTasks = 500;
    private const int Levels = 6;

    public static TheoryData<Looks> AllLooks => [.. Looks.All];

    [Theory, MemberData(nameof(AllLooks))]
    public async Task From_what_is_in_the_way_to_small_steps_each_screen_is_worth_showing(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var path = await Goal(cairn);
        var page = await chromium.Look(cairn.Address, looks);

        await page.GotoAsync(path);
        await page.Check("breakdown-why", looks);
        await page.ClickAsync("button[value=Perfectionism]");
        await page.WaitForSelectorAsync(".tree");
        await page.Check("breakdown-draft", looks);
        await page.FillAsync(".tree li:nth-child(4) [name=minutes]", "45");
        await page.Check("breakdown-large", looks);
        await page.ClickAsync(".tree .large .large-note button");
        await page.ClickAsync("button[value=save]");
        await page.WaitForSelectorAsync(".breakdown a.button");
        await page.Check("breakdown-saved", looks);
    }

    [Fact]
    public async Task A_long_task_gets_groups_and_each_can_be_shown_to_a_friend()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var path = await Goal(cairn);
        var page = await chromium.Look(cairn.Address, Looks.Phone);

        await page.GotoAsync(path);
        await page.SelectOptionAsync("#minutes", "600");
        await page.ClickAsync("button[value=TooBig]");
        await page.WaitForSelectorAsync(".tree");

        await page.Check("breakdown-long", Looks.Phone);
    }

    [Fact]
    public async Task Five_hundred_tasks_six_deep_are_moved_split_and_shrunk_by_keyboard_without_a_lost_one()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var path = await Goal(cairn);
        await Keep(cairn, Many());
        var page = await chromium.Look(cairn.Address, new Looks(1280, Dark: false));
        await page.GotoAsync(path);

        for (var at = 7; at < ManyTasks; at += 61)
        {
            foreach (
                var keys in new[]
                {
                    "Alt+ArrowUp",
                    "Alt+ArrowRight",
                    "Alt+ArrowDown",
                    "Alt+ArrowLeft",
                    "Alt+-",
                    "Alt+ArrowUp",
                }
            )
            {
                await page.FocusAsync($".tree li:nth-child({at}) textarea");
                await page.Keyboard.PressAsync(keys);
            }
        }

        await page.FocusAsync($".tree li:last-child textarea");
        await page.Keyboard.PressAsync("Alt+Enter");
        Assert.True(await page.Locator(".tree li").CountAsync() > ManyTasks);
        await page.ClickAsync("button[value=save]");
        await page.WaitForSelectorAsync(".breakdown a.button");

        await NothingIsLost(cairn);
        await page.Check("breakdown-many", new Looks(1280, Dark: false));
    }

    [Fact]
    public async Task Five_hundred_tasks_six_deep_are_moved_split_and_shrunk_by_touch_without_a_lost_one()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var path = await Goal(cairn);
        await Keep(cairn, Many());
        var page = await chromium.Look(cairn.Address, Looks.Phone);
        await page.GotoAsync(path);

        for (var at = 5; at < 60; at += 9)
        {
            foreach (var button in new[] { "up", "in", "down", "out", "smaller", "up" })
            {
                await page.TapAsync($".tree li:nth-child({at}) .pick");
                await page.TapAsync($".tools button[value={button}]");
            }
        }

        await page.TapAsync(".tree li:nth-child(500) .pick");
        await page.TapAsync(".tools button[value=split]");
        Assert.True(await page.Locator(".tree li").CountAsync() > ManyTasks);
        await Drag(page, from: 2, to: 9);
        await page.Check("breakdown-many", Looks.Phone);
        await page.TapAsync("button[value=save]");
        await page.WaitForSelectorAsync(".breakdown a.button");

        await NothingIsLost(cairn);
    }

    [Fact]
    public async Task A_row_that_is_dragged_takes_what_is_below_it_along()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var path = await Goal(cairn);
        await Keep(cairn, [Task("a", 0), Task("a1", 1), Task("b", 0), Task("c", 0)]);
        var page = await chromium.Look(cairn.Address, Looks.Phone);
        await page.GotoAsync(path);

        await Drag(page, from: 1, to: 4);

        Assert.Equal("0 b,0 c,0 a,1 a1", await Said(page));
    }

    [Fact]
    public async Task With_and_without_the_script_the_buttons_do_the_same()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var path = await Goal(cairn);
        await Keep(cairn, [.. Many().Take(40)]);
        var (with, without) = (
            await chromium.Look(cairn.Address, Looks.Phone),
            await chromium.Look(cairn.Address, Looks.Phone, javaScript: false)
        );
        await with.GotoAsync(path);
        await without.GotoAsync(path);
        var dice = new Random(11);

        foreach (
            var button in Enumerable
                .Repeat<string[]>(["up", "in", "down", "out", "smaller", "split", "remove"], 4)
                .SelectMany(b => b)
        )
        {
            var at = dice.Next(1, 30);
            foreach (var page in new[] { with, without })
            {
                await page.FocusAsync($".tree li:nth-child({at}) [name=at]"); // a pointer may find the tools above it
                await page.Keyboard.PressAsync("Space");
                if (page == with)
                {
                    await page.ClickAsync($".tools button[value={button}]");
                    continue;
                }

                await page.RunAndWaitForRequestFinishedAsync( // else the next page is read while half of it is there
                    () => page.ClickAsync($".tools button[value={button}]"),
                    new() { Predicate = request => request.IsNavigationRequest }
                );
                await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
            }

            Assert.Equal(await Said(without), await Said(with));
        }
    }

    [Fact]
    public async Task The_tree_of_one_task_weighs_less_than_ninety_kilobytes()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var path = await Goal(cairn);
        await Keep(cairn, Many());
        var page = await chromium.Look(cairn.Address, Looks.Phone);
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        var all = 0L;
        network.Event("Network.loadingFinished").OnEvent += (_, told) =>
            all += (long)told!.Value.GetProperty("encodedDataLength").GetDouble();

        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        TestContext.Current.TestOutputHelper?.WriteLine($"{all} bytes with {ManyTasks} tasks");
        Assert.InRange(all, 1, 90 * 1024);
    }

    private static async Task<string> Goal(TestCairn cairn)
    {
        using var visitor = cairn.Visit();
        await visitor.Begin();
        return $"{await cairn.FirstGoal()}/breakdown";
    }

    private static Task<int> Keep(TestCairn cairn, IReadOnlyCollection<OutlineTask> tasks) =>
        cairn.Look(async db =>
        {
            var goal = await db.Goals.SingleAsync();
            db.Outlines.Add(
                new Outline
                {
                    PersonId = goal.PersonId,
                    Owner = goal.Id,
                    Kind = OutlineKind.Tasks,
                    Number = 1,
                    Packed = Outline.Pack(tasks),
                    Written = TestCairn.Monday,
                }
            );
            return await db.SaveChangesAsync();
        });

    private static OutlineTask Task(string text, int depth) =>
        new(Guid.CreateVersion7(TestCairn.Monday), depth, text, 5);

    private static OutlineTask[] Many() =>
        [.. Enumerable.Range(0, ManyTasks).Select(i => Task($"Do piece {i} of it", i % Levels) with { Minutes = 20 })];

    private static async Task NothingIsLost(TestCairn cairn)
    {
        var outlines = await cairn.Look(db => db.Outlines.OrderBy(outline => outline.Number).ToListAsync());
        Assert.Equal(2, outlines.Count);
        var (before, after) = (outlines[0].Tasks, outlines[1].Tasks);
        Assert.Equal(
            before.Select(task => task.Text).Order(),
            after.Where(task => before.Any(b => b.Id == task.Id)).Select(task => task.Text).Order()
        );
        Assert.False(before.SequenceEqual(after));
        Assert.Contains(after, task => task.Minutes == 10 && before.Any(b => b.Id == task.Id)); // shrunk
        Assert.Contains(after, task => !before.Any(b => b.Id == task.Id)); // split
    }

    private static Task<string> Said(IPage page) =>
        page.EvaluateAsync<string>(
            "() => [...document.querySelectorAll('.tree li')].map(row => `${row.dataset.depth} ${row.querySelector('textarea').value}`).join()"
        );

    /// <summary>With a finger: down on the grip, along, and up behind the other row.</summary>
    private static async Task Drag(IPage page, int from, int to)
    {
        var grip = (await page.Locator($".tree li:nth-child({from}) .pick").BoundingBoxAsync())!;
        var target = (await page.Locator($".tree li:nth-child({to})").BoundingBoxAsync())!;
        var finger = await page.Context.NewCDPSessionAsync(page);
        var (x, y) = (grip.X + (grip.Width / 2), grip.Y + (grip.Height / 2));
        var end = target.Y + (target.Height * .8);
        await Touch("touchStart", y);
        for (var step = 1; step <= 5; step++)
        {
            await Touch("touchMove", y + ((end - y) * step / 5));
        }

        await finger.SendAsync(
            "Input.dispatchTouchEvent",
            new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() }
        );

        Task Touch(string type, double at) =>
            finger.SendAsync(
                "Input.dispatchTouchEvent",
                new() { ["type"] = type, ["touchPoints"] = new[] { new { x, y = at } } }
            );
    }
}
