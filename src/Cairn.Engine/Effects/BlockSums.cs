using System.Runtime.InteropServices;

namespace Cairn.Engine.Effects;

/// <summary>Sums over the days that a coin asks for, by block and way, so that another coin is one addition per block.</summary>
internal sealed class BlockSums
{
    private readonly Sum[] sums;
    private readonly int days;

    /// <param name="place">The rated days, counted from the first of the plan.</param>
    /// <param name="evening">What the background left of their evenings.</param>
    /// <param name="doing">What it left of the coin that was tossed.</param>
    public BlockSums(int[] place, double[] evening, double[] doing)
    {
        days = place.Length;
        sums = new Sum[(place[^1] / CoinPlan.Block + 1) * CoinPlan.Ways];
        for (var i = 0; i < days; i++)
        {
            for (var way = 0; way < CoinPlan.Ways; way++)
            {
                if (CoinPlan.Asks(way, place[i] % CoinPlan.Block))
                {
                    sums[place[i] / CoinPlan.Block * CoinPlan.Ways + way].Add(evening[i], doing[i]);
                }
            }
        }
    }

    /// <summary>
    /// Tosses a coin for every block: mean of the days it asks for, less the mean of the others, and how many it asks
    /// for. What a background with a constant leaves sums to 0, so the others' sum is known.
    /// </summary>
    public ((double Evening, double Doing) Contrast, int With) Toss(ref Coin coin)
    {
        var all = new Sum();
        for (var block = 0; block < sums.Length; block += CoinPlan.Ways)
        {
            all.Add(sums[block + CoinPlan.Toss(ref coin)]);
        }

        var means = all.Days == 0 || all.Days == days ? 0 : 1.0 / all.Days + 1.0 / (days - all.Days);
        return ((all.Evening * means, all.Doing * means), all.Days);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Sum
    {
        public double Evening;
        public double Doing;
        public int Days;

        public void Add(double evening, double doing)
        {
            Evening += evening;
            Doing += doing;
            Days++;
        }

        public void Add(in Sum other)
        {
            Evening += other.Evening;
            Doing += other.Doing;
            Days += other.Days;
        }
    }
}
