namespace Cairn.Engine.Capacity;

/// <summary>
/// What is believed about a person before the first word. All in natural logarithms of the amount unless said
/// otherwise: −0.79 is 45 % of what was planned. Where the figures come from, and which are guesses: docs/lab.md.
/// </summary>
public sealed record Parameters
{
    /// <summary>The defaults.</summary>
    public static Parameters Default { get; } = new();

    /// <summary>Spread of capacity from day to day; standard deviation.</summary>
    public double DaySpread { get; init; } = 0.50;

    /// <summary>How much people over-plan: mean of the person's bias. ln(4.3 / 9.5), DellaVigna and Malmendier.</summary>
    public double BiasMean { get; init; } = -0.79;

    /// <summary>Spread of that bias between people.</summary>
    public double BiasSpread { get; init; } = 0.60;

    /// <summary>Spread of one person's steps around the person's bias.</summary>
    public double StepSpread { get; init; } = 0.40;

    /// <summary>Daily wandering of a step's capacity; standard deviation.</summary>
    public double StepDrift { get; init; } = 0.04;

    /// <summary>Spread of what all steps of one day share.</summary>
    public double TodaySpread { get; init; } = 0.25;

    /// <summary>The share of today's effect that lasts until tomorrow.</summary>
    public double TodayCarry { get; init; } = 0.3;

    /// <summary>The weekend's offset: mean.</summary>
    public double WeekendMean { get; init; } = -0.05;

    /// <summary>The weekend's offset: spread between people.</summary>
    public double WeekendSpread { get; init; } = 0.20;

    /// <summary>What a good morning adds, and a rough one takes: mean.</summary>
    public double FeelMean { get; init; } = 0.15;

    /// <summary>What a good morning adds, and a rough one takes: spread between people.</summary>
    public double FeelSpread { get; init; } = 0.10;

    /// <summary>Growth per day: mean.</summary>
    public double TrendMean { get; init; } = 0.004;

    /// <summary>Growth per day: spread between people.</summary>
    public double TrendSpread { get; init; } = 0.004;

    /// <summary>Days in ten on which a step is not started for reasons other than its size.</summary>
    public double LapseMisses { get; init; } = 0.8;

    /// <summary>The other days in ten.</summary>
    public double LapseStarts { get; init; } = 9.2;

    /// <summary>What of the lapse record is kept from one answer to the next.</summary>
    public double LapseMemory { get; init; } = 0.98;

    /// <summary>Error of the confidence ruler; standard deviation.</summary>
    public double RulerError { get; init; } = 0.45;

    /// <summary>Optimism of the confidence ruler, in standard deviations of a day.</summary>
    public double RulerOptimism { get; init; } = 0.4;

    /// <summary>Wins at the present size before a raise.</summary>
    public int WinsBeforeRaise { get; init; } = 3;

    /// <summary>The largest raise.</summary>
    public double Raise { get; init; } = 0.10;

    /// <summary>The largest cut after a win that stayed below the target.</summary>
    public double CutAfterFloor { get; init; } = 0.25;

    /// <summary>The smallest cut after a miss because of the size.</summary>
    public double SmallestCut { get; init; } = 0.03;

    /// <summary>The largest cut after a miss.</summary>
    public double LargestCut { get; init; } = 0.70;

    /// <summary>Days without any sign after which a return begins at half.</summary>
    public int AbsenceOfLapse { get; init; } = 3;

    /// <summary>Misses in a row after which a return begins at half.</summary>
    public int MissesOfLapse { get; init; } = 2;
}
