using Cairn.Engine.Capacity;

namespace Cairn.Benchmarks;

/// <summary>Capacity × lapse on a grid, for one step with a known spread.</summary>
internal sealed class Grid
{
    private const int Capacities = 61;
    private const int Lapses = 11;
    private readonly double[] weight = new double[Capacities * Lapses];

    public Grid() => Array.Fill(weight, 1.0 / weight.Length);

    public double LearnAndChoose(double size)
    {
        var all = 0.0;
        for (var c = 0; c < Capacities; c++)
        {
            var reach = Normal.Below((Capacity(c) - size) / 0.5);
            for (var l = 0; l < Lapses; l++)
            {
                var cell = (c * Lapses) + l;
                weight[cell] = (weight[cell] * (1 - (0.04 * l)) * reach) + 1e-9;
                all += weight[cell];
            }
        }

        var below = 0.0;
        var chosen = -1;
        for (var c = 0; c < Capacities; c++)
        {
            var column = 0.0;
            for (var l = 0; l < Lapses; l++)
            {
                weight[(c * Lapses) + l] /= all;
                column += weight[(c * Lapses) + l];
            }

            below += column;
            chosen = chosen < 0 && below > 0.1 ? c : chosen;
        }

        return Capacity(chosen);
    }

    private static double Capacity(int c) => -4 + (c * 0.1);
}
