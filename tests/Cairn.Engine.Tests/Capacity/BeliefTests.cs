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
        Assert.Throws<FormatException>(() => Belief.Load([]));
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
