using Cairn.Engine.Capacity;
using CsCheck;
using Xunit;
using static Cairn.Engine.Tests.Capacity.Someone;

namespace Cairn.Engine.Tests.Capacity;

/// <summary>What must hold whatever happens to a person.</summary>
public sealed class BeliefProperties
{
    private static readonly long Cases = Environment.GetEnvironmentVariable("CAIRN_LONG") == "1" ? 10_000 : 300;

    private static void ForAll(Action<Someone, Histories.Moment> property) =>
        Gen.Select(Histories.Moments.Array[0, 40], Histories.Moments)
            .Sample(
                (past, next) =>
                {
                    var someone = new Someone(10_000);
                    foreach (var moment in past)
                    {
                        someone.Live(moment);
                    }

                    property(someone, next with { Feel = null });
                },
                iter: Cases
            );

    [Fact]
    public void Floor_target_and_stretch_are_in_order_and_no_number_is_lost() =>
        ForAll(
            (someone, next) =>
            {
                foreach (var dial in Enum.GetValues<Dial>())
                {
                    var bars = someone.Belief.BarsOn(
                        someone.Today,
                        Walk,
                        Limits.None,
                        dial,
                        (DayFeel)(((int)next.Tier) - 2)
                    );
                    Assert.InRange(bars.Floor, 0.1, bars.Target);
                    Assert.InRange(bars.Target, bars.Floor, bars.Stretch);
                    Assert.True(double.IsFinite(bars.Stretch));
                    Assert.InRange(bars.TargetChance, bars.StretchChance, bars.FloorChance);
                    Assert.InRange(bars.FloorChance, 0, 1);
                    Assert.InRange(bars.StretchChance, 0, 1);
                }
            }
        );

    [Fact]
    public void The_chance_falls_with_the_amount() =>
        ForAll(
            (someone, next) =>
            {
                var a = Math.Exp(next.Share * 5);
                Assert.True(
                    someone.Belief.ChanceOn(someone.Today, Walk, a * 1.1)
                        <= someone.Belief.ChanceOn(someone.Today, Walk, a)
                );
            }
        );

    [Fact]
    public void A_size_miss_never_raises_the_next_size() =>
        ForAll(
            (someone, next) =>
            {
                var before = someone.Bars;
                var reason = next.All ? MissReason.TooBig : MissReason.NoEnergy;
                var after = someone.Misses(reason).Bars;
                Assert.True(after.Target <= before.Target, $"{before} then {after}");
                Assert.True(after.Floor <= before.Floor, $"{before} then {after}");
            }
        );

    [Fact]
    public void A_win_never_lowers_the_next_size() =>
        ForAll(
            (someone, next) =>
            {
                var before = someone.Bars;
                var after = someone.Wins(next.All ? Tier.Target : Tier.Stretch).Bars;
                Assert.True(after.Target >= before.Target, $"{before} then {after}");
            }
        );

    [Fact]
    public void Forgotten_never_changes_the_size() =>
        ForAll(
            (someone, _) =>
            {
                var before = someone.Bars;
                var after = someone.Misses(MissReason.Forgot).Bars;
                Assert.Equal((before.Floor, before.Target, before.Stretch), (after.Floor, after.Target, after.Stretch));
            }
        );
}
