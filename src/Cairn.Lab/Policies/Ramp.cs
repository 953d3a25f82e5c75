using Cairn.Engine.Capacity;
using Cairn.Lab.People;

namespace Cairn.Lab.Policies;

/// <summary>Three tenths of the stated size, and a tenth more each week.</summary>
public sealed class Ramp : Policy
{
    /// <inheritdoc/>
    public override Bars Offer(SimulatedPerson person, int index) =>
        One(Math.Log(0.3) + (Math.Log(1.1) * (person.Day.DayNumber - SimulatedPerson.FirstDay.DayNumber) / 7));
}
