using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Harness;
using Cairn.History;
using Cairn.Transfer.Loop;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Transfer;

public sealed class ImportTests
{
    [Theory, EachDatabase]
    public async Task A_backup_becomes_goals_steps_and_entries(Database database)
    {
        await using var desk = await Desk.Open(database);
        using var file = Diary();

        var report = await desk.Import(file.Path);

        Assert.Equal(
            ("loop", 2, 2, 5, 2, 2, 1),
            (report.Format, report.Goals, report.Steps, report.Entries, report.Wins, report.Rests, report.NotToday)
        );
        var goal = await desk.Db.Goals.AsNoTracking().SingleAsync(g => g.Title == "Stretch");
        Assert.Equal(("Did you stretch?", Areas.Personal), (goal.Why, goal.Area));
        var step = await desk.Db.StepVersions.AsNoTracking().SingleAsync(v => v.Name == "Read");
        Assert.Equal(("pages", 5.0, Scale.Fine, null), (step.Unit, step.Stated, step.Scale, step.Pinned));
        Assert.Equal(new DateOnly(2026, 3, 2), step.From);
        var entry = await desk.Db.Entries.AsNoTracking().SingleAsync(e => e.Amount != null);
        Assert.Equal((7.5, Tier.Target, "Europe/Berlin", Desk.Noon), (entry.Amount, entry.Tier, entry.Zone, entry.At));
        Assert.Equal(new Bars(5, 5, 5, 0, 0, 0), entry.Bars);
        Assert.Equal("felt easy", (await desk.Db.Entries.AsNoTracking().SingleAsync(e => e.Note != null)).Note);
    }

    [Theory, EachDatabase]
    public async Task The_same_file_twice_changes_nothing(Database database)
    {
        await using var desk = await Desk.Open(database);
        using var file = Diary();
        await desk.Import(file.Path);
        var before = await Facts(desk);

        var again = await desk.Import(file.Path);

        Assert.True(again.IsEmpty);
        Assert.Equal(before, await Facts(desk));
    }

    [Theory, EachDatabase]
    public async Task What_was_corrected_here_stays_and_to_correct_it_is_no_sign_that_somebody_was_there(
        Database database
    )
    {
        await using var desk = await Desk.Open(database);
        using var file = Diary();
        await desk.Import(file.Path);
        var imported = await desk.Db.Entries.AsNoTracking().SingleAsync(e => e.Amount != null);
        var correction = new Correction(desk.Db, desk.Cairn.Gate);
        foreach (var note in new[] { "my own words", "or rather these" })
        {
            var now = await desk.Db.Entries.AsNoTracking().SingleAsync(e => e.Amount != null && e.SupersededBy == null);
            var to = EntryWords.Of(now) with { Note = note };
            var action = Guid.CreateVersion7(Desk.Noon);
            Assert.Equal(Kept.Saved, await correction.Of(desk.Me, action, now.Id, to, CancellationToken.None));
        }

        file.Execute("UPDATE Repetitions SET value = 2000 WHERE habit = 2 AND value > 3");
        var again = await desk.Import(file.Path);

        Assert.Equal((0, 1), (again.Entries, again.Skipped.Count));
        var records = await Records.Read(desk.Db, desk.Me.Id, null, CancellationToken.None);
        Assert.Equal("or rather these", records.EntryOf(imported.StepId, imported.Day)!.Note);
        Assert.False(records.WasSeenOn(imported.Day));
    }

    [Theory, EachDatabase]
    public async Task A_row_that_changed_takes_its_old_place_and_back_again(Database database)
    {
        await using var desk = await Desk.Open(database);
        using var file = Diary();
        await desk.Import(file.Path);
        foreach (var (value, rows) in new[] { (2000, 2), (7500, 3) })
        {
            file.Execute($"UPDATE Repetitions SET value = {value} WHERE habit = 2 AND value > 3");

            Assert.Equal((1, 1), (await desk.Import(file.Path)) is var r ? (r.Entries, r.Replaced) : default);
            Assert.True((await desk.Import(file.Path)).IsEmpty);
            var ofDay = await desk.Db.Entries.AsNoTracking().Where(e => e.Amount != null).ToListAsync();
            Assert.Equal(rows, ofDay.Count);
            Assert.Equal(value / 1000.0, Assert.Single(ofDay, e => e.SupersededBy is null).Amount);
        }
    }

