using Cairn.Engine.Capacity;
using Cairn.Engine.Schedule;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Data;

/// <summary>Which days without a word say something, by the rhythm that is stored.</summary>
public sealed class PlannedDaysTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory, EachDatabase]
    public async Task On_named_days_silence_counts_and_on_the_days_between_it_does_not(Database database)
    {
        await using var cairn = await TestCairn.Start(database);

        var silent = await SilentDays(cairn, step => [step.Planned(Rhythm.On(Weekdays.Wednesday | Weekdays.Friday))]);

        Assert.Equal([Monday.AddDays(2), Monday.AddDays(4)], silent);
    }

    [Theory, EachDatabase]
    public async Task Every_second_day_is_counted_from_its_beginning_whatever_else_changes_since(Database database)
    {
        await using var cairn = await TestCairn.Start(database);

        var silent = await SilentDays(
            cairn,
            step =>
            {
                var planned = step.Planned(Rhythm.Every(2));
                return [planned, planned with { Name = "Stroll", From = Monday.AddDays(1) }];
            }
        );

        Assert.Equal([Monday.AddDays(2), Monday.AddDays(4)], silent);
    }

    [Theory, EachDatabase]
    public async Task So_many_times_a_week_owes_no_single_day(Database database)
    {
        await using var cairn = await TestCairn.Start(database);

        Assert.Empty(await SilentDays(cairn, step => [step.Planned(Rhythm.PerWeek(5))]));
    }

    [Theory, EachDatabase]
    public async Task A_day_that_the_rhythm_leaves_free_stands_folded_on_Today_and_says_so(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await Write(cairn, step => [step.Planned(Rhythm.On(Weekdays.Tuesday))]);

        await visitor.Open("/");
        Assert.Contains("Nothing is planned today", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector(".folded .step"));
        Assert.Null(visitor.Page.QuerySelector(".step.next"));
        await visitor.Press("tier", "Target");
        Assert.NotNull(visitor.Page.QuerySelector(".step.done"));

        cairn.Clock.Advance(TimeSpan.FromDays(1));
        await visitor.Open("/");
        Assert.NotNull(visitor.Page.QuerySelector("main > .steps .step.next"));
    }

    [Theory, EachDatabase]
    public async Task A_row_carries_one_turn_of_its_rhythm_from_the_next_day_on_after_the_days_of_a_coin(
        Database database
    )
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Open("/");
        Assert.Null(FreeAhead());

        await Write(cairn, step => [step.Planned(Rhythm.On(Weekdays.Tuesday | Weekdays.Friday))]);
        await visitor.Open("/");
        Assert.Equal("0110111", FreeAhead());

        await Write(cairn, step => [step.Planned(Rhythm.Every(16))]);
        await visitor.Open("/");
        Assert.Equal(new string('1', 15) + "0", FreeAhead());

        await Write(cairn, step => [step.Planned(Rhythm.Daily)]);
        var coin = await cairn.Look(async db =>
        {
            var step = await db.Steps.SingleAsync();
            var coin = new Experiment
            {
                PersonId = step.PersonId,
                Id = Guid.CreateVersion7(TestCairn.Monday),
                Day = Monday.AddDays(1),
                Zone = "Europe/Berlin",
                At = TestCairn.Monday,
                StepId = step.Id,
                Question = "mood",
                Seed = 7,
                Last = Monday.AddDays(6),
            };
            db.DayWords.Add(coin);
            await db.SaveChangesAsync();
            return coin;
        });
        var settled = Enumerable
            .Range(1, 6)
            .Select(day => coin.Asks(coin.StepId!.Value, Monday.AddDays(day)) == true ? '0' : '1');
        await visitor.Open("/");
        Assert.Equal($"{string.Concat(settled)} 0", FreeAhead()); // and then every day again

        string? FreeAhead() => visitor.Page.QuerySelector(".step")!.GetAttribute("data-free-ahead");
    }

    /// <summary>Somebody is there from Monday to Friday and says nothing about the step.</summary>
    private static async Task<IEnumerable<DateOnly>> SilentDays(
        TestCairn cairn,
        Func<StepVersion, StepVersion[]> change
    )
    {
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await Write(cairn, change);
        for (var day = 0; day < 5; day++)
        {
            await visitor.Open("/");
            await visitor.Press("feel", "Good");
            cairn.Clock.Advance(TimeSpan.FromDays(1));
        }

        var person = await cairn.Look(db => db.People.Select(p => p.Id).SingleAsync());
        var records = await cairn.Look(db => Records.Read(db, person, null, CancellationToken.None));
        List<Fact> told = [];
        records.Live(Belief.Of(), null, Monday.AddDays(5), (_, facts) => told.AddRange(facts));
        return told.OfType<Missed>().Select(missed => missed.Day);
    }

    private static Task<int> Write(TestCairn cairn, Func<StepVersion, StepVersion[]> change) =>
        cairn.Look(async db =>
        {
            var latest = await db.StepVersions.AsNoTracking().OrderByDescending(v => v.Number).FirstAsync();
            var number = latest.Number;
            foreach (var version in change(latest))
            {
                db.StepVersions.Add(version with { Number = ++number });
            }

            return await db.SaveChangesAsync();
        });
}
