using Cairn.Engine.Effects;
using Xunit;
using static Cairn.Engine.Tests.Effects.Diaries;

namespace Cairn.Engine.Tests.Effects;

public sealed class SpiralTests
{
    // Wins lift the evening, and an evening lifts the next day's wins.
    private static Logbook Lived(double lift, double carry)
    {
        var (wins, evenings) = (new double[150], new double[150]);
        for (var day = 0; day < 150; day++)
        {
            var before = day > 0 ? evenings[day - 1] : 0;
            wins[day] = Math.Clamp(0.5 + carry * before + 0.25 * Math.Sin(day * 34.7), 0, 1);
            evenings[day] = lift * (wins[day] - 0.5) + 0.5 * Scatter(day);
        }

        return Of(150, day => evenings[day], wins: day => wins[day]);
    }

    [Fact]
    public void It_is_drawn_when_both_links_hold()
    {
        var spiral = Spiral.Find(Lived(2, 0.25))!;
        Assert.True(spiral.IsDrawn);
        Assert.InRange(spiral.WinsToMood.Effect, 1.4, 2.4);
        Assert.InRange(spiral.MoodToWins.Effect, 0.15, 0.3);
        Assert.InRange(spiral.MoodToWins.Effect, spiral.MoodToWins.Low, spiral.MoodToWins.High);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(0, 0.25)]
    [InlineData(-2, 0.25)]
    public void One_link_is_no_spiral(double lift, double carry) =>
        Assert.False(Spiral.Find(Lived(lift, carry))!.IsDrawn);

    [Fact]
    public void Too_few_days_or_wins_that_never_change_give_none()
    {
        Assert.Null(Spiral.Find(Of(27, day => Scatter(day), wins: day => Coin(day) ? 1 : 0)));
        Assert.Null(Spiral.Find(Of(90, day => Scatter(day), wins: _ => 1)));
    }
}