    [Theory, EachDatabase]
    public async Task What_the_person_said_here_about_a_day_is_kept(Database database)
    {
        await using var desk = await Desk.Open(database);
        using var file = Diary();
        await desk.Import(file.Path);
        var step = await desk.Db.Steps.AsNoTracking().SingleAsync(s => s.Position == 0);
        desk.Db.Entries.Add(
            new Entry
            {
                PersonId = desk.Me.Id,
                Id = Guid.CreateVersion7(Desk.Noon),
                StepId = step.Id,
                Day = desk.Me.Today,
                Zone = "Europe/Berlin",
                At = Desk.Noon,
                Outcome = Outcome.Won,
                Tier = Tier.Floor,
                Bars = new(1, 1, 1, 0, 0, 0),
            }
        );
        await desk.Db.SaveChangesAsync();
        desk.Db.ChangeTracker.Clear();
        file.Row(1, "2026-03-10", LoopRepetition.No);

        var report = await desk.Import(file.Path);

        Assert.True(report.IsEmpty);
        Assert.Contains("logged in Cairn itself", Assert.Single(report.Skipped).Why, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task An_older_backup_and_a_newer_one_of_the_same_habits_are_one_history(Database database)
    {
        await using var desk = await Desk.Open(database);
        using var older = new LoopFixture(23).Habit(1, "Stretch").Row(1, "2026-03-02");
        using var newer = new LoopFixture().Habit(1, "Stretch", ("uuid", LoopFixture.Uuid)).Row(1, "2026-03-02");
        await desk.Import(older.Path);

        var report = await desk.Import(newer.Row(1, "2026-03-03").Row(1, "2025-01-01").Path);

        Assert.Equal((0, 0, 2), (report.Goals, report.Steps, report.Entries));
        var life = await Life.Read(desk.Db, desk.Me.Id, desk.Me.Today, CancellationToken.None);
        Assert.Equal(2, life.Entries.Count);
        Assert.Equal(
            new DateOnly(2025, 1, 1),
            (await desk.Db.StepVersions.AsNoTracking().ToListAsync()).Min(v => v.From)
        );
    }

    [Theory, EachDatabase]
    public async Task An_archived_habit_keeps_its_days_and_leaves_Today(Database database)
    {
        await using var desk = await Desk.Open(database);
        using var file = new LoopFixture().Habit(1, "Stretch", ("archived", 1)).Row(1, "2026-03-02");

        await desk.Import(file.Path);

        var life = await Life.Read(desk.Db, desk.Me.Id, desk.Me.Today, CancellationToken.None);
        Assert.Empty(life.Steps);
        Assert.Single(life.Entries);
    }

    /// <summary>Ten thousand days in two habits: years of about 24 minutes, and years of about 6.</summary>
    [Theory, EachDatabase]
    public async Task After_an_import_the_bars_fit_the_history(Database database)
    {
        await using var desk = await Desk.Open(database);
        using var file = new LoopFixture();
        foreach (var (habit, minutes) in new[] { (1, 24), (2, 6) })
        {
            file.Habit(habit, $"Habit {habit}", ("type", 1), ("target_value", 15.0), ("unit", "min"));
            file.Execute(
                $"""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
                INSERT INTO Repetitions (habit, timestamp, value)
                SELECT {habit}, {LoopFixture.Timestamp(
                    "2026-03-10"
                )} - i * 86400000, {minutes}000 + 500 * (i * 7 % 9) FROM n
                """
            );
        }

        var report = await desk.Import(file.Path);

        Assert.Equal((10_000, 0), (report.Entries, report.Skipped.Count));
        var life = await Life.Read(desk.Db, desk.Me.Id, desk.Me.Today, CancellationToken.None);
        var much = life.BarsOf(life.Steps[0], Dial.Steady);
        var little = life.BarsOf(life.Steps[1], Dial.Steady);
        // Aimed at what was done on nearly all days: 24 to 28 minutes in one habit, 6 to 10 in the other.
        Assert.InRange(much.Target, 8, 25); // 25 was done on seven days in nine
        Assert.InRange(much.Stretch, 20, 28);
        Assert.InRange(little.Target, 3, 8);
        Assert.InRange(little.Stretch, 6, 12);
        Assert.NotNull(life.SnapshotThrough);
    }

    /// <summary>Years of plain yes say nothing about minutes.</summary>
    [Theory, EachDatabase]
    public async Task Years_of_yes_do_not_make_the_next_step_large(Database database)
    {
        await using var desk = await Desk.Open(database);
        using var file = new LoopFixture();
        foreach (var habit in Enumerable.Range(1, 5))
        {
            file.Habit(habit, $"Habit {habit}");
            file.Execute(
                $"""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 800)
                INSERT INTO Repetitions (habit, timestamp, value)
                SELECT {habit}, {LoopFixture.Timestamp("2026-03-10")} - i * 86400000, 2 FROM n
                """
            );
        }

        await desk.Import(file.Path);
        var step = await desk.Db.Steps.AsNoTracking().FirstAsync();
        var version = await desk.Db.StepVersions.AsNoTracking().FirstAsync(v => v.StepId == step.Id);
        desk.Db.Steps.Add(
            new Step
            {
                PersonId = desk.Me.Id,
                Id = desk.Me.Id,
                GoalId = step.GoalId,
                Kind = StepKind.Practice,
                Position = 9,
                Created = Desk.Noon,
            }
        );
        desk.Db.StepVersions.Add(
            version with
            {
                StepId = desk.Me.Id,
                Number = 1,
                From = desk.Me.Today,
                Unit = "min",
                Scale = Scale.Minutes,
                Stated = 20,
                Pinned = null,
            }
        );
        await desk.Db.SaveChangesAsync();

        var life = await Life.Read(desk.Db, desk.Me.Id, desk.Me.Today, CancellationToken.None);

        Assert.InRange(life.BarsOf(life.Steps[^1], Dial.Steady).Target, 1, 20);
    }

    [Theory, EachDatabase]
    public async Task A_preview_writes_nothing(Database database)
    {
        await using var desk = await Desk.Open(database);
        using var file = Diary();

        var preview = await desk.Importing.Preview(
            desk.Me,
            TransferFile.Read(file.Path),
            Answers.None,
            CancellationToken.None
        );

        Assert.Equal(5, preview.Entries);
        Assert.Empty(await desk.Db.Goals.AsNoTracking().ToListAsync());
    }

    /// <summary>The made-up example of the format's description.</summary>
    private static LoopFixture Diary() =>
        new LoopFixture()
            .Habit(
                1,
                "Stretch",
                ("question", "Did you stretch?"),
                ("freq_num", 3),
                ("freq_den", 7),
                ("uuid", LoopFixture.Uuid)
            )
            .Habit(
                2,
                "Read",
                ("type", 1),
                ("target_value", 5.0),
                ("unit", "pages"),
                ("uuid", "1" + LoopFixture.Uuid[1..])
            )
            .Row(1, "2026-03-02", 2, "felt easy")
            .Row(1, "2026-03-03", 3)
            .Row(1, "2026-03-04", 0)
            .Row(2, "2026-03-02", 7500)
            .Row(2, "2026-03-03", 3);

    private static async Task<List<(Guid, Guid?, Outcome, double?)>> Facts(Desk desk) =>
        [
            .. (await desk.Db.Entries.AsNoTracking().OrderBy(e => e.Id).ToListAsync()).Select(e =>
                (e.Id, e.SupersededBy, e.Outcome, e.Amount)
            ),
        ];
}
