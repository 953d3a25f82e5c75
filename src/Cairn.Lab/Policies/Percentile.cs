using Cairn.Engine.Capacity;
using Cairn.Lab.People;

namespace Cairn.Lab.Policies;

/// <summary>
/// Percentile schedule (G. Galbicka, 1994): the size that would have been reached on a share of the last ten days.
/// It is given the true free-running amount, which favours it.
/// </summary>
public sealed class Percentile(double winRate) : Policy
{
    private const int Memory = 10;

    private readonly Queue<double>[] last = [new(), new(), new()];

    /// <inheritdoc/>
    public override Bars Offer(SimulatedPerson person, int index)
    {
        var sorted = last[index].Order().ToArray();
        if (sorted.Length < 4)
        {
            return One(-0.79);
        }

        var rank = Math.Clamp(((sorted.Length + 1) * (1 - winRate)) - 1, 0, sorted.Length - 1);
        var low = (int)rank;
        var high = Math.Min(low + 1, sorted.Length - 1);
        return One(sorted[low] + ((rank - low) * (sorted[high] - sorted[low])));
    }

    /// <inheritdoc/>
    public override void Hear(SimulatedPerson person, IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            var seen = last[answer.Step];
            seen.Enqueue(person.FreeRunning(answer.Step));
            if (seen.Count > Memory)
            {
                seen.Dequeue();
            }
        }
    }
}
