namespace Cairn.Engine.Praise;

/// <summary>Something that went better than usual, with what it is compared with.</summary>
/// <param name="Day">The day.</param>
/// <param name="Amount">How much was done, in the step's unit.</param>
/// <param name="Usual">The middle of the days compared with, in the step's unit.</param>
/// <param name="Days">How many days of the last 28 it is compared with.</param>
/// <param name="BetterThan">How many of them it is better than.</param>
/// <param name="UsualOnWeekday">The middle of the same weekdays among them; null with fewer than three.</param>
public sealed record Improvement(
    DateOnly Day,
    double Amount,
    double Usual,
    int Days,
    int BetterThan,
    double? UsualOnWeekday
)
{
    /// <summary>Amount by usual: 1.03 is three percent more.</summary>
    public double Factor => Amount / Usual;
}
