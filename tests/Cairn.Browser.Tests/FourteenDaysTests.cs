using System.Globalization;
using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

/// <summary>
/// One person, one step, fourteen days on a phone. Beside the screen the engine alone is told the same things: each
/// morning the screen has to show its bars.
/// </summary>
public sealed class FourteenDaysTests(Chromium chromium)
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public async Task Fourteen_days_show_what_the_engine_offers_and_never_blame()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
        }

        var told = await Told.Of(cairn);
        var page = await chromium.Look(cairn.Address, Looks.Phone);
        var walk = new Walk(cairn, told, page);

        await walk.Wakes();
        await walk.Wins(Tier.Floor);
        await walk.Says("Your first stone. Whatever comes, it stays.");
        await page.Check("walk-01-first", Looks.Phone);

        await walk.Sleeps();
        await walk.Wins(Tier.Target);
        await walk.Sleeps();
        await walk.Wins(Tier.Stretch);
        await page.Check("walk-03-more", Looks.Phone);

        await walk.Sleeps();
        var fine = told.BarsOn(walk.Day);
        await walk.Feels(DayFeel.Rough);
        var rough = told.BarsOn(walk.Day, DayFeel.Rough);
        Assert.True(rough.Target < fine.Target, $"{rough} {fine}");
        await walk.Says("A rough day: every size is smaller now. Any of them counts in full.");
        await page.Check("walk-04-rough", Looks.Phone);
        await walk.Wins(Tier.Floor);

        await walk.Sleeps();
        var before = told.BarsOn(walk.Day);
        await walk.SaysNotToday(MissReason.TooBig);
        await walk.Answers("mine to change");
        await walk.Tells("mine to change");
        await page.Check("walk-05-too-big", Looks.Phone);

        await walk.Sleeps();
        var smaller = told.BarsOn(walk.Day);
        Assert.True(smaller.Target < before.Target && smaller.Target >= before.Target / 2, $"{smaller} {before}");
        await walk.SaysNotToday(MissReason.Forgot);
        await walk.Answers("the size stays");
        await walk.Tells("the size stays");

        await walk.Sleeps();
        Assert.Equal(Said(smaller), Said(told.BarsOn(walk.Day)));
        await walk.Wins(Tier.Target);
        await walk.Sleeps();
        await walk.Rests();
        await walk.Answers("Nothing is expected");
        await page.Check("walk-08-rest", Looks.Phone);

        await walk.Sleeps();
        await walk.Feels(DayFeel.Good);
        await walk.Says("A good day: every size has grown a little. The small one still counts.");
        await walk.Wins(Tier.Target);

        // Nobody is here for three days.
        var last = told.BarsOn(walk.Day, DayFeel.Good);
        await walk.Sleeps(nights: 4);
        var half = told.BarsOn(walk.Day);
        Assert.True(half.Target <= last.Target / 2, $"{half} {last}");
        await walk.Says("Good that you are here. After 3 days it begins with half, and half is enough.");
        Assert.True(await page.IsVisibleAsync(".said.return"));
        await page.Check("walk-13-return", Looks.Phone);
        await walk.Wins(Tier.Floor);
        await walk.Says("Back after 3 days. That is the hard part.");
        Assert.True(await page.IsVisibleAsync(".said.mark"));
        await page.Check("walk-13-back", Looks.Phone);

        await walk.Sleeps();
        Assert.True(told.BarsOn(walk.Day).Target > half.Target, "what was believed did not go with the lapse");
        await walk.Wins(Tier.Target);
        Assert.Equal(Monday.AddDays(13), walk.Day);
        await page.Check("walk-14-again", Looks.Phone);
        Assert.Equal(8, await cairn.Look(db => db.Entries.CountAsync(entry => entry.Outcome == Outcome.Won)));
    }

    private static string Said(Bars bars) =>
        string.Create(CultureInfo.InvariantCulture, $"{bars.Floor} {bars.Target} {bars.Stretch}");

    private sealed class Walk(TestCairn cairn, Told told, IPage page)
    {
        private DayFeel? feel;

        public DateOnly Day { get; private set; } = Monday;

        /// <summary>Opens Today: it is the day, and the bars are the engine's.</summary>
        public async Task Wakes()
        {
            await page.Clock.SetFixedTimeAsync(cairn.Clock.GetUtcNow().UtcDateTime);
            cairn.Clock.Advance(TimeSpan.FromHours(1)); // no tap is ahead of the server
            await page.GotoAsync("/");
            await Shows("open", told.BarsOn(Day));
        }

        public async Task Sleeps(int nights = 1)
        {
            await page.NothingWaits();
            await page.GotoAsync("about:blank");
            cairn.Clock.Advance(TimeSpan.FromHours((24 * nights) - 1));
            (Day, feel) = (Day.AddDays(nights), null);
            await Wakes();
        }

        public async Task Feels(DayFeel how)
        {
            await page.ClickAsync($"button[value={how}]");
            feel = how;
            told.Felt(Day, how);
            await Shows("open", told.BarsOn(Day, feel));
        }

        public async Task Wins(Tier tier)
        {
            var bars = told.BarsOn(Day, feel);
            await page.ClickAsync($".bar[value={tier}]");
            told.Won(Day, tier, bars);
            await Shows("won", bars);
            var next = told.BarsOn(Day.AddDays(1));
            await Answers(
                next.Floor < next.Target ? $"at least {next.Floor}, aim {next.Target} min" : $"{next.Target} min"
            );
        }

        public Task SaysNotToday(MissReason reason)
        {
            var bars = told.BarsOn(Day);
            told.Missed(Day, reason, bars);
            return Menu($"button[name=reason][value={reason}]", "notToday", bars);
        }

        public Task Rests()
        {
            var bars = told.BarsOn(Day);
            told.Rested(Day);
            return Menu("form[action='/act/rest'] button >> nth=0", "rest", bars);
        }

        public async Task Says(string sentence) => await page.WaitForSelectorAsync($".said:text-is('{sentence}')");

        public async Task Answers(string part) => await page.WaitForSelectorAsync($".step .answer:has-text('{part}')");

        /// <summary>What a screen reader is told.</summary>
        public Task Tells(string part) =>
            page.Until("part => document.getElementById('say').textContent.includes(part)", part);

        private async Task Menu(string button, string state, Bars bars)
        {
            await page.ClickAsync(".step summary");
            await page.ClickAsync(".menu " + button);
            await Shows(state, bars);
        }

        private async Task Shows(string state, Bars bars) =>
            await page.WaitForSelectorAsync(
                $".step[data-day='{Day:O}'][data-state={state}][data-bars='{Said(bars)}']",
                new() { State = WaitForSelectorState.Attached }
            );
    }
}
