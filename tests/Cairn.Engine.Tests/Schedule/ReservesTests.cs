using System.Collections.Immutable;
using Cairn.Engine.Schedule;
using Xunit;

namespace Cairn.Engine.Tests.Schedule;

public sealed class ReservesTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly ImmutableHashSet<DateOnly> NoWins = [];

    private static DateOnly Day(int after) => Monday.AddDays(after);

    private static ImmutableHashSet<DateOnly> Days(params int[] days) => [.. days.Select(Day)];

    private static Reserves Used(params int[] days) => new(days.Select(Day));

    [Fact]
    public void A_week_holds_two_and_carries_none_over()
    {
        Assert.Equal(2, Used().LeftIn(Day(3), NoWins));
        Assert.Equal(1, Used(0).LeftIn(Day(3), NoWins));
        Assert.Equal(0, Used(0, 6).LeftIn(Day(3), NoWins));
        Assert.Equal(2, Used(0, 6).LeftIn(Day(7), NoWins));
        Assert.Equal(2, Used(0, 6).LeftIn(Day(-1), NoWins));
        Assert.Equal(2, Used().LeftIn(Day(700), NoWins));
    }

    [Fact]
    public void More_than_two_from_another_program_are_no_debt() =>
        Assert.Equal(0, Used(0, 1, 2, 3).LeftIn(Day(3), NoWins));

    [Fact]
    public void A_win_on_the_day_gives_the_reserve_back()
    {
        Assert.Equal(1, Used(0, 6).LeftIn(Day(3), Days(6)));
        Assert.Equal(ReserveAnswer.Yes, Used(0, 1).MayCover(Day(2), Day(2), true, Days(0)));
    }

    [Fact]
    public void The_week_is_the_locales() =>
        Assert.Equal(1, new Reserves([Day(-1), Day(6)], DayOfWeek.Sunday).LeftIn(Day(0), NoWins));

    [Theory]
    [InlineData(3, 3, ReserveAnswer.Yes)]
    [InlineData(2, 3, ReserveAnswer.Yes)]
    [InlineData(2, 8, ReserveAnswer.Yes)]
    [InlineData(2, 9, ReserveAnswer.LongAgo)]
    [InlineData(4, 3, ReserveAnswer.NotYet)]
    [InlineData(0, 3, ReserveAnswer.Covered)]
    [InlineData(1, 3, ReserveAnswer.Won)]
    public void A_reserve_covers_today_or_one_of_the_last_days(int day, int today, ReserveAnswer answer) =>
        Assert.Equal(answer, Used(0).MayCover(Day(day), Day(today), true, Days(1)));

    [Fact]
    public void A_reserve_is_not_spent_where_nothing_is_expected_or_none_is_left()
    {
        Assert.Equal(ReserveAnswer.NothingPlanned, Used().MayCover(Day(3), Day(3), false, NoWins));
        Assert.Equal(ReserveAnswer.NoneLeft, Used(0, 1).MayCover(Day(3), Day(3), true, NoWins));
        Assert.Equal(ReserveAnswer.Yes, Used(0, 1).MayCover(Day(7), Day(7), true, NoWins));
    }
}
