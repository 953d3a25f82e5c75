using Cairn.Engine.Capacity;
using Xunit;
using static Cairn.Engine.Tests.Capacity.Someone;

namespace Cairn.Engine.Tests.Capacity;

/// <summary>What an answer teaches, row by row.</summary>
public sealed class ReasonTableTests
{
    private static double Later(Someone someone, double amount = 20) =>
        someone.Belief.ChanceOn(someone.Today.AddDays(1), Walk, amount);

    [Fact]
    public void A_higher_tier_teaches_more()
    {
        var chances = new[] { Tier.Floor, Tier.Target, Tier.Stretch }.Select(tier => Later(new Someone().Wins(tier)));
        Assert.Equal(chances.Order(), chances);
    }

    [Fact]
    public void An_amount_that_was_the_limit_teaches_less_than_one_that_could_go_on() =>
        Assert.True(Later(new Someone().Does(40, thatWasAll: true)) < Later(new Someone().Does(40)));

    [Theory]
    [InlineData(MissReason.TooBig)]
    [InlineData(MissReason.NoEnergy)]
    [InlineData(MissReason.None)]
    [InlineData(MissReason.DidNotWant)]
    public void A_miss_that_may_be_about_the_size_lowers_what_is_believed(MissReason reason) =>
        Assert.True(Later(new Someone().Misses(reason)) < Later(new Someone().IsSeen()));

    [Theory]
    [InlineData(MissReason.Forgot)]
    [InlineData(MissReason.NoChance)]
    [InlineData(MissReason.Outside)]
    public void A_miss_for_other_reasons_moves_the_lapse_rate_and_keeps_the_size(MissReason reason)
    {
        var before = new Someone().Wins(Tier.Target, 5);
        var bars = before.Bars;
        var after = new Someone().Wins(Tier.Target, 5).Misses(reason);
        Assert.Equal(
            (bars.Floor, bars.Target, bars.Stretch),
            (after.Bars.Floor, after.Bars.Target, after.Bars.Stretch)
        );
        Assert.True(after.Bars.TargetChance < bars.TargetChance);
        Assert.Equal(Median(before), Median(after), Median(before) * 0.03);
    }

    [Fact]
    public void A_miss_without_a_reason_teaches_less_than_one_that_was_too_big() =>
        Assert.True(Later(new Someone().Misses(MissReason.TooBig)) < Later(new Someone().Misses(MissReason.None)));

    [Fact]
    public void Absence_teaches_nothing()
    {
        var there = new Someone().Wins(Tier.Target, 9);
        var away = new Someone().Wins(Tier.Target, 9).IsAway(1);
        var longAway = new Someone().Wins(Tier.Target, 9).IsAway(200);
        Assert.Equal(Median(away), Median(longAway), 1e-9);
        Assert.Equal(Median(there), Median(longAway), 1e-9);
        Assert.True(Spread(there) <= Spread(away));
        Assert.True(Spread(away) < Spread(longAway));
    }

    [Fact]
    public void A_rest_teaches_nothing_and_is_no_absence()
    {
        var rested = new Someone().Wins(Tier.Target, 9).Rests(20);
        var there = new Someone().Wins(Tier.Target, 9);
        Assert.Equal(Median(there), Median(rested), 1e-9);
        Assert.InRange(rested.Bars.Target / there.Bars.Target, 0.9, 1.1);
    }

    [Fact]
    public void A_rough_morning_makes_every_bar_of_every_step_smaller()
    {
        var someone = new Someone().Wins(Tier.Target, 5);
        foreach (var step in (Guid[])[Walk, Read])
        {
            var fine = someone.Belief.BarsOn(someone.Today, step, Limits.None, Dial.Steady);
            var rough = someone.Belief.BarsOn(someone.Today, step, Limits.None, Dial.Steady, DayFeel.Rough);
            Assert.True(rough.Floor < fine.Floor && rough.Target < fine.Target && rough.Stretch < fine.Stretch);
        }
    }

    /// <summary>The amount with an even chance given a start, read off the chances.</summary>
    private static double Median(Someone someone) => Solve(someone, 0.5);

    private static double Spread(Someone someone) => Math.Log(Solve(someone, 0.2) / Solve(someone, 0.8));

    private static double Solve(Someone someone, double chance)
    {
        // A working day on both sides, so that the weekend does not enter.
        var day = someone.Today;
        while (day.DayOfWeek != DayOfWeek.Wednesday)
        {
            day = day.AddDays(1);
        }

        var starts = someone.Belief.ChanceOn(day, Walk, 1e-9);
        var (low, high) = (Math.Log(1e-6), Math.Log(1e6));
        for (var cut = 0; cut < 80; cut++)
        {
            var middle = (low + high) / 2;
            var isAbove = someone.Belief.ChanceOn(day, Walk, Math.Exp(middle)) / starts > chance;
            (low, high) = isAbove ? (middle, high) : (low, middle);
        }

        return Math.Exp(low);
    }
}
