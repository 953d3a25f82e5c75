using System.Net.Http.Json;
using Cairn.Data;
using Cairn.Engine.Momentum;
using Cairn.Engine.Praise;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Today;

/// <summary>What is said after a win, and never twice in a row.</summary>
public sealed class TruthsTests
{
    [Theory, EachDatabase]
    public async Task No_kind_is_said_twice_in_a_row_however_often_the_program_is_started_anew(Database database)
    {
        var cairn = await TestCairn.Start(database);
        try
        {
            using (var visitor = cairn.Visit())
            {
                await visitor.Begin();
            }

            var lines = new List<string>();
            for (var day = 0; day < 12; day++)
            {
                using var visitor = cairn.Visit();
                await visitor.Open("/");
                await visitor.Press("tier", "Target");
                lines.Add(Line(visitor));
                cairn.Clock.Advance(TimeSpan.FromDays(1));
                cairn = await cairn.Restart();
            }

            var said = await Said(cairn);
            Assert.Equal(12, said.Count);
            Assert.All(said, kind => Assert.NotNull(kind));
            Assert.All(said.Zip(said.Skip(1)), row => Assert.NotEqual(row.First, row.Second));
            Assert.All(lines.Zip(lines.Skip(1)), row => Assert.NotEqual(row.First, row.Second));
            Assert.Equal("Your first stone. Whatever comes, it stays.", lines[0]);
            Assert.Contains(TruthKind.Total, said);
            Assert.Contains(TruthKind.Lately, said);
            Assert.Contains(TruthKind.Momentum, said);
            Assert.All(
                said.Index().Where(win => win.Item == TruthKind.Momentum),
                win => Assert.Equal(MomentumRose(win.Index), lines[win.Index])
            );
            Assert.Equal(TruthKind.Mark, said[9]);
            Assert.StartsWith("10 stones.", lines[9], StringComparison.Ordinal);
        }
        finally
        {
            await cairn.DisposeAsync();
        }
    }

    [Theory, EachDatabase]
    public async Task Of_a_figure_that_is_hidden_nothing_is_said(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        foreach (var figure in new[] { "momentum", "count" })
        {
            await visitor.Post("/progress/figures", new() { ["figure"] = figure, ["hidden"] = "true" });
        }

        await visitor.Open("/");
        for (var day = 0; day < 12; day++)
        {
            await visitor.Press("tier", "Target");
            await visitor.NextDay(cairn);
        }

        var said = await Said(cairn);
        Assert.Equal(12, said.Count);
        Assert.Contains(TruthKind.Lately, said);
        Assert.DoesNotContain(said, kind => kind is TruthKind.Momentum or TruthKind.Total or TruthKind.Mark);
    }

    [Theory, EachDatabase]
    public async Task Another_bar_and_an_undo_with_the_same_tap_again_hear_something_else(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Target");
        await visitor.NextDay(cairn);

        await visitor.Press("tier", "Floor");
        var first = Line(visitor);
        cairn.Clock.Advance(TimeSpan.FromMinutes(2));
        await visitor.Press("tier", "Target");
        var other = Line(visitor);
        cairn.Clock.Advance(TimeSpan.FromMinutes(2));
        await visitor.Press("tier", "Target");
        cairn.Clock.Advance(TimeSpan.FromMinutes(2));
        await visitor.Press("tier", "Target");

        Assert.NotEqual(first, other);
        Assert.NotEqual(other, Line(visitor));
    }

    [Theory, EachDatabase]
    public async Task Of_what_was_tapped_without_a_network_the_last_win_is_answered_and_by_another_kind(
        Database database
    )
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var steps = await ThreeMore(cairn);
        await visitor.Press("tier", "Target");
        await visitor.NextDay(cairn);
        await visitor.Press("tier", "Target");
        var (shown, before) = (Line(visitor), (await Said(cairn))[^1]);

