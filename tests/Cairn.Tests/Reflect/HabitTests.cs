using Cairn.Data;
using Cairn.Harness;
using Cairn.Questions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Reflect;

public sealed class HabitTests
{
    [Theory, EachDatabase]
    public async Task How_automatic_a_step_is_is_asked_every_two_weeks_and_not_now_is_an_answer(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var asked = new List<int>();
        for (var day = 0; day < 45; day++)
        {
            await visitor.Open("/");
            await visitor.Press("tier", "Floor");
            await visitor.Open("/reflect");
            if (visitor.Page.QuerySelector(".habit") is { } question)
            {
                asked.Add(day);
                Assert.Contains(
                    "“Walk” is something I do automatically",
                    question.TextContent,
                    StringComparison.Ordinal
                );
                await visitor.Press(value: asked.Count == 2 ? "" : "5", within: ".habit");
                Assert.NotNull(visitor.Page.QuerySelector(".habit")); // it may still be changed today
            }

            cairn.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([14, 28, 42], asked);
        var step = await cairn.Look(db => db.Steps.Select(s => s.Id).SingleAsync());
        var answers = (await cairn.Look(db => db.DayWords.OfType<CheckIn>().AsNoTracking().ToListAsync()))
            .OrderBy(one => one.At)
            .Select(one => one.Answers[HabitQuestion.KeyOf(step)].Rating);
        Assert.Equal([5, null, 5], answers);
        await visitor.Open("/progress/growth");
        Assert.Contains("by your own answers so far: 2", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_is_not_done_any_more_is_not_asked_about_and_no_other_day_is(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        for (var day = 0; day < 4; day++)
        {
            await visitor.Open("/");
            await visitor.Press("tier", "Floor");
            cairn.Clock.Advance(TimeSpan.FromDays(1));
        }

        cairn.Clock.Advance(TimeSpan.FromDays(12)); // the 16th day: the last win lies 13 days back
        await visitor.Open("/reflect/day/2026-03-17");
        Assert.Null(visitor.Page.QuerySelector(".habit"));
        await visitor.Open("/reflect");
        Assert.NotNull(visitor.Page.QuerySelector(".habit"));
        cairn.Clock.Advance(TimeSpan.FromDays(2));
        await visitor.Open("/reflect");
        Assert.Null(visitor.Page.QuerySelector(".habit"));
    }
}
