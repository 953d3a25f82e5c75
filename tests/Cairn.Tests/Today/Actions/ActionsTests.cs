using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Today.Actions;

public sealed class ActionsTests
{
    private static readonly DateTimeOffset Noon = TestCairn.Monday;

    [Theory, EachDatabase]
    public async Task Each_kind_is_taken_once_however_often_it_is_sent(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var (walk, form, water) = await Steps(cairn, visitor);
        var win = Id();
        object[] all =
        [
            new
            {
                kind = "feel",
                id = Id(),
                at = Noon.AddMinutes(-60),
                feel = "rough",
            },
            new
            {
                kind = "win",
                id = win,
                at = Noon.AddMinutes(-50),
                step = walk,
                tier = "floor",
            },
            new
            {
                kind = "takeBack",
                id = Id(),
                at = Noon.AddMinutes(-45),
                entry = win,
            },
            new
            {
                kind = "notToday",
                id = Id(),
                at = Noon.AddMinutes(-40),
                step = walk,
                reason = "noEnergy",
            },
            new
            {
                kind = "moment",
                id = Id(),
                at = Noon.AddMinutes(-30),
                step = water,
            },
            new
            {
                kind = "moment",
                id = Id(),
                at = Noon.AddMinutes(-29),
                step = water,
            },
            new
            {
                kind = "noticed",
                id = Id(),
                at = Noon.AddMinutes(-28),
                text = "I breathed before I answered",
            },
            new
            {
                kind = "smaller",
                id = Id(),
                at = Noon.AddMinutes(-27),
                step = form,
            },
            new
            {
                kind = "done",
                id = Id(),
                at = Noon.AddMinutes(-26),
                step = form,
            },
            new
            {
                kind = "pause",
                id = Id(),
                at = Noon.AddMinutes(-20),
                step = walk,
            },
            new
            {
                kind = "resume",
                id = Id(),
                at = Noon.AddMinutes(-10),
                step = walk,
            },
            new
            {
                kind = "rest",
                id = Id(),
                at = Noon.AddMinutes(-9),
                day = "2026-03-01",
            },
            new
            {
                kind = "reserve",
                id = Id(),
                at = Noon.AddMinutes(-8),
                day = "2026-02-28",
            },
            new
            {
                kind = "timer",
                id = Id(),
                at = Noon.AddMinutes(-7),
                step = walk,
            },
        ];

        Assert.All(await Send(visitor, all), result => Assert.Equal("saved", result.State));
        var before = await Count(cairn);
        Assert.All(await Send(visitor, all), result => Assert.Equal("known", result.State));
        Assert.Equal(before, await Count(cairn));

        var entries = await cairn.Look(db => db.Entries.AsNoTracking().ToListAsync());
        var words = await cairn.Look(db => db.DayWords.AsNoTracking().ToListAsync());
        Assert.Equal(2, entries.Count(e => e.StepId == water && e is { SupersededBy: null, Outcome: Outcome.Won }));
        var not = Assert.Single(entries, e => e.StepId == walk && e.SupersededBy is null);
        Assert.Equal((Outcome.NotToday, MissReason.NoEnergy), (not.Outcome, not.Reason));
        Assert.Equal(15, Assert.Single(entries, e => e.StepId == form).Bars.Target);
        Assert.Equal(DayFeel.Rough, Assert.Single(words.OfType<DayReport>()).Feel);
        Assert.False(
            Assert.Single(words.OfType<Pause>(), p => p.SupersededBy is null).Until > new DateOnly(2026, 3, 1)
        );
        Assert.Equal(2, words.OfType<DayOff>().Count());
    }

    [Theory, EachDatabase]
    public async Task Of_two_devices_the_later_word_counts_whatever_arrives_first(Database database)
    {
        foreach (var turn in new[] { false, true })
        {
            await using var cairn = await TestCairn.Start(database);
            using var visitor = cairn.Visit();
            var (walk, _, _) = await Steps(cairn, visitor);
            var (first, later) = (Id(), Id());
            object[] said =
            [
                new
                {
                    kind = "win",
                    id = first,
                    at = Noon.AddMinutes(-30),
                    step = walk,
                    tier = "target",
                },
                new
                {
                    kind = "win",
                    id = later,
                    at = Noon.AddMinutes(-20),
                    step = walk,
                    tier = "floor",
                },
                new
                {
                    kind = "feel",
                    id = Id(),
                    at = Noon.AddMinutes(-30),
                    feel = "good",
                },
                new
                {
                    kind = "feel",
                    id = Id(),
                    at = Noon.AddMinutes(-20),
                    feel = "rough",
                },
            ];

            foreach (var one in turn ? said.Reverse() : said)
            {
                Assert.Equal("saved", (await Send(visitor, one))[0].State);
            }

            var entries = await cairn.Look(db => db.Entries.AsNoTracking().ToListAsync());
            Assert.Equal(later, Assert.Single(entries, entry => entry.SupersededBy is null).Id);
            Assert.Equal(later, Assert.Single(entries, entry => entry.Id == first).SupersededBy);
            var reports = await cairn.Look(db => db.DayWords.OfType<DayReport>().AsNoTracking().ToListAsync());
            Assert.Equal(DayFeel.Rough, Assert.Single(reports, report => report.SupersededBy is null).Feel);
        }
    }

