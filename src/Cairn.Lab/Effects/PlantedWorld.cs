namespace Cairn.Lab.Effects;

/// <summary>
/// A world in which it is known what makes a difference. Moods and effects are in spreads of a day's own noise.
/// The figures beside evidence 4.2's (12 actions, two that work, 0.6, 20 % not noted, carry 0.3) are guesses that
/// make the plain correlation as wrong as it was there.
/// </summary>
public sealed record PlantedWorld(string Name)
{
    public int Actions { get; init; } = 12;

    /// <summary>How many of them do something.</summary>
    public int Planted { get; init; } = 2;

    /// <summary>The first of them; the coin is tossed for action 0.</summary>
    public int FirstPlanted { get; init; }

    /// <summary>What those add to, or take from, the same evening.</summary>
    public double Effect { get; init; } = 0.6;

    /// <summary>The share of yesterday evening's mood that is there in the morning.</summary>
    public double Carry { get; init; } = 0.3;

    /// <summary>The share of a day's noise that is there in the morning already.</summary>
    public double MorningShare { get; init; } = 0.5;

    /// <summary>How much the log odds of an action change along the whole time, either way by action.</summary>
    public double Trend { get; init; }

    /// <summary>The same at weekends.</summary>
    public double Weekend { get; init; }

    /// <summary>What a point of yesterday's mood adds to the log odds of an action.</summary>
    public double FromYesterday { get; init; }

    /// <summary>What a point of this morning's mood adds to them.</summary>
    public double FromMorning { get; init; }

    /// <summary>What having done it yesterday adds to them.</summary>
    public double Habit { get; init; } = 1;

    /// <summary>Noise of the morning rating, in spreads of the morning's mood; null: nobody asks.</summary>
    public double? MorningNoise { get; init; }

    /// <summary>The share of evenings, at an ordinary mood, that is not noted.</summary>
    public double Silent { get; init; } = 0.2;

    /// <summary>What a point of mood lost adds to the log odds of an evening that is not noted.</summary>
    public double Silence { get; init; } = 0.3;

    /// <summary>
    /// Whether a coin day that does not follow the coin goes as it would have gone, morning and habit included;
    /// otherwise it goes against the coin, which is harder on the test.
    /// </summary>
    public bool OwnWay { get; init; }

    /// <summary>Whether an evening is one of five faces instead of a fine number.</summary>
    public bool Faces { get; init; }

    public static PlantedWorld Clean { get; } = new("clean");

    public static PlantedWorld TrendAndWeekend { get; } = new("trend and weekend") { Trend = 1, Weekend = 1 };

    public static PlantedWorld ReverseYesterday { get; } = new("reverse, yesterday") { FromYesterday = 0.7 };

    public static PlantedWorld ReverseMorning { get; } = new("reverse, same morning") { FromMorning = 0.6 };

    public static PlantedWorld ReverseMorningRated { get; } =
        ReverseMorning with
        {
            Name = "reverse, same morning, rated",
            MorningNoise = 0.5,
        };

    /// <summary>The worlds in which the detector has no excuse.</summary>
    public static IReadOnlyList<PlantedWorld> Honest { get; } = [Clean, TrendAndWeekend, ReverseYesterday];
}
