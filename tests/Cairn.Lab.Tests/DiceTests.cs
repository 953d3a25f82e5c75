using Cairn.Lab.People;
using Xunit;

namespace Cairn.Lab.Tests;

public sealed class DiceTests
{
    [Fact]
    public void The_same_keys_give_the_same_numbers_on_every_machine()
    {
        var dice = new Dice(1, 2, 3);
        Assert.Equal(Expected, string.Join(' ', Enumerable.Range(0, 3).Select(_ => (long)(dice.Even() * (1L << 53)))));
        Assert.NotEqual(new Dice(1, 2, 4).Even(), new Dice(1, 2, 3).Even());
        Assert.NotEqual(new Dice(2, 1).Even(), new Dice(1, 2).Even());
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_distribution()
    {
        var dice = new Dice(7);
        var drawn = Enumerable.Range(0, 100_000).Select(_ => dice.Normal()).ToArray();
        Assert.Equal(0, drawn.Average(), 0.02);
        Assert.Equal(1, drawn.Average(z => z * z), 0.03);
        Assert.Equal(3, drawn.Average(z => z * z * z * z), 0.15);
    }

    private const string Expected = "2572614179735557 6895249400332472 5205270200576474";
}
