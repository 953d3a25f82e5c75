using Cairn.Engine.Capacity;
using Xunit;

namespace Cairn.Engine.Tests.Capacity;

public sealed class NormalTests
{
    // Abramowitz and Stegun, table 26.1 and 26.2; the far tail from -z²/2 - ln z and its asymptotic series.
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.841344746068543)]
    [InlineData(-1, 0.158655253931457)]
    [InlineData(1.96, 0.975002104851780)]
    [InlineData(-3, 0.00134989803163010)]
    [InlineData(-6, 9.86587645037698e-10)]
    [InlineData(-8, 6.22096057427178e-16)]
    public void The_area_agrees_with_the_tables(double z, double area) => Assert.Equal(1, Normal.Below(z) / area, 1e-8);

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.97)]
    [InlineData(0.999)]
    public void The_quantile_is_the_inverse_of_the_area(double p) =>
        Assert.Equal(p, Normal.Below(Normal.Quantile(p)), 1e-13);
}
