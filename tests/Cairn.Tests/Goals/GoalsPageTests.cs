using Cairn.Harness;
using Xunit;

namespace Cairn.Goals;

public sealed class GoalsPageTests
{
    [Theory, EachDatabase]
    public async Task Without_a_goal_there_is_one_sentence_and_one_way_on(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();

        await visitor.Open("/goals");

        Assert.Contains("What would you like to move?", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("/welcome", visitor.Page.QuerySelector("main a.button")!.GetAttribute("href"));
    }

    [Theory, EachDatabase]
    public async Task A_goal_shows_its_next_step_and_the_stones_that_were_laid_for_it(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();

        await visitor.Open("/goals");
        Assert.Contains("Next: Walk, 2\u00A0min", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("No stone yet", visitor.Text, StringComparison.Ordinal);

        await visitor.Open("/");
        await visitor.Press("tier", "Target");
        await visitor.Open("/goals");
        Assert.Contains("1 stone", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is open here today", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_list_costs_at_most_six_queries_however_many_goals_there_are(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Begin();
        await visitor.Begin();

        var queries = await QueryCount.During(cairn, () => visitor.Open("/goals"));

        Assert.InRange(queries, 1, 6);
    }
}
