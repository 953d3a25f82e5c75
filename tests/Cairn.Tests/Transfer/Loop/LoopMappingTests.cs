using Cairn.Data;
using Cairn.Engine.Capacity;
using Xunit;

namespace Cairn.Transfer.Loop;

public sealed class LoopMappingTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData(2, Outcome.Won)]
    [InlineData(3, Outcome.Rest)]
    [InlineData(0, Outcome.NotToday)]
    public void A_yes_or_no_habit_says_won_rest_or_not_today(long value, Outcome outcome)
    {
        var entry = Assert.Single(Step(Habit(), value).Entries);

        Assert.Equal(outcome, entry.Outcome);
        Assert.Equal(outcome == Outcome.Won ? Tier.Target : null, entry.Tier);
    }

    [Theory]
    [InlineData(1, "worked this yes out by itself")]
    [InlineData(-1, "knew no answer")]
    [InlineData(4, "no meaning")]
    [InlineData(-7, "not an amount")]
    public void What_nobody_said_is_skipped_with_a_reason(long value, string why)
    {
        var imported = Map(Habit(), value);

        Assert.Empty(imported.Goals[0].Steps[0].Entries);
        Assert.Contains(why, Assert.Single(imported.Skipped).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, Outcome.Rest, null, null)]
    [InlineData(0, Outcome.NotToday, null, null)]
    [InlineData(1, Outcome.Won, Tier.Floor, .001)]
    [InlineData(2, Outcome.Won, Tier.Floor, .002)]
    [InlineData(4999, Outcome.Won, Tier.Floor, 4.999)]
    [InlineData(5000, Outcome.Won, Tier.Target, 5.0)]
    [InlineData(7500, Outcome.Won, Tier.Target, 7.5)]
    public void An_amount_is_read_in_thousandths_and_three_is_a_skip(
        long value,
        Outcome outcome,
        Tier? tier,
        double? amount
    )
    {
        var entry = Assert.Single(Step(Counted(5), value).Entries);

        Assert.Equal((outcome, tier, amount), (entry.Outcome, entry.Tier, entry.Amount));
    }

    [Theory]
    [InlineData(0, Outcome.Won)]
    [InlineData(2000, Outcome.Won)]
    [InlineData(2001, Outcome.NotToday)]
    [InlineData(3, Outcome.Rest)]
    public void A_limit_becomes_a_yes_or_no_and_the_amount_stays_in_the_note(long value, Outcome outcome)
    {
        var step = Step(Counted(2) with { AtMost = true, Unit = "coffees" }, value);

        var entry = Assert.Single(step.Entries);
        Assert.Equal(outcome, entry.Outcome);
        Assert.Equal((1.0, 1.0, "times"), (step.Stated, step.Pinned, step.Unit));
        Assert.Equal(value == 3 ? null : $"{value / 1000.0} coffees".Replace(',', '.'), entry.Note);
    }

    [Theory]
    [InlineData("min", 10, 5000, Scale.Minutes)]
    [InlineData("Minuten", 10, 5500, Scale.Minutes)]
    [InlineData("pages", 10, 5000, Scale.Whole)]
    [InlineData("pages", 10, 5500, Scale.Fine)]
    [InlineData("pages", 2.5, 5000, Scale.Fine)]
    [InlineData("km", 2, 5000, Scale.Fine)]
    public void The_scale_follows_the_unit_and_the_amounts(string unit, double target, long value, Scale scale) =>
        Assert.Equal(scale, Step(Counted(target) with { Unit = unit }, value).Scale);

    [Theory]
    [InlineData(3, 7, 3, 7)]
    [InlineData(7, 7, 1, 1)]
    [InlineData(1, 30, 1, 30)]
    [InlineData(0, 0, 1, 1)]
    [InlineData(-3, 7, 1, 1)]
    [InlineData(1e300, 7, 1, 1)]
    public void How_often_is_kept_where_it_makes_sense(double times, double days, int expected, int perDays)
    {
        var step = Step(Habit() with { Times = times, PerDays = days }, 2);

        Assert.Equal((expected, perDays), (step.Times, step.PerDays));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(1e300)]
    public void A_target_that_cannot_be_becomes_one(double target)
    {
        var step = Step(Counted(target), 5000);

        Assert.Equal(1, step.Stated);
        Assert.Equal(Tier.Target, step.Entries[0].Tier);
    }

    [Fact]
    public void Rows_without_a_habit_a_date_or_a_sensible_date_are_skipped_and_the_last_of_a_day_counts()
    {
        LoopRepetition[] rows =
        [
            new(1, 99, LoopFixture.Timestamp("2026-03-01"), 2, null),
            new(2, null, LoopFixture.Timestamp("2026-03-01"), 2, null),
            new(3, 1, null, 2, null),
            new(4, 1, long.MaxValue, 2, null),
            new(5, 1, long.MinValue, 2, null),
            new(6, 1, 0, 2, null),
            new(7, 1, LoopFixture.Timestamp("2026-03-11"), 2, null),
            new(8, 1, LoopFixture.Timestamp("2026-03-02"), 2, null),
            new(9, 1, LoopFixture.Timestamp("2026-03-02"), 0, null),
        ];

        var imported = Map(new LoopBackup(21, [Habit()], rows));

        Assert.Equal(Outcome.NotToday, Assert.Single(imported.Goals[0].Steps[0].Entries).Outcome);
        Assert.Equal(
            Enumerable.Range(1, 8).Select(row => $"Repetitions {row}"),
            imported.Skipped.Select(s => s.Row).Order()
        );
    }

    [Fact]
    public void The_day_is_the_calendar_date_in_the_file_whatever_the_zone() =>
        Assert.Equal(new DateOnly(2026, 3, 2), new LoopRepetition(1, 1, 1772409600000, 2, null).Date);

    [Fact]
    public void Long_and_odd_texts_are_made_to_fit()
    {
        var habit = Habit() with { Name = new string('n', 300) + "\0", Description = new string('d', 20_000) };
        var row = new LoopRepetition(1, 1, LoopFixture.Timestamp("2026-03-01"), 2, "a\0b" + new string('x', 20_000));

        var imported = Map(new LoopBackup(25, [habit], [row]));

        var goal = imported.Goals[0];
        Assert.Equal(CairnDb.TitleLength, goal.Title.Length);
        Assert.Equal(CairnDb.NoteLength, goal.Why!.Length);
        Assert.Equal(CairnDb.NoteLength, goal.Steps[0].Entries[0].Note!.Length);
        Assert.StartsWith("abx", goal.Steps[0].Entries[0].Note, StringComparison.Ordinal);
        Assert.Equal(3, imported.Skipped.Count);
    }

    [Fact]
    public void A_newer_version_is_read_with_a_warning()
    {
        var imported = Map(new LoopBackup(26, [Habit()], []));

        Assert.Contains("newer Loop", Assert.Single(imported.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_habit_is_known_by_its_uuid_and_by_how_older_files_named_it()
    {
        var older = Map(Habit(), 2).Goals[0];
        var newer = Map(Habit() with { Uuid = LoopFixture.Uuid }, 2).Goals[0];

        Assert.Equal("loop:1:Stretch", older.Source);
        Assert.Equal($"loop:{LoopFixture.Uuid}", newer.Source);
        Assert.Equal(older.Source, newer.FormerSource);
    }

    private static LoopHabit Habit() => new() { Id = 1, Name = "Stretch" };

    private static LoopHabit Counted(double target) =>
        Habit() with
        {
            Numerical = true,
            Target = target,
            Unit = "pages",
        };

    private static ImportedStep Step(LoopHabit habit, long value) => Map(habit, value).Goals[0].Steps[0];

    private static Imported Map(LoopHabit habit, long value) =>
        Map(new LoopBackup(25, [habit], [new(1, 1, LoopFixture.Timestamp("2026-03-01"), value, null)]));

    private static Imported Map(LoopBackup backup) =>
        History.Of("loop", Today, "Europe/Berlin", Answers.None, history => LoopMapping.Tell(backup, history));
}
