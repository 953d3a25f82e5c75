using Cairn.Engine.Praise;
using CsCheck;
using Xunit;

namespace Cairn.Engine.Tests.Praise;

public sealed class OneTruthTests
{
    private static readonly Truth First = new Truth.First();
    private static readonly Truth Mark = new Truth.Mark(10);
    private static readonly Truth Comeback = new Truth.Comeback(4);
    private static readonly Truth Improved = new Truth.Improved(new(new(2026, 3, 2), 13, 10, 9, 9, null));
    private static readonly Truth Chance = new Truth.Chance(0.87, 0.88);
    private static readonly Truth Momentum = new Truth.Momentum(40.4, 41);
    private static readonly Truth Lately = new Truth.Lately(3, 7);
    private static readonly Truth Total = new Truth.Total(12);
    private static readonly Truth[] All = [Total, Lately, Momentum, Chance, Improved, Comeback, Mark, First];

    [Fact]
    public void What_is_rare_comes_first()
    {
        Assert.Equal(First, OneTruth.Choose(All, null));
        Assert.Equal(Mark, OneTruth.Choose([Total, Comeback, Mark], null));
        Assert.Equal(Comeback, OneTruth.Choose([Total, Improved, Comeback], null));
        Assert.Equal(Improved, OneTruth.Choose([Total, Momentum, Improved], TruthKind.Total));
    }

    [Fact]
    public void Everyday_things_take_turns()
    {
        TruthKind? last = null;
        var said = new List<TruthKind>();
        for (var win = 0; win < 7; win++)
        {
            last = OneTruth.Choose([Total, Chance, Lately, Momentum], last)!.Kind;
            said.Add(last.Value);
        }

        Assert.Equal(
            [
                TruthKind.Chance,
                TruthKind.Momentum,
                TruthKind.Lately,
                TruthKind.Total,
                TruthKind.Chance,
                TruthKind.Momentum,
                TruthKind.Lately,
            ],
            said
        );
        Assert.Equal(Chance, OneTruth.Choose([Total, Chance, Momentum], TruthKind.Improvement));
    }

    [Fact]
    public void What_cannot_be_seen_is_not_said()
    {
        Assert.Equal(
            Total,
            OneTruth.Choose([new Truth.Momentum(40.6, 41.4), new Truth.Chance(0.871, 0.874), Total], null)
        );
        Assert.Equal(Total, OneTruth.Choose([new Truth.Momentum(41, 40), new Truth.Chance(0.88, 0.87), Total], null));
        Assert.Equal(Total, OneTruth.Choose([new Truth.Lately(1, 7), Total], null));
        Assert.NotNull(OneTruth.Choose([new Truth.Lately(2, 7)], null));
        Assert.NotNull(OneTruth.Choose([new Truth.Momentum(40.4, 40.5)], null));
        Assert.NotNull(OneTruth.Choose([new Truth.Chance(0.874, 0.876)], null));
    }

    [Fact]
    public void Nothing_is_said_rather_than_the_same_again()
    {
        Assert.Null(OneTruth.Choose([Total], TruthKind.Total));
        Assert.Null(OneTruth.Choose([], null));
    }

    [Fact]
    public void Never_the_same_kind_twice_in_a_row_and_never_by_the_order_of_telling() =>
        Gen.Select(Gen.Int[0, 255], Gen.Int[0, 8], Gen.Shuffle(All))
            .Sample(
                (which, before, shuffled) =>
                {
                    TruthKind? last = before == 8 ? null : (TruthKind)before;
                    bool Holds(Truth truth) => (which & (1 << (int)truth.Kind)) != 0;
                    var chosen = OneTruth.Choose(shuffled.Where(Holds), last);
                    Assert.Equal(OneTruth.Choose(All.Where(Holds), last), chosen);
                    Assert.Equal(All.Where(Holds).All(truth => truth.Kind == last), chosen is null);
                    Assert.True(chosen is null || (chosen.Kind != last && Holds(chosen)));
                }
            );
}
