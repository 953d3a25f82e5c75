using Cairn.Engine.Capacity;
using Cairn.Lab.People;

namespace Cairn.Lab.Policies;

/// <summary>Always the same share of the stated size: all of it, half of what people do, a tenth.</summary>
public sealed class Fixed(double size) : Policy
{
    /// <inheritdoc/>
    public override Bars Offer(SimulatedPerson person, int index) => One(size);
}
