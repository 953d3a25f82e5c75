using System.Collections.Immutable;

namespace Cairn.Lab;

/// <summary>
/// How simulated people are made (evidence 3.1). Capacities are natural logarithms of the amount divided by the
/// stated size. Which figures are anchored in a study and which are guesses: docs/lab.md.
/// </summary>
public sealed record World
{
    /// <summary>The world as we guess it.</summary>
    public static World Base { get; } = new();

    /// <summary>The eight worlds of evidence 3.4.</summary>
    public static ImmutableArray<World> All { get; } =
    [
        Base,
        Base with
        {
            Name = "wild",
            QuitHazard = 0.02,
        },
        Base with
        {
            Name = "forgetting",
            Lapse = 0.30,
        },
        Base with
        {
            Name = "noise",
            Noise = 0.8,
        },
        Base with
        {
            Name = "no training",
            Training = 0,
        },
        Base with
        {
            Name = "decline",
            Training = 0,
            Trend = -0.003,
        },
        Base with
        {
            Name = "strong spiral",
            MoodToCapacity = 0.25,
        },
        Base with
        {
            Name = "no spiral",
            MoodOfWin = 0,
            MoodOfMiss = 0,
        },
    ];

    /// <summary>What the world is called in tables.</summary>
    public string Name { get; init; } = "base";

    /// <summary>Mean of the planning bias.</summary>
    public double BiasMean { get; init; } = -0.79;

    /// <summary>Spread of the planning bias between people.</summary>
    public double BiasSpread { get; init; } = 0.60;

    /// <summary>Spread of one person's steps.</summary>
    public double StepSpread { get; init; } = 0.40;

    /// <summary>Spread of capacity from day to day: median over people.</summary>
    public double Noise { get; init; } = 0.45;

    /// <summary>Spread of ln noise between people.</summary>
    public double NoiseSpread { get; init; } = 0.30;

    /// <summary>Spread of what all steps of one day share.</summary>
    public double TodaySpread { get; init; } = 0.25;

    /// <summary>The share of it that lasts until tomorrow.</summary>
    public double TodayCarry { get; init; } = 0.3;

    /// <summary>Spread of each weekday's own offset.</summary>
    public double WeekdaySpread { get; init; } = 0.1;

    /// <summary>Mean offset of Saturday and Sunday.</summary>
    public double Weekend { get; init; } = -0.10;

    /// <summary>Chance of not starting, without any habit.</summary>
    public double Lapse { get; init; } = 0.15;

    /// <summary>Spread of its log odds between steps.</summary>
    public double LapseSpread { get; init; } = 0.6;

    /// <summary>How far a full habit lowers these log odds.</summary>
    public double LapseOfHabit { get; init; } = 2;

    /// <summary>Daily wandering of a step's capacity.</summary>
    public double Drift { get; init; } = 0.03;

    /// <summary>Growth per day that happens anyway.</summary>
    public double Trend { get; init; }

    /// <summary>Growth of a win whose size is near capacity.</summary>
    public double Training { get; init; } = 0.008;

    /// <summary>Daily growth of automaticity: median. 95 % in 66 days, Lally 2010.</summary>
    public double HabitRate { get; init; } = 0.0444;

    /// <summary>Spread of its logarithm.</summary>
    public double HabitRateSpread { get; init; } = 0.66;

    /// <summary>The share of automaticity that a day without a win takes.</summary>
    public double HabitLoss { get; init; } = 0.01;

    /// <summary>What a full habit adds to capacity.</summary>
    public double HabitToCapacity { get; init; } = 0.25;

    /// <summary>What one unit of morale adds to capacity.</summary>
    public double MoodToCapacity { get; init; } = 0.10;

    /// <summary>Morale of a full win.</summary>
    public double MoodOfWin { get; init; } = 0.05;

    /// <summary>Morale that a miss takes.</summary>
    public double MoodOfMiss { get; init; } = 0.10;

    /// <summary>Chance to quit on an ordinary day.</summary>
    public double QuitHazard { get; init; } = 0.004;

    /// <summary>Log odds of quitting for each day in a row without a win.</summary>
    public double QuitOfDrySpell { get; init; } = 0.55;

    /// <summary>Log odds of quitting that one unit of morale takes.</summary>
    public double QuitOfMood { get; init; } = 0.6;

    /// <summary>How often an exact amount is given.</summary>
    public double AmountsGiven { get; init; } = 0.5;

    /// <summary>How often a miss has a reason.</summary>
    public double ReasonsGiven { get; init; } = 0.5;

    /// <summary>How often somebody who could reach the stretch takes it.</summary>
    public double Go { get; init; } = 0.7;

    /// <summary>Error of the confidence ruler in log amount; it is shared by the three sizes.</summary>
    public double RulerError { get; init; } = 0.45;

    /// <summary>Optimism of the ruler, in standard deviations of a day.</summary>
    public double RulerOptimism { get; init; } = 0.4;

    /// <summary>Error of the morning report, as a share of the spread of what days share.</summary>
    public double MorningError { get; init; } = 0.5;
}
