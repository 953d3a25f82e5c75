using Cairn.Engine.Effects;
using Xunit;
using static Cairn.Engine.Tests.Effects.Diaries;

namespace Cairn.Engine.Tests.Effects;

public sealed class CoinTestTests
{
    private static readonly CoinPlan Plan = new(First, 11);

    private static Logbook Lived(int days, double effect) =>
        Of(days, day => Scatter(day) + (Plan.Asks(First.AddDays(day))!.Value ? effect : 0));

    private static Verdict? On(int day, Logbook log) => Trial.On(First.AddDays(day), log, Plan);

    [Fact]
    public void Before_28_days_there_is_no_verdict()
    {
        Assert.Null(On(27, Lived(84, 5)));
        Assert.NotNull(On(28, Lived(84, 5)));
    }

    [Fact]
    public void Between_looks_nothing_changes_whatever_the_days_say()
    {
        var quiet = Lived(28, 0);
        var loud = Of(55, day => Scatter(day) + (day >= 28 && Plan.Asks(First.AddDays(day))!.Value ? 9 : 0));
        Assert.Equal(On(28, quiet), On(55, loud));
    }

    [Fact]
    public void A_large_effect_is_clear_at_the_first_look_and_no_later_look_takes_it_back()
    {
        var log = Of(84, day => Scatter(day) + (day < 28 && Plan.Asks(First.AddDays(day))!.Value ? 4 : 0));
        var verdict = On(84, log)!.Value;
        Assert.Equal((28, Outcome.Difference), (verdict.Days, verdict.Outcome));
        Assert.InRange(verdict.Difference.Estimate, 3, 5);
    }

    [Fact]
    public void No_effect_ends_as_no_clear_difference_with_an_interval_around_nothing()
    {
        var verdict = On(84, Lived(84, 0))!.Value;
        Assert.Equal(Outcome.NoClearDifference, verdict.Outcome);
        Assert.True(verdict.Difference.Low < 0 && verdict.Difference.High > 0);
        Assert.Equal(0.955, verdict.Difference.Confidence, 1e-9);
    }

    [Fact]
    public void One_coin_in_twenty_calls_a_difference_where_there_is_none()
    {
        var log = Of(84, day => Scatter(day));
        var clear = Enumerable
            .Range(1_000, 200)
            .Count(seed => Trial.On(First.AddDays(84), log, new(First, (ulong)seed))!.Value.Difference.IsClear);
        Assert.InRange(clear, 2, 18);
    }

    [Fact]
    public void The_interval_and_the_p_value_say_the_same()
    {
        for (var effect = -2.0; effect <= 2; effect += 0.125)
        {
            var difference = CoinTest.Compare(Lived(56, effect), Plan, 56, 0.05)!.Value;
            Assert.Equal(difference.IsClear, difference.Low > 0 || difference.High < 0);
            Assert.InRange(difference.Estimate, difference.Low, difference.High);
        }
    }

    [Fact]
    public void An_effect_added_to_every_asked_day_moves_the_interval_with_it()
    {
        // Without yesterday's evening, which would carry a part of the effect, the shift is exact.
        Func<double, Logbook> lived = effect =>
            Of(84, day => day % 2 == 0 ? Scatter(day) + (Plan.Asks(First.AddDays(day))!.Value ? effect : 0) : null);
        var (none, three) = (
            CoinTest.Compare(lived(0), Plan, 84, 0.05)!.Value,
            CoinTest.Compare(lived(3), Plan, 84, 0.05)!.Value
        );
        Assert.Equal(none.Estimate + 3, three.Estimate, 1e-9);
        Assert.Equal(none.Low + 3, three.Low, 1e-5);
        Assert.Equal(none.High + 3, three.High, 1e-5);
    }

    [Fact]
    public void Evenings_that_never_change_show_no_difference()
    {
        var difference = CoinTest.Compare(Of(84, _ => 3), Plan, 84, 0.05)!.Value;
        Assert.False(difference.IsClear);
        Assert.InRange(difference.High - difference.Low, 0, 1e-6);
    }

    [Fact]
    public void Too_few_evenings_give_no_verdict() =>
        Assert.Null(On(28, Of(28, day => day < 12 ? Scatter(day) : null)));

    [Fact]
    public void A_plan_that_begins_before_the_logbook_or_outlives_it_is_read_where_both_are()
    {
        var early = Plan with { First = First.AddDays(-10) };
        Assert.NotNull(CoinTest.Compare(Of(60, day => Scatter(day)), early, 84, 0.05));
    }

    [Fact]
    public void The_same_log_gives_the_same_verdict() => Assert.Equal(On(84, Lived(84, 1)), On(84, Lived(84, 1)));
}
