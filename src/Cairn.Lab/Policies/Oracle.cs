using Cairn.Engine.Capacity;
using Cairn.Lab.People;

namespace Cairn.Lab.Policies;

/// <summary>Knows everything about the person but the day's luck: the limit that can be reached.</summary>
public sealed class Oracle(Dial dial, bool threeBars) : Policy
{
    private readonly double chance = dial switch
    {
        Dial.Gentle => 0.95,
        Dial.Steady => 0.90,
        _ => 0.80,
    };

    /// <inheritdoc/>
    public override Bars Offer(SimulatedPerson person, int index)
    {
        var target = Size(chance);
        return threeBars
            ? new(Amount(Size(0.97)), Amount(target), Amount(Size(0.5)), Chance(0.97), Chance(chance), Chance(0.5))
            : One(target);

        double Size(double p) => person.Mean(index) - (person.Noise * Normal.Quantile(p));
        double Chance(double p) => person.Starts(index) * p;
    }

    private static double Amount(double size) => SimulatedPerson.Stated * Math.Exp(size);
}
