namespace Cairn.Engine.Effects;

/// <summary>
/// Wins go with a better evening, and a better evening with more wins the next day. Drawn only when both links hold.
/// </summary>
/// <param name="WinsToMood">What winning everything adds to the evening, beside winning nothing.</param>
/// <param name="MoodToWins">What one point of the evening adds to the share won the next day.</param>
public sealed record Spiral(Strand WinsToMood, Strand MoodToWins)
{
    /// <summary>Whether both links pass tier A and push upwards; otherwise it is not drawn.</summary>
    public bool IsDrawn => WinsToMood is { Holds: true, Effect: > 0 } && MoodToWins is { Holds: true, Effect: > 0 };

    /// <summary>Looks for both links; null with fewer than 28 days for either, or too little change in one.</summary>
    public static Spiral? Find(Logbook log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var toMood = Strand.Between(
            log,
            cause: day => log.Wins[day],
            outcome: log.Evening,
            days =>
                [
                    .. Columns.Known(days, Columns.Yesterday(log.Evening)),
                    .. Columns.Known(days, day => log.Morning[day]),
                ]
        );
        var toWins = Strand.Between(
            log,
            cause: Columns.Yesterday(log.Evening),
            outcome: log.Wins,
            days => Columns.Known(days, Columns.Yesterday(log.Wins))
        );
        return toMood is null || toWins is null ? null : new(toMood, toWins);
    }
}