        var noon = cairn.Clock.GetUtcNow();
        cairn.Clock.Advance(TimeSpan.FromHours(1));
        var ids = await Send(visitor, steps.Select((step, place) => (step, noon.AddMinutes(10 * place + 10))));
        await visitor.Open($"/?said={ids[2]}");

        var kinds = await cairn.Look(db => db.Entries.ToDictionaryAsync(entry => entry.Id, entry => entry.Truth));
        Assert.Null(kinds[ids[0]]);
        Assert.Null(kinds[ids[1]]);
        Assert.NotNull(kinds[ids[2]]);
        Assert.NotEqual(before, kinds[ids[2]]);
        Assert.NotEqual(shown, Line(visitor));
    }

    [Theory, EachDatabase]
    public async Task What_arrives_late_differs_from_what_was_said_before_and_after_it(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var steps = await ThreeMore(cairn);
        var noon = cairn.Clock.GetUtcNow();
        await visitor.Press("tier", "Target");
        cairn.Clock.Advance(TimeSpan.FromHours(2));

        var later = Assert.Single(await Send(visitor, [(steps[0], noon.AddHours(1))]));
        var late = Assert.Single(await Send(visitor, [(steps[1], noon.AddMinutes(30))]));
        var after = Assert.Single(await Send(visitor, [(steps[2], noon.AddMinutes(90))]));

        var kinds = await cairn.Look(db => db.Entries.ToDictionaryAsync(entry => entry.Id, entry => entry.Truth));
        var inOrder = await Said(cairn);
        Assert.Equal(4, inOrder.Count);
        var spoken = inOrder.Where(kind => kind is not null).ToList();
        Assert.All(spoken.Zip(spoken.Skip(1)), row => Assert.NotEqual(row.First, row.Second));
        Assert.NotNull(kinds[later]);
        Assert.NotEqual(kinds[later], kinds[late]);
        Assert.NotEqual(kinds[later], kinds[after]);
    }

    [Theory, EachDatabase]
    public async Task Who_wants_no_sentence_has_none_and_what_is_filled_in_later_uses_none_up(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.NextDay(cairn);
        await visitor.Open("/day/2026-03-02");
        await visitor.Press("tier", "Target");
        await cairn.Look(db =>
            db.People.ExecuteUpdateAsync(set => set.SetProperty(person => person.Celebration, Celebration.Off))
        );

        await visitor.Open("/");
        await visitor.Press("tier", "Target");

        Assert.Equal([null, null], await Said(cairn));
    }

    [Theory, EachDatabase]
    public async Task A_moment_and_a_noticed_win_hear_one_true_thing_each_and_never_the_same_line_twice(
        Database database
    )
    {
        var cairn = await TestCairn.Start(database);
        try
        {
            using (var visitor = cairn.Visit())
            {
                await visitor.Begin();
            }

            await AMoment(cairn);
            var lines = new List<string>();
            for (var tap = 0; tap < 6; tap++)
            {
                using var visitor = cairn.Visit();
                await visitor.Open("/");
                if (tap % 3 == 2)
                {
                    await visitor.Press(within: "form[action='/act/moment']");
                }
                else
                {
                    visitor.Fill("text", $"asked for help, time {tap}");
                    await visitor.Press(within: ".noticed");
                }

                lines.Add(Line(visitor));
                Assert.Equal(Line(visitor), visitor.Page.QuerySelector("[data-say]")!.TextContent);
                cairn.Clock.Advance(TimeSpan.FromMinutes(5));
                cairn = await cairn.Restart();
            }

            Assert.Equal(
                [
                    "Your first stone. Whatever comes, it stays.",
                    "2 small wins noticed in the last 7 days.",
                    "3 stones so far, and none of them ever goes away.",
                    "3 small wins noticed in the last 7 days.",
                    "5 stones so far, and none of them ever goes away.",
                    "Breathe out: 2 times in the last 7 days.",
                ],
                lines
            );
        }
        finally
        {
            await cairn.DisposeAsync();
        }
    }

    [Theory, EachDatabase]
    public async Task What_was_said_of_a_noticed_win_is_said_also_when_it_is_taken_back(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Target");
        await Notice("a deep breath");
        Assert.Equal("The first small win noticed in these 7 days.", Line(visitor));

        await visitor.Press(within: "form.answer");
        await Notice("another one");

        Assert.StartsWith("2 stones so far", Line(visitor), StringComparison.Ordinal); // and not the first once more
        var words = await cairn.Look(db => db.DayWords.AsNoTracking().OrderBy(word => word.At).ToListAsync());
        Assert.Equal([TruthKind.Lately, TruthKind.Lately, TruthKind.Total], words.Select(word => word.Truth));

        Task Notice(string what)
        {
            cairn.Clock.Advance(TimeSpan.FromMinutes(5));
            visitor.Fill("text", what);
            return visitor.Press(within: ".noticed");
        }
    }

    /// <summary>A daily plan that was won on each day until then: every day goes on by 1 − m of what is left.</summary>
    private static string MomentumRose(int days)
    {
        var (before, after) = (After(days), After(days + 1));
        return $"Your momentum: from {before} to {after} of 100. It never starts over.";

        static double After(int won) => Math.Round(100 * (1 - Math.Pow(Recurrence.Keep(1), won)));
    }

    private static string Line(Visitor visitor) => visitor.Page.QuerySelector(".said")!.TextContent;

    /// <summary>In the order of the taps, of what counts.</summary>
    private static Task<List<TruthKind?>> Said(TestCairn cairn) =>
        cairn.Look(db =>
            db.Entries.Where(entry => entry.SupersededBy == null)
                .OrderBy(entry => entry.At)
                .Select(entry => entry.Truth)
                .ToListAsync()
        );

    private static async Task<List<Guid>> Send(Visitor visitor, IEnumerable<(Guid Step, DateTimeOffset At)> taps)
    {
        var wins = taps.Select(tap => new
            {
                kind = "win",
                id = Guid.CreateVersion7(tap.At),
                at = tap.At,
                step = tap.Step,
                tier = "target",
            })
            .ToList();
        using var answer = await visitor.Http.PostAsJsonAsync("/actions", wins);
        Assert.True(answer.IsSuccessStatusCode);
        return wins.ConvertAll(win => win.id);
    }

    /// <summary>Three more practices like the first.</summary>
    private static Task<List<Guid>> ThreeMore(TestCairn cairn) =>
        cairn.Look(async db =>
        {
            var walk = await db.Steps.SingleAsync();
            var version = await db.StepVersions.AsNoTracking().OrderBy(v => v.Number).LastAsync();
            var ids = Enumerable.Range(1, 3).Select(_ => Guid.CreateVersion7(TestCairn.Monday)).ToList();
            foreach (var (place, id) in ids.Index())
            {
                db.Steps.Add(
                    new Step
                    {
                        PersonId = walk.PersonId,
                        Id = id,
                        GoalId = walk.GoalId,
                        Kind = StepKind.Practice,
                        Position = place + 1,
                        Created = TestCairn.Monday,
                    }
                );
                db.StepVersions.Add(version with { StepId = id, Number = 1, Name = $"Walk {place + 2}" });
            }

            await db.SaveChangesAsync();
            return ids;
        });

    private static Task<int> AMoment(TestCairn cairn) =>
        cairn.Look(async db =>
        {
            var walk = await db.Steps.SingleAsync();
            var version = await db.StepVersions.AsNoTracking().OrderBy(v => v.Number).LastAsync();
            var id = Guid.CreateVersion7(TestCairn.Monday);
            db.Steps.Add(
                new Step
                {
                    PersonId = walk.PersonId,
                    Id = id,
                    GoalId = walk.GoalId,
                    Kind = StepKind.Moment,
                    Position = 1,
                    Created = TestCairn.Monday,
                }
            );
            db.StepVersions.Add(version with { StepId = id, Number = 1, Name = "Breathe out" });
            return await db.SaveChangesAsync();
        });
}
