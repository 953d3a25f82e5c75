using Cairn.Lab.Scoring;

namespace Cairn.Lab.Report;

/// <summary>How good forecasts were.</summary>
/// <param name="Loss">Mean log loss.</param>
/// <param name="LossOfAverage">That of the running average.</param>
/// <param name="LossOfTruth">That of the true chance, which knows the day.</param>
/// <param name="Skill">The share of the way from AVG to the truth.</param>
/// <param name="Bias">Mean predicted minus mean seen.</param>
/// <param name="BinError">Root mean square error over twenty bins.</param>
public sealed record ForecastRow(
    double Loss,
    double LossOfAverage,
    double LossOfTruth,
    double Skill,
    double Bias,
    double BinError
)
{
    internal static ForecastRow Of(Forecasts f) =>
        new(f.Loss, f.LossOfAverage, f.LossOfTruth, f.Skill, f.Bias, f.BinError);
}
