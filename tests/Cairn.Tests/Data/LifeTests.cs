using Cairn.Engine.Capacity;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Data;

public sealed class LifeTests
{
    [Theory, EachDatabase]
    public async Task A_snapshot_changes_no_bar(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await LiveDays(cairn, visitor, 40);

        var kept = await Bars(cairn);
        Assert.NotNull(kept.Snapshot);
        await cairn.Look(db => db.Beliefs.ExecuteDeleteAsync());
        var replayed = await Bars(cairn);

        Assert.Null(replayed.Snapshot);
        Assert.Equal(replayed.Bars.Target, kept.Bars.Target);
        Assert.Equal(replayed.Bars.Stretch, kept.Bars.Stretch);
        Assert.Equal(replayed.Bars.TargetChance, kept.Bars.TargetChance, 1e-9);
        Assert.Equal(replayed.Bars.FloorChance, kept.Bars.FloorChance, 1e-9);
    }

    [Theory, EachDatabase]
    public async Task An_old_entry_that_changes_moves_the_snapshot_with_it(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await LiveDays(cairn, visitor, 40);
        var first = await cairn.Look(db => db.Entries.OrderBy(entry => entry.Day).FirstAsync());

        await visitor.Post(
            "/act/takeBack",
            new() { ["id"] = Guid.CreateVersion7(cairn.Clock.GetUtcNow()).ToString(), ["entry"] = first.Id.ToString() }
        );
        var kept = await Bars(cairn);
        await cairn.Look(db => db.Beliefs.ExecuteDeleteAsync());
        var replayed = await Bars(cairn);

        Assert.NotNull(kept.Snapshot);
        Assert.Equal(replayed.Bars.TargetChance, kept.Bars.TargetChance, 1e-9);
    }

    [Theory, EachDatabase]
    public async Task A_goal_that_goes_to_another_area_leaves_behind_what_was_learned_of_tasks_there(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var (person, goal) = await cairn.Look(db =>
            db.Goals.Select(g => new ValueTuple<Guid, Guid>(g.PersonId, g.Id)).SingleAsync()
        );
        for (var day = 0; day < 40; day++)
        {
            await DoATask(cairn, visitor, goal);
            cairn.Clock.Advance(TimeSpan.FromDays(1));
        }

        var before = await Areas();
        Assert.True(before.Belief.Knows(EngineFacts.AreaId("health")));
        Assert.False(before.Belief.Knows(EngineFacts.AreaId("work")));
        await visitor.Open($"/goals/{goal}");
        var form = visitor.FieldsFor(visitor.FindButton(within: ".words-of"));
        form["area"] = "work";
        await visitor.Post($"/goals/{goal}", form);
        await visitor.Post(
            $"/goals/{goal}/unstick/start",
            new() { ["id"] = $"{Guid.CreateVersion7(cairn.Clock.GetUtcNow())}", ["what"] = "Begin anew" }
        );

        var moved = await Areas();
        Assert.Equal(ChanceIn("health", before), ChanceIn("health", moved), 1e-12); // nothing of it was rewritten
        var stranger = Belief
            .Of()
            .After([Tasks.Begin(moved.Today.AddDays(-1), EngineFacts.AreaId("work"))], moved.Today.AddDays(-1));
        Assert.Equal(
            stranger.ChanceOn(moved.Today, EngineFacts.AreaId("work"), 25, null),
            ChanceIn("work", moved),
            0.2
        );
        Assert.True(moved.Belief.Knows(EngineFacts.AreaId("work")));

        for (var day = 0; day < 3; day++)
        {
            await DoATask(cairn, visitor, goal);
            cairn.Clock.Advance(TimeSpan.FromDays(1));
        }

        var later = await Areas();
        Assert.True(ChanceIn("work", later) > ChanceIn("work", moved));
        Assert.NotNull(later.SnapshotThrough);
        await cairn.Look(db => db.Beliefs.ExecuteDeleteAsync());
        var replayed = await Areas();
        Assert.Null(replayed.SnapshotThrough);
        foreach (var area in new[] { "health", "work" })
        {
            Assert.Equal(ChanceIn(area, replayed), ChanceIn(area, later), 1e-9);
        }

        Task<Life> Areas() =>
            cairn.Look(db =>
                Life.Read(
                    db,
                    person,
                    DateOnly.FromDateTime(cairn.Clock.GetUtcNow().UtcDateTime),
                    CancellationToken.None
                )
            );

        static double ChanceIn(string area, Life life) =>
            life.Belief.ChanceOn(life.Today, EngineFacts.AreaId(area), 25, null);
    }

    private static async Task DoATask(TestCairn cairn, Harness.Visitor visitor, Guid goal)
    {
        var id = $"{Guid.CreateVersion7(cairn.Clock.GetUtcNow())}";
        await visitor.Post($"/goals/{goal}/unstick/start", new() { ["id"] = id, ["what"] = "Two minutes of it" });
        await visitor.Post(
            "/act/done",
            new() { ["id"] = $"{Guid.CreateVersion7(cairn.Clock.GetUtcNow())}", ["step"] = id }
        );
    }

    [Theory, EachDatabase]
    public async Task Today_asks_the_database_at_most_six_times_whatever_lies_behind(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await LiveDays(cairn, visitor, 30);

        var queries = await QueryCount.During(cairn, () => visitor.Open("/"));

        Assert.InRange(queries, 1, 6);
    }

    [InAnyZone, Fact]
    public async Task Fifty_steps_and_five_years_ask_no_more_often_and_read_no_more_than_a_month()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        await LongLife.Live(cairn, 5 * 365);
        using var visitor = cairn.Visit();
        await visitor.Open("/");

        var queries = await QueryCount.During(cairn, () => visitor.Open("/"));

        Assert.Equal(LongLife.Steps - 3, visitor.Page.QuerySelectorAll(".step").Length);
        Assert.InRange(queries, 1, 6);
        var life = await cairn.Look(async db =>
            await Life.Read(db, (await db.People.SingleAsync()).Id, new DateOnly(2026, 3, 2), CancellationToken.None)
        );
        Assert.InRange(life.Entries.Count, 1, LongLife.Steps * (Life.DaysBehind + 1));
        Assert.InRange(life.Stones, LongLife.Steps * 365 * 3, LongLife.Steps * 365 * 5);
    }

    /// <summary>Each day something else, so that there is something to learn from.</summary>
    private static async Task LiveDays(TestCairn cairn, Visitor visitor, int days)
    {
        string[] taps = ["Target", "Stretch", "Floor", "Target", "Target"];
        for (var day = 0; day < days; day++)
        {
            await visitor.Open("/");
            if (day % 6 != 5)
            {
                var tap = taps[day % taps.Length];
                var button = visitor.Page.QuerySelector($"button[value='{tap}']") is null ? "Target" : tap;
                await visitor.Press("tier", button);
            }

            cairn.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    private static Task<(Bars Bars, DateOnly? Snapshot)> Bars(TestCairn cairn) =>
        cairn.Look(async db =>
        {
            var person = await db.People.SingleAsync();
            var today = DateOnly.FromDateTime(cairn.Clock.GetUtcNow().UtcDateTime);
            var life = await Life.Read(db, person.Id, today, CancellationToken.None);
            return (life.BarsOf(life.Steps[0], Dial.Steady), life.SnapshotThrough);
        });
}
