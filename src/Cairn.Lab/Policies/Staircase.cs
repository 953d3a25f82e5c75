using Cairn.Engine.Capacity;
using Cairn.Lab.People;

namespace Cairn.Lab.Policies;

/// <summary>Weighted up-down (C. Kaernbach, 1991): up by U on a win, down by U·q/(1−q) on a miss.</summary>
public sealed class Staircase(double winRate) : Policy
{
    private const double Up = 0.06;

    private readonly double[] size = [-0.79, -0.79, -0.79];

    /// <inheritdoc/>
    public override Bars Offer(SimulatedPerson person, int index) => One(size[index]);

    /// <inheritdoc/>
    public override void Hear(SimulatedPerson person, IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            size[answer.Step] += answer.Tier is not null ? Up : -Up * winRate / (1 - winRate);
            size[answer.Step] = Math.Clamp(size[answer.Step], -4, 3);
        }
    }
}
