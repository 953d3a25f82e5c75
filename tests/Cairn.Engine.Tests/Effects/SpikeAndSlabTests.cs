using Cairn.Engine.Effects;
using CsCheck;
using MathNet.Numerics.Distributions;
using Xunit;

namespace Cairn.Engine.Tests.Effects;

public sealed class SpikeAndSlabTests
{
    [Fact]
    public void The_chance_is_that_of_the_two_densities()
    {
        var belief = new SpikeAndSlab(0.7, 0.2, 0.5, 0.15);
        var something = 0.15 * Normal.PDF(0, Math.Sqrt(0.2 * 0.2 + 0.5 * 0.5), 0.7);
        var nothing = 0.85 * Normal.PDF(0, 0.2, 0.7);
        Assert.Equal(something / (something + nothing), belief.Chance, 1e-12);
        Assert.Equal(belief.Chance * 0.7 * 0.25 / 0.29, belief.Shown, 1e-12);
    }

    [Fact]
    public void A_quantile_holds_its_share() =>
        Gen.Select(Gen.Double[-3, 3], Gen.Double[0.05, 1], Gen.Double[0.1, 1], Gen.Double[0.02, 0.98])
            .Sample(
                (estimate, error, slab, share) =>
                {
                    var belief = new SpikeAndSlab(estimate, error, slab, 0.15);
                    var x = belief.Quantile(share);
                    var shrink = slab * slab / (slab * slab + error * error);
                    var below = belief.Chance * Normal.CDF(estimate * shrink, error * Math.Sqrt(shrink), x);
                    var nothing = 1 - belief.Chance;
                    Assert.True(
                        Math.Abs(x) < 1e-12
                            ? below <= share + 1e-6 && share <= below + nothing + 1e-6
                            : Math.Abs(below + (x > 0 ? nothing : 0) - share) < 1e-6
                    );
                },
                iter: 1_000
            );

    [Fact]
    public void An_overwhelming_estimate_is_no_nan()
    {
        var belief = new SpikeAndSlab(1e6, 1e-6, 0.5, 0.15);
        Assert.Equal(1, belief.Chance);
        Assert.True(double.IsFinite(belief.Shown + belief.Quantile(0.1) + belief.Quantile(0.9)));
    }
}
