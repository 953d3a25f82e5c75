using Cairn.Browser.Harness;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Browser;

public sealed class WeightTests(Chromium chromium)
{
    private const int Today = 60 * 1024;
    private const int Script = 25 * 1024;
    private const int AnyScreen = 90 * 1024;

    [Fact]
    public async Task Today_weighs_at_most_sixty_kilobytes_on_the_first_load_everything_included()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
            await visitor.Press("tier", "Floor");
        }

        var page = await chromium.Look(cairn.Address, Looks.Phone);
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        var (all, scripts, requests) = (0L, 0L, 0);
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        network.Event("Network.responseReceived").OnEvent += (_, told) =>
            kinds[told!.Value.GetProperty("requestId").GetString()!] = told.Value.GetProperty("type").GetString()!;
        network.Event("Network.loadingFinished").OnEvent += (_, told) =>
        {
            var bytes = (long)told!.Value.GetProperty("encodedDataLength").GetDouble();
            all += bytes;
            requests++;
            scripts += kinds[told.Value.GetProperty("requestId").GetString()!] == "Script" ? bytes : 0;
        };

        await page.GotoAsync("/", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        Assert.InRange(all, 1, Today);
        Assert.InRange(scripts, 1, Script);
        Assert.InRange(requests, 3, 8);
        TestContext.Current.TestOutputHelper?.WriteLine($"{all} bytes, {scripts} of them script, {requests} requests");
    }

    [Fact]
    public async Task Every_screen_of_goals_steps_and_routines_weighs_at_most_ninety_kilobytes_on_the_first_load()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var heavy = new List<string>();
        foreach (var path in await Screens(cairn))
        {
            var page = await chromium.Look(cairn.Address, Looks.Phone); // nothing is in its cache
            var bytes = await page.Weigh(path);
            TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes: {path}");
            Assert.InRange(bytes, 1, long.MaxValue);
            if (bytes > AnyScreen)
            {
                heavy.Add($"{path}: {bytes} bytes");
            }

            await page.CloseAsync();
        }

        Assert.True(heavy.Count == 0, string.Join('\n', heavy));
    }

    private static async Task<IReadOnlyList<string>> Screens(TestCairn cairn)
    {
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var (goal, step) = await cairn.Look(db =>
            db.Steps.Select(s => new ValueTuple<Guid, Guid>(s.GoalId, s.Id)).SingleAsync()
        );
        var (now, routine) = (Guid.CreateVersion7(TestCairn.Monday), Guid.CreateVersion7(TestCairn.Monday));
        await visitor.Post($"/goals/{goal}/unstick/start", new() { ["id"] = $"{now}", ["what"] = "Lay out the shoes" });
        await visitor.Post(
            $"/routines/{routine}",
            new()
            {
                ["number"] = "0",
                ["name"] = "After getting up",
                ["minutes"] = "5",
                ["step"] = $"{step}",
                ["do"] = "save",
            }
        );
        await visitor.Open($"/goals/{goal}/breakdown");
        await visitor.Press("blocker", "TooBig");
        await visitor.PostAll(
            $"/goals/{goal}/breakdown",
            [
                new("number", "0"),
                new("do", "save"),
                new("task", $"{Guid.CreateVersion7(TestCairn.Monday)}"),
                new("depth", "0"),
                new("text", "Find the shoes"),
                new("minutes", "2"),
            ]
        );
        return
        [
            "/goals",
            $"/goals/{goal}",
            $"/goals/{goal}/matters",
            $"/goals/{goal}/breakdown",
            $"/goals/{goal}/breakdown/why",
            $"/goals/{goal}/unstick",
            $"/now/{now}",
            $"/steps/{step}",
            $"/steps/{step}/easier",
            "/routines",
            "/routines/new",
            $"/routines/{routine}",
            $"/routines/{routine}/play",
            $"/routines/{routine}/play/1",
            $"/routines/{routine}/short/1",
            "/ladders",
            "/welcome",
            $"/welcome/{goal}?others=true",
        ];
    }
}
