using Cairn.Engine.Capacity;
using Cairn.Lab.People;

namespace Cairn.Lab.Policies;

/// <summary>A rule that chooses sizes for one person.</summary>
public abstract class Policy
{
    /// <summary>The bars for a step this morning.</summary>
    public abstract Bars Offer(SimulatedPerson person, int index);

    /// <summary>What came of a whole day.</summary>
    public virtual void Hear(SimulatedPerson person, IReadOnlyList<Answer> answers) { }

    /// <summary>One bar at a log size relative to the stated one.</summary>
    protected static Bars One(double size)
    {
        var amount = SimulatedPerson.Stated * Math.Exp(size);
        return new(amount, amount, amount, 0, 0, 0);
    }
}
