using Cairn.Lab.Exact;
using Xunit;

namespace Cairn.Lab.Tests.Exact;

/// <summary>The filter beside the exact posterior of the same model.</summary>
public sealed class ExactnessTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("CAIRN_LONG") == "1";

    // The spread from day to day is learned by mean field, which costs accuracy while it is little known.
    [Theory]
    [InlineData(1e-3, 0.5, 0.010)]
    [InlineData(1e-3, 0.0, 0.015)]
    [InlineData(0.45, 0.5, 0.020)]
    public void The_shown_chance_is_close_to_the_exact_one_on_average(double spreadError, double reasons, double most)
    {
        var people =
            IsLong ? 60
            : spreadError < 0.01 ? 12
            : 3;
        Assert.InRange(Exactness.Difference(people, 5, spreadError, reasons), 0, most);
    }
}
