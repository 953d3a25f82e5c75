using System.Runtime.InteropServices;

namespace Cairn.Engine.Capacity;

/// <summary>Three amounts for one step on one day: any of them is a win.</summary>
/// <param name="Floor">The least that is a win, in the step's unit; positive.</param>
/// <param name="Target">What is aimed at; at least <paramref name="Floor"/>.</param>
/// <param name="Stretch">What is offered on top and never required; at least <paramref name="Target"/>.</param>
/// <param name="FloorChance">The chance, 0 to 1, that the person starts and reaches the floor.</param>
/// <param name="TargetChance">The chance that the person starts and could reach the target.</param>
/// <param name="StretchChance">The chance that the person starts and could reach the stretch.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Bars(
    double Floor,
    double Target,
    double Stretch,
    double FloorChance,
    double TargetChance,
    double StretchChance
)
{
    /// <summary>The highest bar that an amount reaches; null below the floor.</summary>
    public Tier? TierOf(double amount) =>
        amount >= Stretch ? Tier.Stretch
        : amount >= Target ? Tier.Target
        : amount >= Floor ? Tier.Floor
        : null;

    /// <summary>The amount that stands for a tier.</summary>
    public double Of(Tier tier) =>
        tier switch
        {
            Tier.Stretch => Stretch,
            Tier.Target => Target,
            _ => Floor,
        };
}
