namespace Cairn.Demo;

/// <summary>
/// How a simulated person feels, in spreads around their usual. A morning carries on from the evening before and goes
/// with the energy of the day; an evening goes with its morning and with what was done. Guesses after published diaries:
/// some of the mood stays till the next day, and the energy of a morning moves both what is done and how the day ends.
/// </summary>
public sealed class DemoMood(DemoDice dice)
{
    private const double Stays = .3;
    private const double FromEnergy = .5;
    private const double FromMorning = .4;
    private const double MorningSpread = .6;
    private const double EveningSpread = .8;

    public double Morning { get; private set; }

    public double Evening { get; private set; }

    /// <param name="energy">Of the day, in spreads around the usual.</param>
    public void WakeUp(double energy) =>
        Morning = (Stays * Evening) + (FromEnergy * energy) + dice.Normal(MorningSpread);

    /// <param name="lift">What the day's wins and setbacks add to a usual day.</param>
    public void GoToBed(double lift) =>
        Evening = (Stays * Evening) + (FromMorning * Morning) + lift + dice.Normal(EveningSpread);

    /// <summary>0 to 10; most days lie around six.</summary>
    public int Rate(double felt) => Math.Clamp((int)Math.Round(6 + (1.5 * felt)), 0, 10);
}
