using Cairn.Engine.Momentum;
using Cairn.Engine.Schedule;
using Cairn.Engine.Stagnation;
using Cairn.Engine.Tests.Momentum;
using Xunit;
using static Cairn.Engine.Tests.Momentum.Walked;

namespace Cairn.Engine.Tests.Stagnation;

public sealed class StallsTests
{
    private static Stall? Momentum(string rhythm, string days) =>
        Stalls.OfMomentum(MomentumLine.Of(Step(rhythm, days), Day(days.Length - 1)));

    private static Stall? Goal(string days, int today) => Stalls.OfGoal([Step("daily", days)], Day(0), Day(today));

    [Fact]
    public void Momentum_below_its_mean_for_two_weeks_is_a_stall_since_the_first_of_them()
    {
        Assert.Null(Momentum("daily", "x".Times(200) + ".".Times(13)));
        Assert.Equal(new Stall(StallKind.Momentum, Day(200)), Momentum("daily", "x".Times(200) + ".".Times(14) + "m"));
        Assert.Equal(new Stall(StallKind.Momentum, Day(200)), Momentum("daily", "x".Times(200) + ".".Times(20) + "m"));
    }

    [Fact]
    public void Today_counts_once_it_was_answered_there_too()
    {
        Assert.Null(Momentum("daily", "x".Times(200) + ".".Times(14)));
        Assert.NotNull(Momentum("daily", "x".Times(200) + ".".Times(13) + "m"));
    }

    [Theory]
    [InlineData("daily", "x")]
    [InlineData("daily", "x.")]
    [InlineData("3/week", "x.x.x..")]
    [InlineData("3/week", "x..x...")]
    [InlineData("mon fri", "x......")]
    public void What_goes_on_as_ever_is_none(string rhythm, string days) =>
        Assert.Null(Momentum(rhythm, days.Times(420 / days.Length)));

    [Fact]
    public void What_is_new_has_no_mean_yet() => Assert.Null(Momentum("daily", "x" + ".".Times(39)));

    [Fact]
    public void A_recovery_ends_it() => Assert.Null(Momentum("daily", "x".Times(200) + ".".Times(16) + "x".Times(12)));

    [Fact]
    public void A_pause_is_no_stall()
    {
        Assert.Null(Momentum("daily", "x".Times(200) + ".".Times(7) + "p".Times(60)));
        Assert.Equal(
            new Stall(StallKind.Momentum, Day(200)),
            Momentum("daily", "x".Times(200) + ".".Times(7) + "p".Times(60) + ".".Times(7) + "m")
        );
        Assert.Null(Goal("x" + "p".Times(60), 50));
        Assert.Equal(new Stall(StallKind.Goal, Day(11)), Goal("x" + "p".Times(10) + ".".Times(14), 25));
    }

    [Fact]
    public void A_goal_without_a_win_for_fourteen_days_is_a_stall()
    {
        Assert.Null(Goal("..x", 16));
        Assert.Equal(new Stall(StallKind.Goal, Day(3)), Goal("..x", 17));
        Assert.Null(Goal("..x..............x", 17));
        Assert.Null(Goal("", 13));
        Assert.Equal(new Stall(StallKind.Goal, Day(0)), Goal("", 14));
    }

    [Fact]
    public void One_step_that_goes_on_keeps_a_goal_going()
    {
        StepHistory[] steps = [Step("daily", "x"), Step("daily", "..........x")];
        Assert.Null(Stalls.OfGoal(steps, Day(0), Day(24)));
        Assert.NotNull(Stalls.OfGoal(steps, Day(0), Day(25)));
        Assert.NotNull(Stalls.OfGoal([], Day(0), Day(14)));
        Assert.NotNull(Stalls.OfGoal([Step("daily", "p".Times(14)), Step("daily", "")], Day(0), Day(14)));
    }

    [Fact]
    public void A_win_that_is_still_to_come_is_none() => Assert.NotNull(Goal("x" + ".".Times(20) + "x", 20));

    [Fact]
    public void A_task_put_off_twice_offers_to_become_smaller()
    {
        Assert.Null(Stalls.OfTask([]));
        Assert.Null(Stalls.OfTask([Day(3), Day(3)]));
        Assert.Equal(new Stall(StallKind.Task, Day(1)), Stalls.OfTask([Day(3), Day(1)]));
    }
}
