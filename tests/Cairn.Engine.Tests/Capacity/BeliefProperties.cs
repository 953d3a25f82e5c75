using Cairn.Engine.Capacity;
using CsCheck;
using Xunit;
using static Cairn.Engine.Tests.Capacity.Someone;

namespace Cairn.Engine.Tests.Capacity;

/// <summary>What must hold whatever happens to a person.</summary>
public sealed class BeliefProperties
{
    private static readonly long Cases = Environment.GetEnvironmentVariable("CAIRN_LONG") == "1" ? 10_000 : 300;

    private static Gen<double> OneOf(params double[] numbers) =>
        Gen.Int[0, numbers.Length - 1].Select(number => numbers[number]);

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
                var after = someone.Wins(next.Tier).Bars;
                Assert.True(after.Target >= before.Target, $"{before} then {after}");
            }
        );

    [Fact]
    public void A_raise_needs_three_wins_at_the_size_of_every_dial() =>
        Histories
            .Moments.Array[0, 40]
            .Sample(
                past =>
                {
                    foreach (var dial in Enum.GetValues<Dial>())
                    {
                        var someone = new Someone(10_000);
                        // Before the first answer there is no size yet that could be raised.
                        someone.Wins(Tier.Floor);
                        // A raise that nobody answered is none yet: the belief may still take it back.
                        var (wins, best) = (1, double.PositiveInfinity);
                        foreach (var moment in past)
                        {
                            var asked = someone.Belief.BarsOn(someone.Today, Walk, Limits.None, dial).Target;
                            var isReturn = someone.Belief.IsReturnOn(someone.Today, Walk);
                            var answer = someone.LiveAndTell(moment);
                            if (answer is null)
                            {
                                continue;
                            }

                            // A return is below the size that holds, so what comes after it is no raise.
                            best = double.IsFinite(best) || isReturn ? best : asked;
                            if (asked > best * 1.001)
                            {
                                Assert.True(wins >= 3, $"{best} to {asked} after {wins} wins, {dial}");
                                (wins, best) = (0, asked);
                            }

                            wins += answer is Won ? 1 : 0;
                        }
                    }
                },
                iter: Cases
            );

    [Fact]
    public void An_absence_of_any_length_changes_no_mean_and_never_narrows() =>
        Gen.Select(Histories.Moments.Array[0, 40], Gen.Int[1, 5_000])
            .Sample(
                (past, days) =>
                {
                    var someone = new Someone(10_000);
                    foreach (var moment in past)
                    {
                        someone.Live(moment);
                    }

                    // The first night ends the last day on which there was a sign; absence begins after it.
                    var before = someone.IsAway(1).Belief;
                    var after = someone.IsAway(days).Belief;
                    var was = new Mind(before.Replay().Cells, 2, Parameters.Default);
                    var now = new Mind(after.Replay().Cells, 2, Parameters.Default);
                    Assert.Equal(was.Mean.ToArray(), now.Mean.ToArray());
                    Assert.Equal((was.Noise, was.NoiseVariance), (now.Noise, now.NoiseVariance));
                    for (var step = 0; step < 2; step++)
                    {
                        Assert.True(now.Look(step, weekend: false, 0).Variance >= was.Look(step, false, 0).Variance);
                        Assert.Equal(was[step].LapseOdds, now[step].LapseOdds);
                        Assert.True(now[step].LapseVariance >= was[step].LapseVariance);
                    }
                },
                iter: Cases
            );

    [Fact]
    public void A_late_or_corrected_entry_gives_the_state_that_it_would_have_given_in_time() =>
        Gen.Select(Histories.Moments.Array[1, 40], Histories.Moments, Gen.Int[0, 1_000_000])
            .Sample(
                (past, other, luck) =>
                {
                    var random = new Random(luck);
                    var corrected = random.Next(past.Length);
                    var someone = new Someone(10_000);
                    for (var day = 0; day < past.Length; day++)
                    {
                        someone.Live(day == corrected ? other : past[day]);
                    }

                    var facts = someone.Facts.ToArray();
                    random.Shuffle(facts);
                    var through = someone.Belief.Through!.Value;
                    var middle = FirstDay.AddDays(random.Next(past.Length) - 1);
                    var replayed = Belief
                        .Of()
                        .After(facts.Where(fact => fact.Day <= middle), middle)
                        .After(facts.Where(fact => fact.Day > middle), through);
                    Assert.True(BeliefTests.AreSame(replayed, someone.Belief));
                },
                iter: Cases
            );

    [Fact]
    public void No_input_makes_a_number_that_is_none()
    {
        var wild = Gen.OneOf(
            Gen.Double[0, 500],
            Gen.Double,
            OneOf(0, -1, 1e-300, 1e300, double.MaxValue, double.Epsilon),
            OneOf(double.NaN, double.PositiveInfinity, double.NegativeInfinity)
        );
        var positive = wild.Where(amount => amount > 0 && double.IsFinite(amount));
        var bars = Gen.Select(wild, wild, wild, (a, b, c) => new Bars(a, b, c, 0, 0, 0));
        var answers = Gen.Select(bars, Gen.Enum<Tier>(), Gen.Enum<MissReason>(), wild, Gen.Bool, Gen.Bool);
        Gen.Select(positive, Gen.Enum<Scale>(), wild, Gen.Int, answers.Array[1, 20], wild)
            .Sample(
                (stated, scale, asked, confidence, told, limit) =>
                {
                    var eve = FirstDay.AddDays(-1);
                    var began = new StepBegan(eve, Walk, stated, scale, [new(asked, confidence), new(stated, 6)]);
                    var belief = Belief.Of().After([began], eve);
                    var day = FirstDay;
                    foreach (var (seen, tier, reason, amount, isWin, isAll) in told)
                    {
                        double? exact = amount < 0 ? null : amount;
                        belief = belief.After(
                            [
                                isWin
                                    ? new Won(day, Walk, seen, tier, exact, isAll)
                                    : new Missed(day, Walk, seen, reason, exact),
                            ],
                            day
                        );
                        day = day.AddDays(1);
                        foreach (var limits in (Limits[])[Limits.None, new(limit, limit, null), new(null, null, seen)])
                        {
                            var next = belief.BarsOn(day, Walk, limits, Dial.Steady, DayFeel.Rough);
                            Assert.InRange(next.FloorChance, 0, 1);
                            Assert.InRange(next.TargetChance, 0, 1);
                            Assert.InRange(next.StretchChance, 0, 1);
                            if (limits.Pinned is null)
                            {
                                Assert.InRange(next.Floor, 0, next.Target);
                                Assert.InRange(next.Target, next.Floor, next.Stretch);
                                Assert.True(double.IsFinite(next.Stretch));
                            }
                        }
                    }
                },
                iter: Cases
            );
    }

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
