using Cairn.Engine.Capacity;
using Cairn.Engine.Momentum;
using Cairn.Engine.Schedule;
using Cairn.Engine.Stagnation;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cairn.Data;

/// <summary>Momentum from a stored stand is momentum from everything that was ever said.</summary>
public sealed class MomentumStandTests
{
    private const int Days = 300;

    private static readonly DateOnly First = new(2026, 3, 2);

    private static readonly string[] Rhythms =
    [
        "daily",
        "3/week",
        "mon wed fri",
        "every 2 days",
        "2/10 days",
        "4/week",
    ];

    [Theory, EachDatabase]
    public async Task Going_on_week_by_week_gives_the_momentum_of_all_entries_and_rebuilding_changes_nothing(
        Database database
    )
    {
        await using var cairn = await TestCairn.Start(database);
        var person = await Live(cairn);
        DateOnly? from = null;
        var compared = new List<double>();
        for (var today = First.AddDays(20); today < First.AddDays(Days); today = today.AddDays(8))
        {
            var through = Snapshots.DueOn(today);
            await Write(cairn, person, db => Snapshots.Rebuild(db, person, through, CancellationToken.None, from));

            var (life, all) = await cairn.Look(async db =>
                (
                    await Life.Read(db, person, today, CancellationToken.None),
                    await Records.Read(db, person, null, CancellationToken.None, today)
                )
            );
            var whole = MomentumLine.Of(
                all.Versions.Select(version => version.Id).Distinct().Select(step => Histories.Of(all, step)),
                today
            );
            Assert.Equal(through, life.SnapshotThrough);
            Assert.Equal(whole.Now, Assert.NotNull(Until(life, today).Momentum()), 1e-6);
            compared.Add(whole.Now);
            foreach (var goal in all.Versions.GroupBy(version => version.Step.GoalId, version => version.Id))
            {
                var line = MomentumLine.Of(goal.Distinct().Select(step => Histories.Of(all, step)), today).Days;
                var (expected, known) = (Seen(line), Seen(life.MomentumOf(goal.Key)!));
                Assert.Equal(expected.Select(day => (day.Day, day.IsOff)), known.Select(day => (day.Day, day.IsOff)));
                Assert.All(expected.Zip(known), day => Assert.Equal(day.First.Value, day.Second.Value, 0.01));
            }

            Assert.False(
                await Write(cairn, person, db => Snapshots.Rebuild(db, person, through, CancellationToken.None))
            );
            from = through;
        }

        Assert.True(compared.Count > 30);
        Assert.True(compared.Max() - compared.Min() > 20, "a momentum that stands still shows nothing");
    }

    [Theory, EachDatabase]
    public async Task A_stand_that_is_damaged_or_from_before_is_worked_out_anew(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        var person = await Live(cairn);
        var through = First.AddDays(100);
        await Write(cairn, person, db => Snapshots.Rebuild(db, person, through, CancellationToken.None));
        var sound = await Stored(cairn);

        foreach (
            var (damaged, isDifference) in new[] { (null, false), ("{", true), ("{\"value\":1,\"reaches\":{}}", true) }
        )
        {
            await cairn.Look(db =>
                db.Beliefs.ExecuteUpdateAsync(set => set.SetProperty(belief => belief.Momentum, damaged))
            );
            Assert.Equal(
                isDifference,
                await Write(cairn, person, db => Snapshots.Rebuild(db, person, through, CancellationToken.None))
            );
            Assert.Equal(sound, await Stored(cairn));
        }
    }

    [Theory, EachDatabase]
    public async Task A_rhythm_that_looks_back_further_than_the_stand_gives_no_figure_rather_than_a_wrong_one(
        Database database
    )
    {
        await using var cairn = await TestCairn.Start(database);
        var person = await Live(cairn);
        var today = First.AddDays(200);
        var through = Snapshots.DueOn(today);
        await Write(cairn, person, db => Snapshots.Rebuild(db, person, through, CancellationToken.None));
        Assert.NotNull(await Momentum(cairn, person, today));
        await cairn.Look(async db =>
        {
            var daily = await db.StepVersions.AsNoTracking().FirstAsync(version => version.Name == "daily");
            db.StepVersions.Add(
                (daily with { Number = 9, From = today.AddDays(-2) }).Planned(Rhythm.Parse("5/30 days"))
            );
            return await db.SaveChangesAsync();
        });

        Assert.Null(await Momentum(cairn, person, today));
        await Write(
            cairn,
            person,
            db => Snapshots.Rebuild(db, person, today.AddDays(-1), CancellationToken.None, through)
        );

        Assert.NotNull(await Momentum(cairn, person, today.AddDays(20)));
    }

    /// <summary>As far back as it takes to see that momentum falls; nobody looks at the value of a day off.</summary>
    private static List<(DateOnly Day, bool IsOff, double Value)> Seen(IEnumerable<MomentumDay> days) =>
        [
            .. days.TakeLast(Stalls.MeanDays + Stalls.Days)
                .Select(day => (day.Day, day.IsOff, day.IsOff ? 0 : day.Value)),
        ];

    /// <summary>The store holds days that are still to come here: a person has said nothing about those.</summary>
    private static Life Until(Life life, DateOnly today)
    {
        life.Learn(
            new Records(
                [.. life.Records.Versions.Where(version => version.Version.From <= today)],
                life.Records.Rulers,
                [.. life.Records.Entries.Where(entry => entry.Day <= today)],
                [.. life.Records.Words.Where(word => word.Day <= today)],
                life.Records.Since
            ),
            today
        );
        return life;
    }

