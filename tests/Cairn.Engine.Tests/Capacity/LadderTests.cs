using Cairn.Engine.Capacity;
using Xunit;

namespace Cairn.Engine.Tests.Capacity;

/// <summary>What an offer may change from the last one, each limit by its figure.</summary>
public sealed class LadderTests
{
    private static readonly Parameters Rules = Parameters.Default;

    // Sizes offered last, in log amount: floor, gentle, steady, bold, stretch.
    private static readonly double[] Before = [1, 2, 3, 4, 5];

    private static double[] Guarded(LastAnswer last, double drawn, double wins = 0, double missesInARow = 0)
    {
        var cells = new double[Slot.Cells];
        var step = new Slot(cells);
        step.Begin(100, Scale.Fine, Rules);
        Before.CopyTo(step.Offered);
        (step.Last, step.Wins, step.MissesInARow) = (last, wins, missesInARow);
        var sizes = Before.Select(size => size + drawn).ToArray();
        Ladder.Guard(sizes, step, Rules);
        return [.. sizes.Zip(Before, (now, before) => Math.Round(now - before, 9))];
    }

    private static double[] All(double change) => [.. Enumerable.Repeat(Math.Round(change, 9), Ladder.Rungs)];

    [Fact]
    public void Before_the_first_offer_nothing_holds_it()
    {
        var step = new Slot(new double[Slot.Cells]);
        step.Begin(100, Scale.Fine, Rules);
        double[] sizes = [-9, 0, 7, 8, 99];
        Ladder.Guard(sizes, step, Rules);
        Assert.Equal([-9, 0, 7, 8, 99], sizes);
    }

    [Theory]
    [InlineData((int)LastAnswer.None)]
    [InlineData((int)LastAnswer.NeverStarted)]
    public void No_answer_and_one_that_was_forgotten_change_no_size(int last)
    {
        Assert.Equal(All(0), Guarded((LastAnswer)last, -2));
        Assert.Equal(All(0), Guarded((LastAnswer)last, 2, wins: 9));
    }

    [Fact]
    public void What_was_too_much_comes_down_at_least_a_little_and_at_most_by_half()
    {
        Assert.Equal(All(-Rules.SmallestCut), Guarded(LastAnswer.TooMuch, 3));
        Assert.Equal(All(-Rules.LargestCut), Guarded(LastAnswer.TooMuch, -3));
        Assert.Equal(
            All(-(Rules.SmallestCut + Rules.LargestCut) / 2),
            Guarded(LastAnswer.TooMuch, -(Rules.SmallestCut + Rules.LargestCut) / 2)
        );
    }

    [Fact]
    public void An_unexplained_miss_keeps_the_size_until_there_are_as_many_as_make_a_lapse()
    {
        Assert.Equal(All(0), Guarded(LastAnswer.Unsure, -3, missesInARow: Rules.MissesOfLapse - 1));
        Assert.Equal(All(-Rules.LargestCut), Guarded(LastAnswer.Unsure, -3, missesInARow: Rules.MissesOfLapse));
        Assert.Equal(All(-Rules.LargestCut), Guarded(LastAnswer.Unsure, -3, missesInARow: Rules.MissesOfLapse + 1));
        Assert.Equal(All(0), Guarded(LastAnswer.Unsure, 3, missesInARow: Rules.MissesOfLapse));
    }

    [Fact]
    public void A_raise_is_earned_by_wins_and_small()
    {
        Assert.Equal(Rules.Raise, Guarded(LastAnswer.Reached, 3, wins: Rules.WinsBeforeRaise)[Ladder.Steady], 9);
        Assert.Equal(0, Guarded(LastAnswer.Reached, 3, wins: Rules.WinsBeforeRaise - 1)[Ladder.Steady]);
        Assert.Equal(0, Guarded(LastAnswer.FloorOnly, 3, wins: Rules.WinsBeforeRaise)[Ladder.Steady]);
        var hardly = Rules.SmallestRaise * 0.99;
        Assert.Equal(0, Guarded(LastAnswer.Reached, hardly, wins: Rules.WinsBeforeRaise)[Ladder.Steady]);
    }

    [Theory]
    [InlineData((int)LastAnswer.Reached)]
    [InlineData((int)LastAnswer.FloorOnly)]
    public void A_win_lowers_no_target_and_leaves_floor_and_stretch_to_the_belief(int last)
    {
        var lower = Guarded((LastAnswer)last, -3);
        Assert.Equal([-3, 0, 0, 0, -1], lower); // the stretch is never below the bold target
        var higher = Guarded((LastAnswer)last, 3);
        Assert.Equal([1, 0, 0, 0, 3], higher); // the floor is never above the gentle target
    }

    [Fact]
    public void Each_rung_lies_the_published_quantile_below_the_mean()
    {
        var sizes = new double[Ladder.Rungs];
        Ladder.Draw(2, 0.5, sizes);
        double[] chances = [.97, .95, .90, .80, .50];
        Assert.All(chances.Zip(sizes), pair => Assert.Equal(pair.First, Normal.Below((2 - pair.Second) / 0.5), 6));
    }
}
