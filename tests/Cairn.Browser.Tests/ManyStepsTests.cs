using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Demo;
using Cairn.Harness;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cairn.Browser;

public sealed class ManyStepsTests(Chromium chromium)
{
    public static TheoryData<Looks> AllLooks => [.. Looks.All];

    [Theory, MemberData(nameof(AllLooks))]
    public async Task A_year_with_five_steps_is_worth_showing(Looks looks)
    {
        await using var cairn = await YearOfFiveSteps();
        var page = await chromium.Look(cairn.Address, looks);

        await page.GotoAsync("/");

        await page.Check("today-five-steps", looks);
    }

    [Fact]
    public async Task At_least_four_rows_are_visible_without_scrolling_on_a_phone()
    {
        await using var cairn = await YearOfFiveSteps();
        var page = await chromium.Look(cairn.Address, Looks.Phone);

        await page.GotoAsync("/");

        var visible = await page.EvaluateAsync<int>(
            """
            () => {
              const foot = document.querySelector('.places').getBoundingClientRect().top;
              return [...document.querySelectorAll('.step')].filter(row => row.getBoundingClientRect().bottom <= foot).length;
            }
            """
        );
        Assert.True(visible >= 4, $"{visible} rows end above the bottom bar");
    }

    [Fact]
    public async Task Every_control_of_Today_can_be_hit_with_a_thumb()
    {
        await using var cairn = await YearOfFiveSteps();
        var page = await chromium.Look(cairn.Address, Looks.Phone);

        await page.GotoAsync("/");

        var small = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main button, main a, nav a')]
              .filter(control => !control.matches('.unseen, .skip') && control.checkVisibility())
              .map(control => [control, control.getBoundingClientRect()])
              .filter(([control, box]) => box.width < 48 || box.height < 48 || (control.matches('.bar') && (box.width < 52 || box.height < 52)))
              .map(([control, box]) => `${control.textContent.trim()}: ${box.width} x ${box.height}`)
            """
        );
        Assert.Empty(small);
    }

    private static async Task<TestCairn> YearOfFiveSteps()
    {
        var cairn = await TestCairn.Start(Database.Sqlite);
        var gate = cairn.Services.GetRequiredService<WriteGate>();
        await cairn.Look(db =>
            new DemoPeople(db, gate, cairn.Clock).Write(
                1,
                years: 1,
                seed: 3,
                until: null,
                _ => { },
                CancellationToken.None
            )
        );
        return cairn;
    }
}
