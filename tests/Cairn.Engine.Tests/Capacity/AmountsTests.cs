using Cairn.Engine.Capacity;
using Xunit;

namespace Cairn.Engine.Tests.Capacity;

public sealed class AmountsTests
{
    [Theory]
    [InlineData(Scale.Minutes, 0.2, 1)]
    [InlineData(Scale.Minutes, 2.99, 2)]
    [InlineData(Scale.Minutes, 7.9, 5)]
    [InlineData(Scale.Minutes, 14, 12)]
    [InlineData(Scale.Minutes, 44.9, 30)]
    [InlineData(Scale.Minutes, 89, 75)]
    [InlineData(Scale.Minutes, 500, 480)]
    [InlineData(Scale.Whole, 0.4, 1)]
    [InlineData(Scale.Whole, 57.9, 57)]
    [InlineData(Scale.Whole, 7349, 7300)]
    [InlineData(Scale.Fine, 0.01, 0.1)]
    [InlineData(Scale.Fine, 2.39, 2.3)]
    public void An_amount_is_rounded_down_to_what_people_say(Scale scale, double amount, double said) =>
        Assert.Equal(said, Amounts.RoundDown(amount, scale), 12);

    [Theory]
    [InlineData(Scale.Minutes)]
    [InlineData(Scale.Whole)]
    [InlineData(Scale.Fine)]
    public void What_people_say_stays_itself(Scale scale)
    {
        foreach (var amount in (double[])[1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 30, 45, 60, 90, 120, 180, 240, 300, 1200])
        {
            Assert.Equal(amount, Amounts.RoundDown(amount, scale), 12);
        }

        Assert.Equal(0.3, Amounts.RoundDown(0.1 * 3, Scale.Fine), 12);
    }

    [Theory]
    [InlineData(10, 5)]
    [InlineData(5, 2)]
    [InlineData(15, 5)]
    [InlineData(25, 12)]
    [InlineData(1, 1)]
    public void Half_is_said_as_people_say_it(double amount, double half) =>
        Assert.Equal(half, Amounts.Halve(amount, Scale.Minutes));

    [Theory]
    [InlineData(Scale.Minutes, 10, 8)]
    [InlineData(Scale.Minutes, 11, 10)]
    [InlineData(Scale.Minutes, 1, 1)]
    [InlineData(Scale.Whole, 10, 9)]
    [InlineData(Scale.Fine, 0.3, 0.2)]
    public void The_next_smaller_amount_is_one_rung_down(Scale scale, double amount, double smaller) =>
        Assert.Equal(smaller, Amounts.NextSmaller(amount, scale), 12);
}
