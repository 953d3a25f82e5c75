using Cairn.Engine.Capacity;
using Xunit;
using static Cairn.Engine.Tests.Capacity.Someone;

namespace Cairn.Engine.Tests.Capacity;

public sealed class WhyTests
{
    [Fact]
    public void The_days_that_moved_a_size_most_are_named_first()
    {
        var someone = new Someone().Wins(Tier.Target, 6);
        var big = someone.Today;
        someone.Does(someone.Bars.Stretch * 4).Misses(MissReason.Forgot).Wins(Tier.Target, 3);
        var why = Why.Of(someone.Facts, Walk);
        Assert.Equal(3, why.Length);
        Assert.Equal(big, why[0].Day);
        Assert.True(why[0].Factor > 1.2);
        Assert.DoesNotContain(why, moved => moved.Day == big.AddDays(1));
    }

    [Fact]
    public void Without_a_fact_there_is_no_reason() => Assert.Empty(Why.Of([], Walk));
}
