using Cairn.Engine.Effects;
using Xunit;
using static Cairn.Engine.Tests.Effects.Diaries;

namespace Cairn.Engine.Tests.Effects;

public sealed class BestAndWorstTests
{
    [Fact]
    public void The_best_fifth_and_the_worst_are_counted()
    {
        // Ratings 0 to 49: the best ten are 40 to 49, the worst 0 to 9.
        var seen = BestAndWorst.Of(
            Of(50, day => day * 7 % 50, wins: day => day * 7 % 50 >= 42 ? 1 : 0, setback: day => day * 7 % 50 < 4)
        )!;
        Assert.Equal(new Held(0.8, 0), seen.Best);
        Assert.Equal(new Held(0, 0.4), seen.Worst);
    }

    [Fact]
    public void Tied_days_at_the_edge_count_in_part()
    {
        // Eight best of ten places; the other two are shared by 32 tied days, of which half held a win.
        var seen = BestAndWorst.Of(
            Of(
                50,
                day =>
                    day < 8 ? 5
                    : day < 40 ? 4
                    : 1,
                wins: day => day < 8 || day < 40 && day % 2 == 0 ? 1 : 0,
                setback: _ => false
            )
        )!;
        Assert.Equal(0.9, seen.Best.Win, 1e-12);
    }

    [Fact]
    public void Fewer_than_28_days_give_none() =>
        Assert.Null(BestAndWorst.Of(Of(27, day => day, wins: _ => 1, setback: _ => false)));

    [Fact]
    public void A_day_of_which_something_is_not_known_does_not_count() =>
        Assert.Null(BestAndWorst.Of(Of(40, day => day, wins: _ => 1, setback: day => day < 27 ? false : null)));
}
