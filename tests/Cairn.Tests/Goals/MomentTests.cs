using System.Net;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Goals;

public sealed class MomentTests
{
    [Theory, EachDatabase]
    public async Task From_a_goal_to_something_that_counts_each_time(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var goal = await cairn.FirstGoal();
        await visitor.Open(goal);
        await visitor.Open(visitor.Page.QuerySelector("a[href$='/moment']")!.GetAttribute("href")!);

        await visitor.Press();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("Write a few words", visitor.Text, StringComparison.Ordinal);

        visitor.Fill("name", "Asked for help");
        var fields = visitor.FieldsFor(visitor.FindButton());
        await visitor.Press();
        await visitor.Post($"{goal}/moment", fields); // sent twice, it begins once

        Assert.Equal("/", visitor.Path);
        Assert.StartsWith("Asked for help", Chip(visitor), StringComparison.Ordinal);
        await visitor.Press(within: ".moments form");
        await visitor.Press(within: ".moments form");
        Assert.EndsWith("2", Chip(visitor), StringComparison.Ordinal);
        Assert.Equal(1, await cairn.Look(db => db.Steps.CountAsync(step => step.Kind == StepKind.Moment)));
        Assert.Equal(2, await cairn.Look(db => db.Entries.CountAsync(entry => entry.Kind == StepKind.Moment)));
    }

    [Theory, EachDatabase]
    public async Task A_goal_that_was_let_go_begins_nothing(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var goal = await cairn.FirstGoal();
        await visitor.Open($"{goal}/moment");
        visitor.Fill("name", "Asked for help");
        var fields = visitor.FieldsFor(visitor.FindButton());
        await visitor.Open(goal);
        await visitor.Press("state", nameof(GoalState.LetGo));

        await visitor.Post($"{goal}/moment", fields);

        Assert.Equal(goal, visitor.Path);
        Assert.Equal(0, await cairn.Look(db => db.Steps.CountAsync(step => step.Kind == StepKind.Moment)));
    }

    private static string Chip(Visitor visitor) => visitor.Page.QuerySelector(".moments button")!.TextContent.Trim();
}
