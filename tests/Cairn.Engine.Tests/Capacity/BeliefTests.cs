using System.Runtime.InteropServices;
using Cairn.Engine.Capacity;
using CsCheck;
using Xunit;
using static Cairn.Engine.Tests.Capacity.Someone;

namespace Cairn.Engine.Tests.Capacity;

public sealed class BeliefTests
{
    [Fact]
    public void Facts_in_any_order_and_in_any_portions_give_the_same_belief()
    {
        var lived = Histories.Lived(seed: 7, days: 60);
        var through = lived.Belief.Through!.Value;
        Gen.Shuffle(lived.Facts.ToArray())
            .Sample(shuffled => AreSame(Belief.Of().After(shuffled, through), lived.Belief), iter: 20);
    }

    [Fact]
    public void A_saved_belief_comes_back_as_it_was()
    {
        var belief = Histories.Lived(seed: 3, days: 40).Belief;
        var loaded = Belief.Load(belief.Save());
        Assert.Equal(belief.Save(), loaded.Save());
        Assert.Equal(belief.Through, loaded.Through);
        var day = belief.Through!.Value.AddDays(2);
        Assert.Equal(
            belief.BarsOn(day, Walk, Limits.None, Dial.Bold, DayFeel.Good),
            loaded.BarsOn(day, Walk, Limits.None, Dial.Bold, DayFeel.Good)
        );
        Assert.Null(Belief.Load(Belief.Of().Save()).Through);
    }

    [Fact]
    public void Damaged_bytes_are_refused_and_never_taken_for_a_belief()
    {
        var saved = Histories.Lived(seed: 3, days: 10).Belief.Save();
        Assert.Contains("version", Assert.Throws<FormatException>(() => Belief.Load([])).Message);
        Assert.Contains("damaged", Assert.Throws<FormatException>(() => Belief.Load([.. saved, 0])).Message);
        Assert.Throws<FormatException>(() => Belief.Load(saved.AsSpan(0, saved.Length - 1)));
        for (var at = 0; at < saved.Length; at++)
        {
            var damaged = (byte[])saved.Clone();
            damaged[at] ^= 0x10;
            Assert.Throws<FormatException>(() => Belief.Load(damaged));
        }
    }

    [Fact]
    public void Facts_outside_the_days_or_about_unknown_steps_are_refused()
    {
        var someone = new Someone().Wins(Tier.Target);
        var bars = someone.Bars;
        var unknown = new Guid("0195a000-0000-7000-8000-00000000ffff");
        Assert.Throws<ArgumentException>(() => someone.Belief.After([new Seen(FirstDay)], FirstDay.AddDays(1)));
        Assert.Throws<ArgumentException>(() =>
            someone.Belief.After([new Seen(FirstDay.AddDays(3))], FirstDay.AddDays(2))
        );
        Assert.Throws<ArgumentException>(() => someone.Belief.ChanceOn(FirstDay, Walk, 1));
        Assert.Throws<ArgumentException>(() => someone.Belief.ChanceOn(someone.Today, unknown, 1));
        Assert.Throws<ArgumentException>(() =>
            someone.Belief.After([new Won(someone.Today, unknown, bars, Tier.Floor, null, false)], someone.Today)
        );
        Assert.True(someone.Belief.Knows(Walk));
        Assert.False(someone.Belief.Knows(unknown));
    }

    [Fact]
    public void What_cannot_be_asked_is_refused_with_what_is_wrong()
    {
        var someone = new Someone().Wins(Tier.Target);
        var unknown = new Guid("0195a000-0000-7000-8000-00000000ffff");
        foreach (var amount in new[] { 0, -1, double.NaN })
        {
            var refused = Assert.Throws<ArgumentOutOfRangeException>(() =>
                someone.Belief.ChanceOn(someone.Today, Walk, amount)
            );
            Assert.Contains("positive", refused.Message);
        }

        Assert.Throws<ArgumentNullException>(() => someone.Belief.After(null!, someone.Today));
        var late = Assert.Throws<ArgumentException>(() => someone.Belief.ChanceOn(FirstDay, Walk, 1));
        Assert.Contains("is not after it", late.Message);
        var strange = Assert.Throws<ArgumentException>(() => someone.Belief.ChanceOn(someone.Today, unknown, 1));
        Assert.Contains("has not begun", strange.Message);
    }

    [Fact]
    public void The_morning_report_moves_the_chance_of_the_day()
    {
        var someone = new Someone().Wins(Tier.Target, days: 5);
        double Chance(DayFeel? feel) => someone.Belief.ChanceOn(someone.Today, Walk, someone.Bars.Target, feel);

        Assert.True(Chance(DayFeel.Rough) < Chance(DayFeel.Fine));
        Assert.True(Chance(DayFeel.Fine) < Chance(DayFeel.Good));
        Assert.Equal(Chance(DayFeel.Fine), Chance(null));
    }

    [Fact]
    public void Somebody_with_more_steps_than_fit_on_the_stack_gets_the_same_bars()
    {
        var eve = FirstDay.AddDays(-1);
        var few = Belief.Of().After([new StepBegan(eve, Walk, 100, Scale.Fine, [])], eve);
        var others = Enumerable
            .Range(2, 59)
            .Select(n => new StepBegan(eve, new Guid(n, 0, 0, new byte[8]), 100, Scale.Fine, []));
        var many = Belief.Of().After([new StepBegan(eve, Walk, 100, Scale.Fine, []), .. others], eve);

        var bars = few.BarsOn(FirstDay, Walk, Limits.None, Dial.Steady);
        Assert.Equal(bars, many.BarsOn(FirstDay, Walk, Limits.None, Dial.Steady));
        Assert.Equal(
            few.ChanceOn(FirstDay, Walk, bars.Target),
            many.ChanceOn(FirstDay, Walk, bars.Target),
            precision: 9
        );
    }

    internal static bool AreSame(Belief a, Belief b)
    {
        var header = 11 + (2 * 16);
        var these = MemoryMarshal.Cast<byte, double>(a.Save().AsSpan(header));
        var those = MemoryMarshal.Cast<byte, double>(b.Save().AsSpan(header));
        for (var cell = 0; cell < these.Length; cell++)
        {
            if (!these[cell].Equals(those[cell]) && !(Math.Abs(these[cell] - those[cell]) <= 1e-9))
            {
                return false;
            }
        }

        return these.Length == those.Length;
    }
}
