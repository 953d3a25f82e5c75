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
    public double DaySpread { get; init; } = 0.48;

    /// <summary>Spread of the logarithm of that spread between people.</summary>
    public double DaySpreadError { get; init; } = 0.42;

    /// <summary>Days, before the first, on which a stretch that was possible was taken.</summary>
    public double StretchTaken { get; init; } = 1;

    /// <summary>Days, before the first, on which it was left alone.</summary>
    public double StretchLeft { get; init; } = 1;

    /// <summary>What of these counts is kept from one such day to the next.</summary>
    public double StretchMemory { get; init; } = 0.99;

    /// <summary>How much people over-plan: mean of the person's bias. ln(4.3 / 9.5), DellaVigna and Malmendier.</summary>
    public double BiasMean { get; init; } = -0.79;

    /// <summary>Spread of that bias between people.</summary>
    public double BiasSpread { get; init; } = 0.60;

    /// <summary>Spread of one person's steps around the person's bias.</summary>
    public double StepSpread { get; init; } = 0.40;

    /// <summary>Daily wandering of a step's capacity; standard deviation.</summary>
    public double StepDrift { get; init; } = 0.03;

    /// <summary>Spread of what all steps of one day share.</summary>
    public double TodaySpread { get; init; } = 0.21;

    /// <summary>The share of today's effect that lasts until tomorrow.</summary>
    public double TodayCarry { get; init; } = 0.3;

    /// <summary>The weekend's offset: mean.</summary>
    public double WeekendMean { get; init; } = -0.05;

    /// <summary>The weekend's offset: spread between people.</summary>
    public double WeekendSpread { get; init; } = 0.20;

    /// <summary>What a good morning adds, and a rough one takes: mean.</summary>
    public double FeelMean { get; init; } = 0.25;

    /// <summary>What a good morning adds, and a rough one takes: spread between people.</summary>
    public double FeelSpread { get; init; } = 0.10;

    /// <summary>Growth per day: mean.</summary>
    public double TrendMean { get; init; } = 0.003;

    /// <summary>Growth per day: spread between people.</summary>
    public double TrendSpread { get; init; } = 0.014;

    /// <summary>Chance of not starting for reasons other than the size, before any habit.</summary>
    public double Lapse { get; init; } = 0.15;

    /// <summary>Spread of its log odds between steps.</summary>
    public double LapseSpread { get; init; } = 0.75;

    /// <summary>Wandering of its log odds from one answer to the next.</summary>
    public double LapseDrift { get; init; } = 0.08;

    /// <summary>How far a full habit lowers these log odds.</summary>
    public double LapseOfHabit { get; init; } = 1.8;

    /// <summary>Growth of automaticity with each win.</summary>
    public double HabitRate { get; init; } = 0.0444;

    /// <summary>What a day without a win takes of it.</summary>
    public double HabitLoss { get; init; } = 0.01;

    /// <summary>What a full habit adds to capacity.</summary>
    public double HabitGain { get; init; } = 0.45;

    /// <summary>How often somebody who started, and did nothing that counts, says "nothing".</summary>
    public double NothingDone { get; init; } = 0.1;

    /// <summary>Error of the confidence ruler; standard deviation.</summary>
    public double RulerError { get; init; } = 0.45;

    /// <summary>Optimism of the confidence ruler, in standard deviations of a day.</summary>
    public double RulerOptimism { get; init; } = 0.4;

    /// <summary>Error of a single answer on it, in standard deviations of a day.</summary>
    public double RulerSlip { get; init; } = 0.15;

    /// <summary>How far the spread that its answers at several sizes show may be off; of its logarithm.</summary>
    public double RulerSpreadError { get; init; } = 0.2;

    /// <summary>Wins at the present size before a raise.</summary>
    public int WinsBeforeRaise { get; init; } = 3;

    /// <summary>The largest raise.</summary>
    public double Raise { get; init; } = 0.35;

    /// <summary>The smallest raise: a smaller one would use up the three wins for nothing that can be seen.</summary>
    public double SmallestRaise { get; init; } = 0.03;

    /// <summary>The smallest cut after a miss because of the size.</summary>
    public double SmallestCut { get; init; } = 0.03;

    /// <summary>The largest cut after a miss: one bad day takes a fifth at most.</summary>
    public double LargestCut { get; init; } = 0.25;

    /// <summary>Days without any sign after which a return begins at half.</summary>
    public int AbsenceOfLapse { get; init; } = 3;

    /// <summary>Misses in a row after which a return begins at half.</summary>
    public int MissesOfLapse { get; init; } = 2;
}
