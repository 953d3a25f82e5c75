using CsCheck;
using Xunit;

namespace Cairn.Pictures;

public sealed class StackingTests
{
    private static readonly string[] Areas = ["health", "work", "personal", "garden"];

    private static readonly Gen<Stone[]> AnyDay = Gen.Select(
        Gen.Guid,
        Gen.Int[0, 3].Select(i => Areas[i]),
        Gen.Int[1, 3],
        Gen.Enum<StoneKind>(),
        (id, area, tier, kind) => new Stone(id, area, tier, kind, "")
    ).Array[1, 30];

    [Fact]
    public void The_same_wins_make_the_same_cairn() =>
        AnyDay.Sample(day => Assert.Equal(Stacking.Arrange(day), Stacking.Arrange(day)), iter: 60);

    [Fact]
    public void A_new_stone_never_moves_the_ones_before_it() =>
        AnyDay.Sample(
            day =>
            {
                var whole = Stacking.Arrange(day);
                var before = Stacking.Arrange(day[..^1]);
                Assert.Equal(before, whole.Take(before.Count));
            },
            iter: 60
        );

    [Fact]
    public void No_stone_leaves_the_frame() =>
        AnyDay.Sample(
            day =>
            {
                var foot = Trail.At(0, 7);
                foreach (var seat in Stacking.Arrange(day))
                {
                    var drop = Math.Abs(seat.Slope) * seat.Width / 2;
                    Assert.InRange(foot.X + seat.Left, 0, Trail.Width);
                    Assert.InRange(foot.X + seat.Right, 0, Trail.Width);
                    Assert.InRange(foot.Y - seat.Height - (seat.Thickness / 2) - drop, 30, Trail.Height);
                    Assert.InRange(foot.Y - seat.Height + (seat.Thickness / 2), 30, Trail.Height);
                }
            },
            iter: 60
        );

    [Fact]
    public void Every_stone_touches_what_carries_it_and_sinks_no_deeper_than_a_hair() =>
        AnyDay.Sample(
            day =>
            {
                var seats = Stacking.Arrange(day);
                for (var i = 0; i < seats.Count; i++)
                {
                    var air = AirBelow(seats[i], seats.Take(i).Where(s => s.Row == seats[i].Row));
                    Assert.InRange(air, -0.1 * seats[i].Thickness, 0.5);
                }
            },
            iter: 60
        );

    [Fact]
    public void The_first_stone_is_broad_enough_to_carry_the_others() =>
        AnyDay.Sample(
            day =>
            {
                var tower = Stacking.Arrange(day).Where(s => s.Row == 0).Take(4).ToArray();
                Assert.All(tower, seat => Assert.True(seat.Width <= tower[0].Width * 1.1));
            },
            iter: 60
        );

    [Fact]
    public void Practices_and_tasks_stand_on_each_other_until_the_tower_is_high()
    {
        var seats = Stacking.Arrange([.. Stones.Some(30).Where(s => s.Kind is StoneKind.Practice).Take(4)]);
        for (var i = 1; i < seats.Count; i++)
        {
            Assert.True(seats[i].Height > seats[i - 1].Top - 2, $"stone {i} does not lie on stone {i - 1}");
        }
    }

    [Fact]
    public void A_higher_tier_is_a_larger_stone()
    {
        var widths = Enumerable
            .Range(1, 3)
            .Select(tier => Stacking.Arrange([Stones.One(0), Stones.One(1) with { Tier = tier }])[1])
            .Select(seat => seat.Width * seat.Thickness)
            .ToArray();
        Assert.Equal(widths.Order(), widths);
    }

    private static double AirBelow(Seat seat, IEnumerable<Seat> earlier)
    {
        var least = double.MaxValue;
        var others = earlier.ToArray();
        for (var x = Math.Ceiling((seat.Left + 1) / 2) * 2; x <= seat.Right - 1; x += 2)
        {
            var floor = others.Where(o => x >= o.Left && x <= o.Right).Select(o => o.TopAt(x)).DefaultIfEmpty(0).Max();
            least = Math.Min(least, seat.BottomAt(x) - Math.Max(0, floor));
        }

        return least;
    }
}
