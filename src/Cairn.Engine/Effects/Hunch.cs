namespace Cairn.Engine.Effects;

/// <summary>
/// An action that may make a difference and is worth testing. Seen, not tried: it could be chance, or the other
/// way round.
/// </summary>
/// <param name="Action">The action.</param>
/// <param name="Chance">The chance, 0 to 1, that there is something at all.</param>
/// <param name="Effect">What the action adds to the evening, in points of its rating, cautiously.</param>
/// <param name="Low">Lower end of the 80 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="With">Rated days on which it was done.</param>
/// <param name="Without">Rated days on which it was not.</param>
/// <param name="MorningMayExplain">
/// True when fewer than 70 % of those days have a morning rating: the mood of that morning may be behind both.
/// </param>
public sealed record Hunch(
    Guid Action,
    double Chance,
    double Effect,
    double Low,
    double High,
    int With,
    int Without,
    bool MorningMayExplain
)
{
    /// <summary>Whether it may be shown unasked: the chance is above 0.8.</summary>
    public bool IsWorthShowing => Chance > 0.8;
}
