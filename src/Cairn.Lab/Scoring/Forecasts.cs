namespace Cairn.Lab.Scoring;

/// <summary>How good a set of forecasts was: log loss beside AVG and the truth, and calibration in twenty bins.</summary>
public sealed class Forecasts
{
    private const int Bins = 20;
    private const double Least = 1e-4;

    private readonly double[] predicted = new double[Bins];
    private readonly double[] seen = new double[Bins];
    private readonly double[] count = new double[Bins];
    private double loss;
    private double lossOfAverage;
    private double lossOfTruth;

    /// <summary>Number of forecasts.</summary>
    public double Count => count.Sum();

    /// <summary>Mean log loss of the forecasts.</summary>
    public double Loss => loss / Count;

    /// <summary>Mean log loss of the running average, the forecaster that has to be beaten.</summary>
    public double LossOfAverage => lossOfAverage / Count;

    /// <summary>Mean log loss of the true chance.</summary>
    public double LossOfTruth => lossOfTruth / Count;

    /// <summary>The share of the way from AVG to the truth.</summary>
    public double Skill => (LossOfAverage - Loss) / (LossOfAverage - LossOfTruth);

    /// <summary>Mean forecast minus mean outcome.</summary>
    public double Bias => (predicted.Sum() - seen.Sum()) / Count;

    /// <summary>Root mean square of forecast minus outcome over twenty bins of the forecast, weighted by count.</summary>
    public double BinError
    {
        get
        {
            var sum = 0.0;
            for (var bin = 0; bin < Bins; bin++)
            {
                var off = count[bin] > 0 ? (predicted[bin] - seen[bin]) / count[bin] : 0;
                sum += count[bin] * off * off;
            }

            return Math.Sqrt(sum / Count);
        }
    }

    /// <summary>One forecast and what came.</summary>
    public void Add(double chance, double average, double truth, bool came)
    {
        var bin = Math.Clamp((int)(chance * Bins), 0, Bins - 1);
        predicted[bin] += chance;
        seen[bin] += came ? 1 : 0;
        count[bin]++;
        loss += Loss1(chance, came);
        lossOfAverage += Loss1(average, came);
        lossOfTruth += Loss1(truth, came);
    }

    /// <summary>Adds another person's.</summary>
    public void Add(Forecasts other)
    {
        for (var bin = 0; bin < Bins; bin++)
        {
            predicted[bin] += other.predicted[bin];
            seen[bin] += other.seen[bin];
            count[bin] += other.count[bin];
        }

        loss += other.loss;
        lossOfAverage += other.lossOfAverage;
        lossOfTruth += other.lossOfTruth;
    }

    private static double Loss1(double chance, bool came) =>
        -Math.Log(Math.Clamp(came ? chance : 1 - chance, Least, 1));
}
