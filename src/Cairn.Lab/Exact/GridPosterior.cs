using Cairn.Engine.Capacity;

namespace Cairn.Lab.Exact;

/// <summary>
/// The exact posterior over one step's capacity, its spread and its lapse odds, on a grid: the oracle of the
/// filter's approximations. No day effect, weekend, trend or habit; those are switched off on both sides.
/// </summary>
internal sealed class GridPosterior
{
    private const int Capacities = 121;
    private const int Lapses = 21;

    private readonly double[] weight;
    private readonly Parameters prior;
    private readonly double sd;
    private readonly int spreads;

    public GridPosterior(Parameters prior)
    {
        this.prior = prior;
        spreads = prior.DaySpreadError < 0.01 ? 1 : 11;
        weight = new double[Capacities * spreads * Lapses];
        sd = Math.Sqrt((prior.BiasSpread * prior.BiasSpread) + (prior.StepSpread * prior.StepSpread));
        Each(
            (c, s, l, cell) =>
                weight[cell] =
                    Normal.Density((c - prior.BiasMean) / sd)
                    * Normal.Density((s - Math.Log(prior.DaySpread)) / prior.DaySpreadError)
                    * Normal.Density((l - Odds(prior.Lapse)) / prior.LapseSpread)
        );
    }

    /// <summary>The chance to start and reach a log size.</summary>
    public double Chance(double size)
    {
        double sum = 0;
        double all = 0;
        Each(
            (c, s, l, cell) =>
            {
                sum += weight[cell] * (1 - Share(l)) * Normal.Below((c - size) / Math.Exp(s));
                all += weight[cell];
            }
        );
        return sum / all;
    }

    /// <summary>An outcome at a floor and a target.</summary>
    public void Learn(double floor, double target, Outcome outcome)
    {
        Each(
            (c, s, l, cell) =>
            {
                var low = Normal.Below((c - floor) / Math.Exp(s));
                var high = Normal.Below((c - target) / Math.Exp(s));
                var start = 1 - Share(l);
                weight[cell] *= outcome switch
                {
                    Outcome.Nothing => 1 - (start * low),
                    Outcome.Floor => start * (low - high),
                    Outcome.Forgotten => 1 - start,
                    Outcome.TooBig => start * (1 - low),
                    _ => start * high,
                };
            }
        );
        var all = weight.Sum();
        for (var cell = 0; cell < weight.Length; cell++)
        {
            weight[cell] /= all;
        }
    }

    private static double Odds(double p) => Math.Log(p / (1 - p));

    private static double Share(double odds) => 1 / (1 + Math.Exp(-odds));

    private void Each(Action<double, double, double, int> act)
    {
        var cell = 0;
        for (var i = 0; i < Capacities; i++)
        {
            var c = prior.BiasMean + (sd * 4 * ((2.0 * i / (Capacities - 1)) - 1));
            for (var j = 0; j < spreads; j++)
            {
                var s =
                    Math.Log(prior.DaySpread)
                    + (prior.DaySpreadError * 3 * ((2.0 * j / Math.Max(1, spreads - 1)) - (spreads > 1 ? 1 : 0)));
                for (var k = 0; k < Lapses; k++)
                {
                    var l = Odds(prior.Lapse) + (prior.LapseSpread * 3.5 * ((2.0 * k / (Lapses - 1)) - 1));
                    act(c, s, l, cell++);
                }
            }
        }
    }
}