    [Theory, EachDatabase]
    public async Task Pressed_undone_and_pressed_again_by_a_clock_that_is_ahead_is_pressed(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var (walk, _, water) = await Steps(cairn, visitor);
        var (first, again) = (Id(), Id());

        var results = await Send(
            visitor,
            new
            {
                kind = "moment",
                id = Id(),
                at = Noon.AddMinutes(-1),
                step = water,
            },
            new
            {
                kind = "win",
                id = first,
                at = Noon.AddMinutes(4),
                step = walk,
                tier = "floor",
            },
            new
            {
                kind = "takeBack",
                id = Id(),
                at = Noon.AddMinutes(4).AddSeconds(2),
                entry = first,
            },
            new
            {
                kind = "win",
                id = again,
                at = Noon.AddMinutes(5),
                step = walk,
                tier = "target",
            }
        );

        Assert.All(results, result => Assert.Equal("saved", result.State));
        var entries = await cairn.Look(db => db.Entries.AsNoTracking().OrderBy(entry => entry.At).ToListAsync());
        Assert.Equal(again, Assert.Single(entries, e => e.StepId == walk && e.SupersededBy is null).Id);
        Assert.Equal([Noon.AddMinutes(-6), Noon.AddMinutes(-1), Noon.AddSeconds(-58), Noon], entries.Select(e => e.At));
        Assert.All(entries, entry => Assert.Equal(new DateOnly(2026, 3, 2), entry.Day));
    }

    [Theory, EachDatabase]
    public async Task One_that_cannot_be_does_not_stop_the_others(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var (walk, form, water) = await Steps(cairn, visitor);
        var (theirs, theirEntry) = await Strangers.Settle(cairn);

        var results = await Send(
            visitor,
            new
            {
                kind = "win",
                id = Id(),
                step = theirs,
                tier = "floor",
            },
            new
            {
                kind = "takeBack",
                id = Id(),
                entry = theirEntry,
            },
            new
            {
                kind = "win",
                id = Id(),
                step = walk,
                tier = "mountain",
            },
            new
            {
                kind = "win",
                id = Id(),
                step = walk,
                amount = -1,
            },
            new
            {
                kind = "win",
                id = Id(),
                step = water,
                tier = "floor",
            },
            new
            {
                kind = "done",
                id = Id(),
                step = walk,
            },
            new
            {
                kind = "win",
                id = Id(),
                step = walk,
                tier = "floor",
                day = "2026-03-03",
            },
            new
            {
                kind = "win",
                id = Id(),
                step = walk,
                tier = "floor",
                day = "2026-02-15",
            },
            new { kind = "dance", id = Id() },
            new
            {
                kind = "noticed",
                id = Id(),
                text = " ",
            },
            "nonsense",
            new
            {
                kind = "win",
                id = Guid.Empty,
                step = walk,
                tier = "floor",
            },
            new
            {
                kind = "win",
                id = Id(),
                step = walk,
                tier = "floor",
                bars = new[] { 9, 3, 1 },
            },
            new
            {
                kind = "done",
                id = Id(),
                step = form,
            }
        );

        Assert.All(results.SkipLast(1), result => Assert.Equal("refused", result.State));
        Assert.All(results.SkipLast(1), result => Assert.False(string.IsNullOrWhiteSpace(result.Why)));
        Assert.Equal("saved", results[^1].State);
        Assert.Equal(2, await cairn.Look(db => db.Entries.CountAsync()));
    }

