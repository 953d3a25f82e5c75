using System.Globalization;
using Cairn.Engine.Effects;
using Cairn.Shell;

namespace Cairn.Insights;

/// <summary>Where a test by coin stands, in a sentence.</summary>
public static class ExperimentWords
{
    public static string Stand(ExperimentView view) =>
        !view.HasBegun
            ? Phrase.Of(
                InsightsWords.BeginsOn,
                view.Name,
                view.Experiment.Day.ToString("D", CultureInfo.CurrentCulture)
            )
            : Phrase.Of(
                InsightsWords.DayOf,
                view.Name,
                view.DayNumber,
                CoinPlan.Days,
                view.Asks == true ? InsightsWords.With : InsightsWords.Without
            );

    /// <summary>What the last look said.</summary>
    public static string Outcome(ExperimentView view) =>
        view.Verdict switch
        {
            null => view.IsOver ? InsightsWords.TooFewEvenings : InsightsWords.NoLookYet,
            { Outcome: Engine.Effects.Outcome.Difference, Difference: var found } => Phrase.Of(
                found.Estimate > 0 ? InsightsWords.MakesHigher : InsightsWords.MakesLower,
                view.Name
            ),
            { Outcome: Engine.Effects.Outcome.NoClearDifference } => InsightsWords.NoClearDifference,
            _ => view.IsOver ? InsightsWords.EndedUnclear : InsightsWords.NotClearYet,
        };

    /// <summary>The interval, which is what is said first.</summary>
    public static string Interval(Difference difference) =>
        double.IsFinite(difference.Low) && double.IsFinite(difference.High)
            ? Phrase.Of(InsightsWords.BetweenPoints, WithSign(difference.Low), WithSign(difference.High))
            : InsightsWords.CannotTell;

    public static string Points(double points) => Quantity.Of(Math.Round(points, 1));

    public static string WithSign(double points) =>
        Math.Round(points, 1) switch
        {
            0 => "0",
            > 0 and var more => "+" + Quantity.Of(more),
            var less => "−" + Quantity.Of(-less),
        };
}
