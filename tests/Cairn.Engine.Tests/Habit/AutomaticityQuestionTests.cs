using Cairn.Engine.Habit;
using Xunit;

namespace Cairn.Engine.Tests.Habit;

public sealed class AutomaticityQuestionTests
{
    private static DateOnly Day(int after) => new DateOnly(2026, 3, 2).AddDays(after);

    private static bool IsDue(int today, int[] wins, params int[] asked) =>
        AutomaticityQuestion.IsDue(Day(today), wins.Select(Day), asked.Select(Day));

    [Fact]
    public void It_is_first_asked_two_weeks_after_the_first_of_three_wins()
    {
        Assert.False(IsDue(13, [0, 1, 2]));
        Assert.True(IsDue(14, [0, 1, 2]));
        Assert.True(IsDue(40, [0, 20, 40]));
        Assert.False(IsDue(40, [0, 20]));
        Assert.False(IsDue(40, [0, 20, 20]));
        Assert.False(IsDue(40, [0, 20, 41]));
        Assert.False(IsDue(40, []));
    }

    [Fact]
    public void Then_every_two_weeks_while_it_is_being_done()
    {
        Assert.False(IsDue(27, [0, 1, 2, 20], 14));
        Assert.True(IsDue(28, [0, 1, 2, 20], 14));
        Assert.False(IsDue(28, [0, 1, 2, 14], 14));
        Assert.False(IsDue(41, [0, 1, 2, 20, 30], 28, 14));
        Assert.True(IsDue(42, [0, 1, 2, 20, 30], 28, 14));
    }

    [Fact]
    public void A_question_of_a_later_day_does_not_count() => Assert.True(IsDue(28, [0, 1, 2, 20], 14, 30));
}
