using Cairn.Engine.Capacity;
using Xunit;
using static Cairn.Engine.Tests.Capacity.Someone;

namespace Cairn.Engine.Tests.Capacity;

public sealed class GuardTests
{
    [Fact]
    public void A_raise_needs_three_wins_at_the_present_size_and_is_small()
    {
        var someone = new Someone(10_000);
        var first = someone.Bars.Target;
        Assert.Equal(first, someone.Wins(Tier.Stretch).Bars.Target, 0.11);
        Assert.Equal(first, someone.Wins(Tier.Stretch).Bars.Target, 0.11);
        var raised = someone.Wins(Tier.Stretch).Bars.Target;
        Assert.Equal(first * Math.Exp(Parameters.Default.Raise), raised, 0.11);
        Assert.Equal(raised, someone.Wins(Tier.Stretch, 2).Bars.Target, 0.11);
        Assert.True(someone.Wins(Tier.Stretch).Bars.Target > raised * 1.05);
    }

    [Fact]
    public void A_size_that_was_too_much_comes_down_at_once()
    {
        var someone = new Someone(10_000).Wins(Tier.Target, 5);
        var before = someone.Bars;
        var after = someone.Misses(MissReason.TooBig).Bars;
        Assert.InRange(after.Target / before.Target, Math.Exp(-0.71), Math.Exp(-0.03));
        Assert.True(after.Floor < before.Floor && after.Stretch < before.Stretch);
    }

    [Fact]
    public void A_miss_that_nobody_explained_keeps_the_size_and_the_wins_that_were_counted()
    {
        var someone = new Someone(10_000).Wins(Tier.Stretch, 2);
        var before = someone.Bars.Target;
        Assert.Equal(before, someone.Misses(MissReason.None).Bars.Target, 0.11);
        Assert.True(someone.Wins(Tier.Stretch).Bars.Target > before * 1.03);
    }

    [Fact]
    public void A_size_that_was_too_much_begins_the_count_of_wins_anew()
    {
        static double Counted(Someone someone) =>
            new Mind(someone.Belief.Replay().Cells, 2, Parameters.Default)[0].Wins;

        Assert.Equal(2, Counted(new Someone().Wins(Tier.Target, 2)));
        Assert.Equal(2, Counted(new Someone().Wins(Tier.Target, 2).Misses(MissReason.None)));
        Assert.Equal(2, Counted(new Someone().Wins(Tier.Target, 2).Misses(MissReason.Forgot)));
        Assert.Equal(0, Counted(new Someone().Wins(Tier.Target, 2).Misses(MissReason.TooBig)));
        Assert.Equal(0, Counted(new Someone().Wins(Tier.Target, 2).Misses(MissReason.None, 2)));
    }

    [Fact]
    public void Forgotten_on_the_day_of_a_return_after_an_unexplained_miss_changes_no_size()
    {
        var someone = new Someone(10_000).Wins(Tier.Target, 5).Misses(MissReason.None).IsAway(3);
        var before = someone.Bars;
        var after = someone.Misses(MissReason.Forgot).Bars;
        Assert.Equal((before.Floor, before.Target, before.Stretch), (after.Floor, after.Target, after.Stretch));
    }

    [Fact]
    public void Unexplained_misses_in_a_row_lower_the_size_that_comes_after_the_return()
    {
        var someone = new Someone(10_000).Wins(Tier.Target, 5);
        var before = someone.Bars.Target;
        someone.Misses(MissReason.None, 4).Wins(Tier.Target);
        Assert.True(someone.Bars.Target < before * 0.97);
    }

    [Fact]
    public void A_win_at_the_floor_keeps_the_target_and_raises_nothing()
    {
        var someone = new Someone(10_000).Wins(Tier.Stretch, 2);
        var before = someone.Bars.Target;
        Assert.Equal(before, someone.Wins(Tier.Floor).Bars.Target, 0.11);
    }

    [Fact]
    public void After_two_misses_the_return_begins_at_half_until_the_first_win()
    {
        var someone = new Someone(10_000).Wins(Tier.Target, 5).Misses(MissReason.TooBig);
        var last = someone.Bars.Target;
        someone.Misses(MissReason.None);
        Assert.InRange(someone.Bars.Target, 0.1, last / 2);
        someone.Wins(Tier.Target);
        Assert.True(someone.Bars.Target > last / 2);
    }

    [Fact]
    public void After_three_absent_days_the_return_begins_at_half()
    {
        var last = new Someone(10_000).Wins(Tier.Target, 5).Bars.Target;
        Assert.Equal(last, new Someone(10_000).Wins(Tier.Target, 5).IsAway(2).Bars.Target, 0.11);
        Assert.InRange(new Someone(10_000).Wins(Tier.Target, 5).IsAway(3).Bars.Target, 0.1, last / 2);
        var back = new Someone(10_000).Wins(Tier.Target, 5).IsAway(3).Wins(Tier.Target).Bars.Target;
        Assert.InRange(back, last - 0.11, last * Math.Exp(Parameters.Default.Raise));
    }

    [Fact]
    public void A_step_stated_anew_keeps_what_was_learned()
    {
        var someone = new Someone(100).Wins(Tier.Target, 20);
        var before = someone.Bars;
        someone.Live(new StepBegan(someone.Today, Walk, 250, Scale.Fine, []));
        Assert.Equal(before.Target, someone.Bars.Target, 0.11);
        Assert.Equal(before.TargetChance, someone.Bars.TargetChance, 0.02);
    }
}
