using System.Globalization;

namespace Cairn.Lab.Report;

/// <summary>One promise of engine.md, and what came out.</summary>
/// <param name="Figure">What is measured.</param>
/// <param name="World">In which world; empty where none matters.</param>
/// <param name="Target">What is to be reached, in words.</param>
/// <param name="Result">What was measured.</param>
/// <param name="Holds">Whether it is reached.</param>
public sealed record LabRow(string Figure, string World, string Target, double Result, bool Holds)
{
    public static LabRow AtMost(double bound, string figure, string world, double result) =>
        new(figure, world, string.Create(CultureInfo.InvariantCulture, $"≤ {bound}"), result, result <= bound);

    public static LabRow AtLeast(double bound, string figure, string world, double result) =>
        new(figure, world, string.Create(CultureInfo.InvariantCulture, $"≥ {bound}"), result, result >= bound);

    public static LabRow Within(double low, double high, string figure, string world, double result) =>
        new(
            figure,
            world,
            string.Create(CultureInfo.InvariantCulture, $"{low} to {high}"),
            result,
            result >= low && result <= high
        );

    /// <summary>A figure that nothing is asked of.</summary>
    public static LabRow Printed(string figure, string world, double result) =>
        new(figure, world, "printed", result, Holds: true);
}
