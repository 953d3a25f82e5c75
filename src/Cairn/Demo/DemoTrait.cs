namespace Cairn.Demo;

/// <summary>What makes one simulated person another than the next; drawn once.</summary>
public sealed record DemoTrait
{
    public required int Steps { get; init; }
    public required string Zone { get; init; }

    /// <summary>Gain of log capacity in the first year; it flattens.</summary>
    public required double Growth { get; init; }

    /// <summary>Chance that a step is not even started on a day.</summary>
    public required double Lapse { get; init; }

    /// <summary>Chance, each day, that a break of some days begins.</summary>
    public required double Break { get; init; }

    /// <summary>How often somebody who could reach the stretch takes it.</summary>
    public required double Go { get; init; }
    public required double Weekend { get; init; }

    /// <summary>How often a day without a win is told at all.</summary>
    public required double Tells { get; init; }

    /// <summary>How often the morning is called rough, fine or good.</summary>
    public required double Mornings { get; init; }

    /// <summary>How often a usual evening is looked back on; of a heavy one less is told.</summary>
    public required double Evenings { get; init; }

    /// <summary>How often in a day the moment happens.</summary>
    public required double Moments { get; init; }

    /// <summary>Chance, each day, that everything is paused for a while.</summary>
    public required double Pause { get; init; }

    /// <summary>How automatic things become, 0 to 1.</summary>
    public required double Plateau { get; init; }

    /// <summary>Days until nearly there, for the first step.</summary>
    public required double HabitDays { get; init; }

    /// <summary>Which of the first two steps does this person good, more than any other win does.</summary>
    public required int DoesGood { get; init; }

    private static readonly string[] Zones = ["Europe/Berlin", "Europe/London", "America/New_York", "Pacific/Auckland"];

    public static DemoTrait Draw(DemoDice dice, int place) =>
        new()
        {
            Steps = place == 0 ? 5 : dice.Whole(3, 7),
            Zone = Zones[place % Zones.Length],
            Growth = dice.Between(.1, .6),
            Lapse = dice.Between(.04, .15),
            Break = dice.Between(.004, .02),
            Go = dice.Between(.2, .7),
            Weekend = dice.Between(-.3, .2),
            Tells = dice.Between(.4, .9),
            Mornings = dice.Between(.4, .95),
            Evenings = dice.Between(.4, .9),
            Moments = dice.Between(.2, 1.5),
            Pause = dice.Between(.001, .005),
            Plateau = dice.Between(.4, 1),
            HabitDays = 66 * Math.Exp(dice.Normal(.6)),
            DoesGood = dice.Whole(0, 2),
        };
}
