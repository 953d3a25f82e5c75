using Cairn.Engine.Capacity;
using Xunit;
using static Cairn.Engine.Tests.Capacity.Someone;

namespace Cairn.Engine.Tests.Capacity;

public sealed class BarsTests
{
    [Fact]
    public void The_bars_have_the_chances_that_the_dial_asks_for()
    {
        var someone = new Someone(10_000);
        var starts = someone.Belief.ChanceOn(someone.Today, Walk, 1e-9);
        Assert.InRange(starts, 0.75, 0.9);
        foreach (var (dial, chance) in new[] { (Dial.Gentle, 0.95), (Dial.Steady, 0.9), (Dial.Bold, 0.8) })
        {
            var bars = someone.Belief.BarsOn(someone.Today, Walk, Limits.None, dial);
            Assert.Equal(0.97 * starts, bars.FloorChance, 0.001);
            Assert.Equal(chance * starts, bars.TargetChance, 0.001);
            Assert.Equal(0.50 * starts, bars.StretchChance, 0.001);
        }
    }

    [Fact]
    public void A_sure_person_is_offered_more()
    {
        var asked = new Someone(10, Scale.Minutes, new Ruler(10, 9), new Ruler(5, 10), new Ruler(2, 10));
        var unsure = new Someone(10, Scale.Minutes, new Ruler(10, 2), new Ruler(5, 4), new Ruler(2, 7));
        Assert.True(asked.Bars.Target > unsure.Bars.Target);
    }

    [Fact]
    public void The_floor_respects_the_worst_day_and_nothing_passes_enough()
    {
        var someone = new Someone(100).Wins(Tier.Stretch, 40);
        var bars = someone.Belief.BarsOn(someone.Today, Walk, new Limits(5, 30, null), Dial.Bold);
        Assert.Equal((5, 30, 30), (bars.Floor, bars.Target, bars.Stretch));
    }

    [Fact]
    public void Pinned_bars_stay_and_only_their_chances_are_computed()
    {
        var someone = new Someone().Wins(Tier.Target, 3);
        var pinned = new Bars(7, 17, 37, 0, 0, 0);
        var bars = someone.Belief.BarsOn(someone.Today, Walk, new Limits(1, 2, pinned), Dial.Steady);
        Assert.Equal((7, 17, 37), (bars.Floor, bars.Target, bars.Stretch));
        Assert.Equal(someone.Belief.ChanceOn(someone.Today, Walk, 17), bars.TargetChance, 12);
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, Tier.Floor)]
    [InlineData(9, Tier.Floor)]
    [InlineData(10, Tier.Target)]
    [InlineData(20, Tier.Stretch)]
    public void An_amount_is_judged_by_the_highest_bar_that_it_reaches(double amount, Tier? tier) =>
        Assert.Equal(tier, new Bars(5, 10, 20, 0, 0, 0).TierOf(amount));
}
