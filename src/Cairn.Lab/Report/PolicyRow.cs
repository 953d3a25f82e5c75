using Cairn.Lab.Scoring;

namespace Cairn.Lab.Report;

/// <summary>What one policy did in one world; means per person.</summary>
/// <param name="World">The world.</param>
/// <param name="Go">How often a stretch that is possible is taken.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Wins">Wins in 90 days of three steps.</param>
/// <param name="WinRate">Wins per offer.</param>
/// <param name="Volume">All that was done, in stated sizes.</param>
/// <param name="Active">The share of people still there on the last day.</param>
/// <param name="WayInWins">Wins as a share of the way from staircase to three-bar oracle; not a number for a closed way.</param>
/// <param name="WayInVolume">Volume likewise.</param>
/// <param name="WayInActive">Active likewise.</param>
/// <param name="Forecasts">Forecasts of all bars; null for policies that show no chance.</param>
public sealed record PolicyRow(
    string World,
    double Go,
    string Policy,
    double Wins,
    double WinRate,
    double Volume,
    double Active,
    double WayInWins,
    double WayInVolume,
    double WayInActive,
    ForecastRow? Forecasts
)
{
    internal static PolicyRow Of(
        string world,
        double go,
        string policy,
        Tally tally,
        Tally staircase,
        Tally oracle,
        bool shows
    ) =>
        new(
            world,
            go,
            policy,
            tally.Wins,
            tally.WinRate,
            tally.Volume,
            tally.Active,
            Way(tally.Wins, staircase.Wins, oracle.Wins),
            Way(tally.Volume, staircase.Volume, oracle.Volume),
            Way(tally.Active, staircase.Active, oracle.Active),
            shows ? ForecastRow.Of(tally.Bars.Count > 0 ? tally.Bars : tally.Floor) : null
        );

    private static double Way(double value, double from, double to) =>
        Math.Abs(to - from) < 1e-9 ? double.NaN : (value - from) / (to - from);
}
