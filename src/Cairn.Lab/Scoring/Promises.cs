using System.Collections.Immutable;
using System.Globalization;
using Cairn.Lab.Report;

namespace Cairn.Lab.Scoring;

/// <summary>The table of engine.md, section 4, row by row.</summary>
internal static class Promises
{
    private static readonly string[] Forms = ["engine + morning", "engine three bars"];

    /// <summary>The rows of one world; of two shares of taken stretches the worse one counts where none is named.</summary>
    public static IEnumerable<LabRow> Of(IReadOnlyList<Compared> goes)
    {
        var world = goes[0].World.Name;
        var isBase = world == World.Base.Name;
        foreach (var form in Forms)
        {
            var label = form == Forms[0] ? "with morning report" : "without morning report";
            var wins = goes.Min(c => c[form].Wins / c["oracle three bars"].Wins);
            yield return AtLeast($"wins against the three-bar oracle, {label}", 0.99, wins);
            yield return AtLeast(
                $"wins against the one-bar staircase, {label}",
                1.08,
                goes.Min(c => c[form].Wins / c["staircase"].Wins)
            );
            yield return AtLeast(
                $"active at day 90 minus the oracle's, {label}",
                -0.003,
                goes.Min(c => c[form].Active - c["oracle three bars"].Active)
            );
            foreach (var c in goes)
            {
                var target = (isBase, c.World.Go < 0.5) switch
                {
                    (true, true) => 0.90,
                    (true, false) => 0.95,
                    (false, true) => 0.80,
                    _ => 0.85,
                };
                var go = c.World.Go.ToString(".0", CultureInfo.InvariantCulture);
                yield return AtLeast(
                    $"volume against the three-bar oracle, go {go}, {label}",
                    target,
                    c[form].Volume / c["oracle three bars"].Volume
                );
            }

            var bars = goes.Select(c => c[form].Bars).ToArray();
            yield return AtMost(
                $"calibration: mean predicted − mean seen, {label}",
                isBase ? 0.01 : 0.02,
                bars.MaxBy(b => Math.Abs(b.Bias))!.Bias
            );
            yield return AtMost(
                $"calibration: RMSE over 20 bins, {label}",
                isBase ? 0.015 : 0.03,
                bars.Max(b => b.BinError)
            );
            yield return AtMost($"log loss minus AVG's, {label}", 0, bars.Max(b => b.Loss - b.LossOfAverage)) with
            {
                Target = "< 0",
            };
        }

        LabRow AtLeast(string figure, double least, double result) =>
            new(figure, world, "≥ " + least.ToString("0.0##", CultureInfo.InvariantCulture), result, result >= least);

        LabRow AtMost(string figure, double most, double result) =>
            new(
                figure,
                world,
                "≤ " + most.ToString("0.0##", CultureInfo.InvariantCulture),
                result,
                most is 0 ? result < 0 : Math.Abs(result) <= most
            );
    }

    /// <summary>The rows on other policies' days.</summary>
    public static IEnumerable<LabRow> Of(ImmutableArray<SkillRow> skills)
    {
        foreach (var skill in skills)
        {
            double? least = skill.Log switch
            {
                "fixed" => 0.75,
                "half" or "ramp" => 0.50,
                "staircase" => 0.60,
                _ => null,
            };
            if (least is { } target)
            {
                var label = skill.Morning ? "with morning report" : "without morning report";
                yield return new(
                    $"skill against AVG on days of {skill.Log}, {label}",
                    World.Base.Name,
                    "≥ " + target.ToString("0.00", CultureInfo.InvariantCulture),
                    skill.Forecasts.Skill,
                    skill.Forecasts.Skill >= target
                );
            }
        }
    }
}
