namespace Cairn.Lab.Scoring;

/// <summary>AVG: the running win rate with forgetting .97, from 1.7 wins in 2.</summary>
public sealed class RunningAverage
{
    private double wins = 1.7;
    private double count = 2;

    /// <summary>The forecast.</summary>
    public double Chance => wins / count;

    /// <summary>Learns one outcome.</summary>
    public void Learn(bool won)
    {
        wins = (0.97 * wins) + (won ? 1 : 0);
        count = (0.97 * count) + 1;
    }
}
