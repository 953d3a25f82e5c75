using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

public sealed class DayTests(Chromium chromium)
{
    // German words differ, and are checked by WordsTests; the states are walked in English.
    public static TheoryData<Looks> AllLooks => [.. Looks.All.Select(looks => looks with { Language = "en-GB" })];

    [Theory, MemberData(nameof(AllLooks))]
    public async Task Without_the_script_a_day_with_every_kind_of_step_is_worth_showing_in_each_state(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await Furnish(cairn);
        var page = await chromium.Look(cairn.Address, looks);

        await page.RouteAsync("**/cairn*.js", route => route.AbortAsync()); // axe itself needs JavaScript, so only ours is left out

        await page.GotoAsync("/");
        await page.Check("day-open", looks);
        await page.ClickAsync("button[value=Rough]");
        await page.WaitForSelectorAsync("text=A rough day");
        await page.Check("day-rough", looks);
        await page.ClickAsync(".step summary >> nth=0");
        await page.Check("day-menu", looks);
        await page.ClickAsync("button[value=NoEnergy] >> nth=0");
        await page.WaitForSelectorAsync(".answer:has-text('mine to change')");
        await page.Check("day-not-today", looks);
        await page.ClickAsync("[data-kind=task] .bar");
        await page.WaitForSelectorAsync(".answer:has-text('behind you')");
        await page.ClickAsync(".moments button >> nth=0");
        await page.WaitForSelectorAsync(".answer:has-text('1 today')");
        await page.FillAsync("#noticed", "I breathed before I answered");
        await page.ClickAsync(".noticed button");
        await page.WaitForSelectorAsync(".answer:has-text('and kept')");
        await page.Check("day-noticed", looks);
        await page.ClickAsync(".step[data-state=open][data-kind=practice] .bar >> nth=0");
        await page.WaitForSelectorAsync(".step .answer");
        await page.Check("day-won", looks);
        await page.ClickAsync(".scene");
        await page.Check("day-list", looks);
        await page.GotoAsync("/day/2026-03-01");
        await page.Check("day-yesterday", looks);
    }

    /// <summary>A second practice, a task, two moments and three folded steps, all known for a fortnight.</summary>
    private static Task<int> Furnish(TestCairn cairn) =>
        cairn.Look(async db =>
        {
            var walk = await db.Steps.SingleAsync();
            var version = await db.StepVersions.AsNoTracking().OrderBy(v => v.Number).LastAsync();
            var (monday, place) = (new DateOnly(2026, 2, 16), 1);
            db.StepVersions.Add(version with { Number = version.Number + 1, From = monday });
            Add("Thesis: open the file", StepKind.Practice, 20, "min", "the kettle is on");
            Add("Send the tax form", StepKind.Task, 30, "min", null);
            Add("Vegetables", StepKind.Practice, 2, "servings", null);
            Add("Tidy one drawer", StepKind.Practice, 5, "things", "the news");
            Add("Read", StepKind.Practice, 10, "pages", null);
            Add("Call a friend", StepKind.Task, 15, "min", null);
            Add("Paused before reacting", StepKind.Moment, 1, "times", null);
            Add("Drank water", StepKind.Moment, 1, "times", null);
            return await db.SaveChangesAsync();

            void Add(string name, StepKind kind, double stated, string unit, string? cue)
            {
                var id = Guid.CreateVersion7(TestCairn.Monday.AddSeconds(place));
                db.Steps.Add(
                    new Step
                    {
                        PersonId = walk.PersonId,
                        Id = id,
                        GoalId = walk.GoalId,
                        Kind = kind,
                        Position = place++,
                        Created = TestCairn.Monday,
                    }
                );
                db.StepVersions.Add(
                    version with
                    {
                        StepId = id,
                        Number = 1,
                        From = monday,
                        Name = name,
                        Unit = unit,
                        Scale = kind == StepKind.Task ? Scale.Minutes : Units.ScaleOf(unit),
                        Stated = stated,
                        WorstDay = null,
                        Cue = cue,
                    }
                );
            }
        });
}