    private static Task<double?> Momentum(TestCairn cairn, Guid person, DateOnly today) =>
        cairn.Look(async db => (await Life.Read(db, person, today, CancellationToken.None)).Momentum());

    private static Task<string?> Stored(TestCairn cairn) =>
        cairn.Look(db => db.Beliefs.Select(belief => belief.Momentum).SingleAsync());

    private static Task<bool> Write(TestCairn cairn, Guid person, Func<CairnDb, Task<bool>> write) =>
        cairn.Look(db =>
            cairn.Services.GetRequiredService<WriteGate>().Write(db, person, () => write(db), CancellationToken.None)
        );

    /// <summary>
    /// Six rhythms, one that changes, one that is put away and taken up again; misses, rests, days off and two pauses.
    /// </summary>
    private static Task<Guid> Live(TestCairn cairn) =>
        cairn.Look(async db =>
        {
            var person = await db.People.SingleAsync();
            var goal = new Goal
            {
                PersonId = person.Id,
                Id = Guid.CreateVersion7(TestCairn.Monday),
                Title = "Move more",
                Area = Areas.Health,
                Created = TestCairn.Monday,
            };
            var other = new Goal
            {
                PersonId = person.Id,
                Id = Guid.CreateVersion7(TestCairn.Monday),
                Title = "Write more",
                Area = Areas.Work,
                Created = TestCairn.Monday,
            };
            db.Goals.AddRange(goal, other);
            var steps = Rhythms.Select((rhythm, place) => Begin(db, place < 4 ? goal : other, rhythm)).ToList();
            Change(db, steps[2], 2, First.AddDays(120), "2/week", archived: false);
            Change(db, steps[5], 2, First.AddDays(90), "4/week", archived: true);
            Change(db, steps[5], 3, First.AddDays(150), "4/week", archived: false);
            await db.SaveChangesAsync();
            for (var day = First; day < First.AddDays(Days); day = day.AddDays(1))
            {
                foreach (var (place, step) in steps.Index())
                {
                    if (Word(step, day, place) is { } entry)
                    {
                        db.Entries.Add(entry);
                    }
                }
            }

            foreach (var off in new[] { 13, 27, 28, 77, 140, 141, 201 })
            {
                db.DayWords.Add(
                    new DayOff
                    {
                        PersonId = person.Id,
                        Id = Guid.CreateVersion7(TestCairn.Monday),
                        Day = First.AddDays(off),
                        Zone = person.Zone,
                        At = TestCairn.Monday,
                        Reserve = off % 2 == 0,
                    }
                );
            }

            db.DayWords.Add(PauseOf(person, null, First.AddDays(60), First.AddDays(85)));
            db.DayWords.Add(PauseOf(person, steps[1].StepId, First.AddDays(210), First.AddDays(236)));
            await db.SaveChangesAsync();
            return person.Id;
        });

    private static Pause PauseOf(Person person, Guid? step, DateOnly from, DateOnly until) =>
        new()
        {
            PersonId = person.Id,
            Id = Guid.CreateVersion7(TestCairn.Monday),
            Day = from,
            Zone = person.Zone,
            At = TestCairn.Monday,
            StepId = step,
            Until = until,
        };

    private static StepVersion Begin(CairnDb db, Goal goal, string rhythm)
    {
        var step = new Step
        {
            PersonId = goal.PersonId,
            Id = Guid.CreateVersion7(TestCairn.Monday),
            GoalId = goal.Id,
            Kind = StepKind.Practice,
            Position = 0,
            Created = TestCairn.Monday,
        };
        var version = new StepVersion
        {
            PersonId = goal.PersonId,
            StepId = step.Id,
            Number = 1,
            From = First,
            Name = rhythm,
            Unit = "min",
            Scale = Scale.Minutes,
            Stated = 20,
            Written = TestCairn.Monday,
        }.Planned(Rhythm.Parse(rhythm));
        db.Steps.Add(step);
        db.StepVersions.Add(version);
        return version;
    }

    private static void Change(CairnDb db, StepVersion of, int number, DateOnly from, string rhythm, bool archived) =>
        db.StepVersions.Add(
            (of with { Number = number, From = from, Archived = archived }).Planned(Rhythm.Parse(rhythm))
        );

    /// <summary>Good weeks and bad ones, by the day's number alone.</summary>
    private static Entry? Word(StepVersion step, DateOnly day, int place)
    {
        var dice = ((day.DayNumber * 31) + (place * 17) + (day.DayNumber / 7 * 13)) % 20;
        var lazy = day.DayNumber / 40 % 2 == 0 ? 3 : 12;
        var outcome = dice switch
        {
            0 => Outcome.Rest,
            1 => Outcome.Reserve,
            2 => Outcome.NotToday,
            _ when dice > lazy + place => Outcome.Won,
            _ => (Outcome?)null,
        };
        return outcome is not { } said
            ? null
            : new Entry
            {
                PersonId = step.PersonId,
                Id = Guid.CreateVersion7(TestCairn.Monday),
                StepId = step.StepId,
                Kind = StepKind.Practice,
                Day = day,
                Zone = "Europe/Berlin",
                At = new DateTimeOffset(day.ToDateTime(new TimeOnly(9, place)), TimeSpan.Zero),
                Outcome = said,
                Tier = said == Outcome.Won ? Tier.Target : null,
                Bars = new Bars(5, 10, 20, .97, .9, .5),
            };
    }
}
