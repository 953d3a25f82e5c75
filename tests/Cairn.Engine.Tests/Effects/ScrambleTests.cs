using Cairn.Engine.Effects;
using Xunit;
using static Cairn.Engine.Tests.Effects.Diaries;

namespace Cairn.Engine.Tests.Effects;

public sealed class ScrambleTests
{
    [Fact]
    public void Even_a_clear_effect_is_gone_from_scrambled_evenings()
    {
        var log = Of(90, day => Scatter(day) + (Coin(day) ? 3 : 0), day => Coin(day));
        Assert.NotEmpty(Hunches.Show(log));
        Assert.InRange(Scramble.Try(log, 200, 5).Share, 0.95, 1);
    }

    [Fact]
    public void A_try_leaves_the_logbook_as_it_was()
    {
        var log = Of(90, day => Scatter(day) + (Coin(day) ? 3 : 0), day => Coin(day));
        var before = Hunches.Show(log);
        Scramble.Try(log, 3, 5);
        Assert.Equal(before, Hunches.Show(log));
    }
}
