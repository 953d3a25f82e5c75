using Cairn.Engine.Capacity;
using Cairn.Lab.People;

namespace Cairn.Lab.Policies;

/// <summary>The engine as it ships: with the ruler, with or without the morning report, one bar or three.</summary>
public sealed class Cairned(Student student, Dial dial, bool threeBars, double dither = 0) : Policy
{
    /// <inheritdoc/>
    public override Bars Offer(SimulatedPerson person, int index)
    {
        var bars = student.Bars(person, index, dial);
        if (threeBars && dither is 0)
        {
            return bars;
        }

        var shift = Math.Exp(dither * ((2 * person.Dither(index)) - 1));
        var one = bars.Target * shift;
        return student.Bars(
            person,
            index,
            dial,
            threeBars
                ? bars with
                {
                    Floor = bars.Floor * shift,
                    Target = one,
                    Stretch = bars.Stretch * shift,
                }
                : new(one, one, one, 0, 0, 0)
        );
    }

    /// <inheritdoc/>
    public override void Hear(SimulatedPerson person, IReadOnlyList<Answer> answers) => student.Learn(person, answers);
}
