using System.Collections.Immutable;
using Cairn.Engine.Schedule;
using CsCheck;
using Xunit;

namespace Cairn.Engine.Tests.Schedule;

public sealed class LapsesTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly ImmutableHashSet<DateOnly> Unseen = [];

    private static DateOnly Day(int after) => Monday.AddDays(after);

    private static ImmutableHashSet<DateOnly> Days(params int[] days) => [.. days.Select(Day)];

    private static StepHistory Step(string rhythm, int[] wins, int[]? misses = null, params DayOff[] off) =>
        new(
            new(Rhythm.Parse(rhythm), Monday.AddDays(-70), new(off)),
            [.. wins.Select(Day)],
            [.. (misses ?? []).Select(Day)]
        );

    [Fact]
    public void Two_planned_days_without_a_win_are_a_lapse_and_the_next_win_is_the_comeback() =>
        Assert.Equal([new Lapse(Day(0), Day(1), Day(3), 2)], Lapses.Of(Step("daily", [0, 3, 4]), Days(1, 2), Day(4)));

    [Fact]
    public void One_day_without_a_win_is_none() => Assert.Empty(Lapses.Of(Step("daily", [0, 2, 4, 6]), Unseen, Day(6)));

    [Fact]
    public void Days_between_the_planned_ones_are_not_missed()
    {
        Assert.Empty(Lapses.Of(Step("mon fri", [0, 7, 11]), Days(1, 2, 3, 4, 5, 6, 8, 9, 10), Day(11)));
        Assert.Equal(
            [new Lapse(Day(0), Day(4), Day(11), 7)],
            Lapses.Of(Step("mon fri", [0, 11]), Days(1, 2, 3, 4, 5, 6, 8, 9, 10), Day(11))
        );
    }

    [Fact]
    public void Three_days_without_a_sign_are_a_lapse_when_one_of_them_was_planned()
    {
        var weekly = Step("fri", [4, 18]);
        Assert.Equal([new Lapse(Day(4), Day(11), Day(18), 7)], Lapses.Of(weekly, Unseen, Day(18)));
        Assert.Empty(Lapses.Of(weekly, Days(10, 12, 14, 16), Day(18)));
        Assert.Empty(Lapses.Of(Step("fri", [4, 11]), Unseen, Day(11)));
    }

    [Fact]
    public void Absence_and_misses_count_apart() => Assert.Empty(Lapses.Of(Step("mon", [0, 8], [7]), Unseen, Day(8)));

    [Fact]
    public void A_quota_is_missed_when_its_days_have_run_out() =>
        Assert.Equal(
            [new Lapse(Day(0), Day(5), Day(7), 2)],
            Lapses.Of(Step("3/week", [0, 7]), Days(1, 2, 3, 4, 5, 6), Day(7))
        );

    [Fact]
    public void Days_off_neither_make_a_lapse_nor_lengthen_one()
    {
        Assert.Empty(Lapses.Of(Step("daily", [0, 9], null, DayOff.Pause(Day(1), Day(8))), Unseen, Day(9)));
        Assert.Empty(
            Lapses.Of(Step("daily", [0, 3], null, DayOff.Reserve(Day(1)), DayOff.Rest(Day(2))), Unseen, Day(3))
        );
        Assert.Equal(
            [new Lapse(Day(0), Day(1), Day(9), 2)],
            Lapses.Of(Step("daily", [0, 9], null, DayOff.Pause(Day(2), Day(7))), Days(1, 8), Day(9))
        );
    }

    [Fact]
    public void A_win_on_a_day_off_ends_a_lapse() =>
        Assert.Equal(
            [new Lapse(Day(0), Day(1), Day(4), 2)],
            Lapses.Of(Step("daily", [0, 4], null, DayOff.Pause(Day(3))), Days(1, 2), Day(20))
        );

    [Fact]
    public void Today_counts_once_it_was_answered()
    {
        Assert.Empty(Lapses.Of(Step("daily", [0], [1]), Unseen, Day(2)));
        Assert.Equal([new Lapse(Day(0), Day(1), null, 2)], Lapses.Of(Step("daily", [0], [1, 2]), Unseen, Day(2)));
        Assert.False(Lapses.Of(Step("daily", [0], [1, 2]), Unseen, Day(2))[0].IsOver);
        Assert.True(Lapses.Of(Step("daily", [0, 3]), Unseen, Day(3))[0].IsOver);
    }

    [Fact]
    public void Nothing_lapses_before_the_first_win_and_nothing_after_today_matters()
    {
        Assert.Empty(Lapses.Of(Step("daily", [10]), Unseen, Day(9)));
        Assert.Empty(Lapses.Of(Step("daily", [0, 1, 12]), Unseen, Day(2)));
        Assert.Empty(Lapses.Of([], Unseen, Day(9)));
    }

    [Fact]
    public void A_person_lapses_when_nothing_at_all_was_won()
    {
        var (walk, read) = (Step("daily", [0, 4]), Step("daily", [1, 3]));
        Assert.Single(Lapses.Of(walk, Days(1, 2, 3), Day(4)));
        Assert.Empty(Lapses.Of([walk, read], Unseen, Day(4)));
    }

    [Fact]
    public void A_paused_step_excuses_nothing_of_another()
    {
        var paused = Step("daily", [0], null, DayOff.Pause(Day(1)));
        Assert.Single(Lapses.Of([paused, Step("daily", [0])], Unseen, Day(3)));
        Assert.Empty(Lapses.Of([paused, Step("none", [0])], Unseen, Day(9)));
    }

    [Fact]
    public void Lapses_are_apart_and_hold_no_win() =>
        Gen.Select(
                Gen.Int[0, 60].Array[1, 30],
                Gen.Int[0, 60].Array[0, 10],
                Gen.Int[0, 2].Select(which => new[] { "daily", "3/week", "tue sat" }[which])
            )
            .Sample(
                (wins, rests, rhythm) =>
                {
                    var step = Step(rhythm, wins, null, [.. rests.Select(day => DayOff.Rest(Day(day)))]);
                    var after = DateOnly.MinValue;
                    foreach (var lapse in Lapses.Of(step, Unseen, Day(60)))
                    {
                        Assert.True(after <= lapse.LastWin && lapse.LastWin < lapse.Since);
                        Assert.True(lapse.Days >= 1 && lapse.Since.AddDays(lapse.Days) <= (lapse.Comeback ?? Day(60)));
                        Assert.DoesNotContain(
                            step.Wins,
                            win => win > lapse.LastWin && win < (lapse.Comeback ?? Day(61))
                        );
                        after = lapse.Comeback ?? Day(61);
                    }
                }
            );
}
