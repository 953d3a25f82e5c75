using Cairn.Engine.Effects;
using CsCheck;
using Xunit;

namespace Cairn.Engine.Tests.Effects;

public sealed class CoinPlanTests
{
    private static readonly DateOnly First = new(2026, 3, 1);

    private static bool[] Days(ulong seed, int days) =>
        [.. Enumerable.Range(0, days).Select(day => new CoinPlan(First, seed).Asks(First.AddDays(day))!.Value)];

    [Fact]
    public void Each_four_days_hold_two_with_it() =>
        Gen.ULong.Sample(seed => Assert.All(Days(seed, 84).Chunk(4), block => Assert.Equal(2, block.Count(on => on))));

    [Fact]
    public void Before_the_first_day_the_coin_asks_nothing() =>
        Assert.Null(new CoinPlan(First, 1).Asks(First.AddDays(-1)));

    [Fact]
    public void A_stored_seed_gives_the_same_days_for_ever() =>
        Assert.Equal("00111001010110010101", string.Concat(Days(2026, 20).Select(on => on ? '1' : '0')));

    [Fact]
    public void Every_way_to_have_two_of_four_comes_equally_often()
    {
        var ways = Enumerable
            .Range(0, 6_000)
            .CountBy(seed => string.Concat(Days((ulong)seed, 4).Select(on => on ? '1' : '0')))
            .ToDictionary();
        Assert.Equal(6, ways.Count);
        Assert.All(ways.Values, count => Assert.InRange(count, 880, 1_120));
    }

    [Fact]
    public void The_generator_is_the_published_one()
    {
        // First outputs of SplitMix64 for the seed 1234567.
        var coin = new Coin(1234567);
        Assert.Equal(6457827717110365317UL, coin.Next());
        Assert.Equal(3203168211198807973UL, coin.Next());
    }
}