    [Theory]
    [InlineData("{", "cannot be read")]
    [InlineData("{}", "list")]
    [InlineData("", "cannot be read")]
    public async Task What_is_no_list_is_refused_with_a_sentence(string body, string because)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await visitor.Http.PostAsync(new Uri("/actions", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(because, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Five_hundred_are_one_transaction_and_more_are_refused(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var (_, _, water) = await Steps(cairn, visitor);
        var sips = Enumerable
            .Range(0, 501)
            .Select(i =>
                (object)
                    new
                    {
                        kind = "moment",
                        id = Id(),
                        at = Noon.AddSeconds(-i),
                        step = water,
                    }
            )
            .ToArray();

        using var tooMany = await visitor.Http.PostAsJsonAsync("/actions", sips);
        Assert.Equal(HttpStatusCode.BadRequest, tooMany.StatusCode);
        var results = await Send(visitor, sips[..500]);

        Assert.All(results, result => Assert.Equal("saved", result.State));
        Assert.Equal(500, await cairn.Look(db => db.Entries.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_tap_of_last_night_that_arrives_today_is_last_nights(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        var (walk, _, _) = await Steps(cairn, visitor);
        cairn.Clock.Advance(TimeSpan.FromDays(1));

        // 02:30 in Berlin: the day starts at four.
        var night = new DateTimeOffset(2026, 3, 3, 1, 30, 0, TimeSpan.Zero);
        await Send(
            visitor,
            new
            {
                kind = "win",
                id = Id(),
                at = night,
                step = walk,
                tier = "target",
                bars = new[] { 1, 4, 9 },
            }
        );

        var entry = await cairn.Look(db => db.Entries.AsNoTracking().SingleAsync());
        Assert.Equal(new DateOnly(2026, 3, 2), entry.Day);
        Assert.Equal(night, entry.At);
        Assert.Equal(4, entry.Bars.Target);
        Assert.InRange(entry.Bars.TargetChance, .3, 1);
    }

    [Theory, EachDatabase]
    public async Task Two_days_a_week_are_reserve_and_the_third_is_told_kindly(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Steps(cairn, visitor);
        cairn.Clock.Advance(TimeSpan.FromDays(6));

        var results = await Send(
            visitor,
            new
            {
                kind = "reserve",
                id = Id(),
                day = "2026-03-03",
            },
            new
            {
                kind = "reserve",
                id = Id(),
                day = "2026-03-05",
            },
            new
            {
                kind = "reserve",
                id = Id(),
                day = "2026-03-08",
            },
            new
            {
                kind = "reserve",
                id = Id(),
                day = "2026-03-01",
            }
        );

        Assert.Equal(["saved", "saved", "refused", "saved"], results.Select(result => result.State));
        Assert.Contains("rest is always possible", results[2].Why, StringComparison.Ordinal);
    }

    /// <summary>A practice, a task of 30 minutes and a moment, known for a fortnight.</summary>
    private static async Task<(Guid Walk, Guid Form, Guid Water)> Steps(TestCairn cairn, Visitor visitor)
    {
        cairn.Clock.SetUtcNow(Noon);
        await visitor.Begin();
        return await cairn.Look(async db =>
        {
            var walk = await db.Steps.SingleAsync();
            var version = await db.StepVersions.AsNoTracking().OrderBy(v => v.Number).LastAsync();
            var (form, water) = (Add(db, walk, StepKind.Task, 1), Add(db, walk, StepKind.Moment, 2));
            db.StepVersions.Add(
                version with
                {
                    StepId = form,
                    Number = 1,
                    Name = "Send the form",
                    Stated = 30,
                    WorstDay = null,
                    Cue = null,
                }
            );
            db.StepVersions.Add(
                version with
                {
                    StepId = water,
                    Number = 1,
                    Name = "Drank water",
                    Stated = 1,
                    WorstDay = null,
                    Cue = null,
                }
            );
            await db.SaveChangesAsync();
            return (walk.Id, form, water);
        });
    }

    private static Guid Add(CairnDb db, Step like, StepKind kind, int position)
    {
        var step = new Step
        {
            PersonId = like.PersonId,
            Id = Id(),
            GoalId = like.GoalId,
            Kind = kind,
            Position = position,
            Created = Noon,
        };
        db.Steps.Add(step);
        return step.Id;
    }

    private static async Task<IReadOnlyList<Result>> Send(Visitor visitor, params object[] actions)
    {
        using var answer = await visitor.Http.PostAsJsonAsync("/actions", actions);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<Answer>(text, JsonSerializerOptions.Web)!.Results;
    }

    private static Task<(int, int, int)> Count(TestCairn cairn) =>
        cairn.Look(async db =>
            (await db.Entries.CountAsync(), await db.DayWords.CountAsync(), await db.StepVersions.CountAsync())
        );

    private static Guid Id() => Guid.CreateVersion7(Noon);

    private sealed record Answer(IReadOnlyList<Result> Results);

    private sealed record Result(Guid Id, string State, string? Why);
}
