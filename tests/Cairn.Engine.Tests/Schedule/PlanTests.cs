using System.Collections.Immutable;
using Cairn.Engine.Schedule;
using CsCheck;
using Xunit;

namespace Cairn.Engine.Tests.Schedule;

public sealed class PlanTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly ImmutableHashSet<DateOnly> NoWins = [];

    private static DateOnly Day(int after) => Monday.AddDays(after);

    private static ImmutableHashSet<DateOnly> Days(params int[] days) => [.. days.Select(Day)];

    private static Plan PlanOf(string rhythm, params DayOff[] off) =>
        new(Rhythm.Parse(rhythm), Monday.AddDays(-70), new(off));

    private static string WeekOf(Plan plan) =>
        string.Concat(
            Enumerable
                .Range(0, 7)
                .Select(day =>
                    plan.On(Day(day)) switch
                    {
                        DayPlan.Planned => 'x',
                        DayPlan.Open => 'o',
                        DayPlan.Free => '.',
                        DayPlan.Rest => 'r',
                        DayPlan.Reserve => 'v',
                        _ => 'p',
                    }
                )
        );

    [Theory]
    [InlineData("daily", "xxxxxxx", 7)]
    [InlineData("mon wed fri", "x.x.x..", 3)]
    [InlineData("sat sun", ".....xx", 2)]
    [InlineData("every 2 days", "x.x.x.x", 4)]
    [InlineData("every 7 days", "x......", 1)]
    [InlineData("3/week", "ooooooo", 3)]
    [InlineData("2/14 days", "ooooooo", 1)]
    [InlineData("1/30 days", "ooooooo", 0)]
    [InlineData("none", ".......", 0)]
    public void A_rhythm_plans_a_week(string rhythm, string week, int planned)
    {
        var plan = PlanOf(rhythm);
        Assert.Equal(week, WeekOf(plan));
        Assert.All(Enumerable.Range(0, 7), day => Assert.Equal(planned, plan.PlannedInWeekOf(Day(day))));
    }

    [Fact]
    public void Nothing_is_planned_before_the_step_began()
    {
        var plan = new Plan(Rhythm.PerWeek(7), Day(4));
        Assert.Equal("....xxx", WeekOf(plan));
        Assert.Equal(3, plan.PlannedInWeekOf(Monday));
        Assert.Equal(Day(4), plan.Begins);
        Assert.Null(new Plan([]).Begins);
        Assert.Equal(DayPlan.Free, new Plan([]).On(Monday));
    }

    [Fact]
    public void A_week_that_begins_late_asks_for_its_share()
    {
        Assert.Equal(3, new Plan(Rhythm.PerWeek(3), Day(0)).PlannedInWeekOf(Monday));
        Assert.Equal(1, new Plan(Rhythm.PerWeek(3), Day(4)).PlannedInWeekOf(Monday));
        Assert.Equal(0, new Plan(Rhythm.PerWeek(3), Day(6)).PlannedInWeekOf(Monday));
    }

    [Fact]
    public void A_new_rhythm_changes_no_day_before_it()
    {
        var plan = new Plan([
            new(Day(3), Rhythm.On(Weekdays.Saturday)),
            new(Day(-70), Rhythm.Daily),
            new(Day(6), Rhythm.None),
            new(Day(6), Rhythm.Daily),
        ]);
        Assert.Equal("xxx..xx", WeekOf(plan));
        Assert.Equal(Rhythm.Daily, plan.RhythmOn(Day(2)));
        Assert.Equal(Rhythm.On(Weekdays.Saturday), plan.RhythmOn(Day(3)));
        Assert.Equal(Rhythm.None, plan.RhythmOn(Day(-71)));
    }

    [Fact]
    public void Every_n_days_are_counted_from_the_day_on_which_they_begin() =>
        Assert.Equal("..x..x.", WeekOf(new Plan([new(Day(-9), Rhythm.Daily), new(Day(-1), Rhythm.Every(3))])));

    [Fact]
    public void Days_off_lower_the_plan_of_their_week()
    {
        var off = new[] { DayOff.Rest(Day(0)), DayOff.Reserve(Day(1)), DayOff.Pause(Day(5), Day(6)) };
        Assert.Equal("rvx.xpp", WeekOf(PlanOf("mon tue wed fri", off)));
        Assert.Equal(2, PlanOf("mon tue wed fri", off).PlannedInWeekOf(Monday));
        Assert.Equal(4, PlanOf("mon tue wed fri", off).PlannedInWeekOf(Day(7)));
    }

    [Theory]
    [InlineData("3/week", 0, 0, 3)]
    [InlineData("3/week", 1, 0, 3)] // six days are left for three times
    [InlineData("3/week", 2, 0, 2)]
    [InlineData("3/week", 4, 0, 1)]
    [InlineData("3/week", 7, 0, 0)]
    [InlineData("3/week", 0, 1, 2)]
    [InlineData("3/week", 0, 2, 1)]
    [InlineData("1/week", 1, 0, 1)]
    [InlineData("1/week", 4, 0, 0)]
    [InlineData("1/week", 0, 2, 0)] // a second reserve is no credit
    [InlineData("6/week", 1, 0, 5)]
    [InlineData("6/week", 3, 2, 1)]
    public void Rests_take_their_share_of_a_quota_and_a_reserve_takes_one_time(
        string rhythm,
        int rests,
        int reserves,
        int planned
    )
    {
        DayOff[] off =
        [
            .. Enumerable.Range(0, rests).Select(day => DayOff.Rest(Day(day))),
            .. Enumerable.Range(0, reserves).Select(day => DayOff.Reserve(Day(6 - day))),
        ];
        Assert.Equal(planned, PlanOf(rhythm, off).PlannedInWeekOf(Monday));
    }

    [Fact]
    public void A_pause_may_have_no_end_yet_and_comes_before_a_rest_and_a_reserve()
    {
        var plan = PlanOf(
            "daily",
            DayOff.Reserve(Day(1)),
            DayOff.Rest(Day(1)),
            DayOff.Rest(Day(4)),
            DayOff.Reserve(Day(5)),
            DayOff.Pause(Day(4)),
            new(Day(3), Day(2), OffKind.Pause)
        );
        Assert.Equal("xrxxppp", WeekOf(plan));
        Assert.Equal(DayPlan.Paused, plan.On(Day(700)));
        Assert.True(plan.On(Day(1)).IsOff() && plan.On(Day(4)).IsOff());
        Assert.True(PlanOf("daily", DayOff.Reserve(Day(1))).On(Day(1)).IsOff());
        Assert.False(plan.On(Day(0)).IsOff());
        Assert.False(PlanOf("3/week").On(Day(0)).IsOff());
        Assert.False(PlanOf("none").On(Day(0)).IsOff());
    }

    [Theory]
    [InlineData(DayOfWeek.Monday, 2, 8)]
    [InlineData(DayOfWeek.Sunday, 1, 7)]
    [InlineData(DayOfWeek.Saturday, 7, 13)]
    public void A_week_starts_as_the_locale_says(DayOfWeek start, int first, int last)
    {
        Assert.Equal(new DateOnly(2026, 3, first), Week.FirstOf(new(2026, 3, first), start));
        Assert.Equal(new DateOnly(2026, 3, first), Week.FirstOf(new(2026, 3, last), start));
        Assert.Equal(new DateOnly(2026, 3, last + 1), Week.FirstOf(new(2026, 3, last + 1), start));
    }

    [Fact]
    public void A_quota_becomes_due_when_its_days_run_out()
    {
        var plan = PlanOf("3/week", DayOff.Rest(Day(6)));
        string Due(params int[] wins)
        {
            var won = wins.Select(Day).ToImmutableHashSet();
            return string.Concat(Enumerable.Range(0, 7).Select(day => plan.IsDue(Day(day), won) ? '!' : '.'));
        }

        Assert.Equal("...!!!.", Due());
        Assert.Equal("....!!.", Due(1));
        Assert.Equal(".......", Due(0, 1, 2));
        Assert.Equal(".......", Due(0, 2, 4, 5));
        Assert.Equal("...!!!.", Due(3, 4, 5));
        Assert.Equal(0, plan.LeftBefore(Day(6), Days(0, 1, 2, 3)));
        Assert.Equal(2, plan.LeftBefore(Day(3), Days(-1, 0, 3)));
    }

    [Fact]
    public void Longer_stretches_are_counted_from_the_beginning_of_the_rhythm()
    {
        var plan = new Plan(Rhythm.Often(2, 10), Monday);
        Assert.Equal([8, 9, 18, 19], Enumerable.Range(0, 20).Where(day => plan.IsDue(Day(day), NoWins)));
        Assert.Equal([9, 18, 19], Enumerable.Range(0, 20).Where(day => plan.IsDue(Day(day), Days(4))));
    }

    [Fact]
    public void Named_days_are_due_and_others_never()
    {
        var plan = PlanOf("mon wed", DayOff.Rest(Day(2)));
        Assert.True(plan.IsDue(Day(0), Days(0)));
        Assert.False(plan.IsDue(Day(1), NoWins));
        Assert.False(plan.IsDue(Day(2), NoWins));
    }

    [Fact]
    public void A_day_off_never_raises_the_plan_and_the_plan_never_passes_the_days_that_are_left() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[1, 127], Gen.Int[0, 6].Array[0, 8], Gen.Int[0, 6], Gen.Int[0, 2])
            .Sample(
                (times, weekdays, off, another, kind) =>
                {
                    var rhythm = times == 0 ? Rhythm.On((Weekdays)weekdays) : Rhythm.PerWeek(times);
                    DayOff[] some = [.. off.Select((day, i) => new DayOff(Day(day), Day(day), (OffKind)(i % 3)))];
                    // A rest on a day that has a reserve gives the reserve back: that raises the plan, and should.
                    DayOff[] more = off.Contains(another)
                        ? some
                        : [.. some, new(Day(another), Day(another), (OffKind)kind)];
                    var before = new Plan(rhythm, Monday, new(some));
                    var after = new Plan(rhythm, Monday, new(more));
                    Assert.InRange(after.PlannedInWeekOf(Monday), 0, before.PlannedInWeekOf(Monday));
                    Assert.InRange(
                        after.PlannedInWeekOf(Monday),
                        0,
                        Enumerable.Range(0, 7).Count(day => !after.On(Day(day)).IsOff())
                    );
                }
            );
}
