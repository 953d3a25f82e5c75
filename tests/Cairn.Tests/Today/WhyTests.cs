using System.Net;
using Cairn.Harness;
using Xunit;

namespace Cairn.Today;

public sealed class WhyTests
{
    [Theory, EachDatabase]
    public async Task A_new_step_rests_on_what_was_said_and_a_lived_one_names_the_days_that_moved_it(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var why = visitor.Page.QuerySelector(".menu a[href^='/why']")!.GetAttribute("href")!;

        await visitor.Open(why);
        Assert.Contains("how sure you are", visitor.Text, StringComparison.Ordinal);

        for (var day = 0; day < 5; day++)
        {
            await visitor.Open("/");
            await visitor.Press("tier", "Stretch");
            cairn.Clock.Advance(TimeSpan.FromDays(1));
        }

        await visitor.Open(why);
        Assert.Contains("The days that moved it most", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(3, visitor.Page.QuerySelectorAll("h2 + ul li").Length);
        Assert.Contains("rose by", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Somebody_elses_step_is_not_explained(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var (step, _) = await Strangers.Settle(cairn);

        await visitor.Open($"/why/{step}");

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }
}
