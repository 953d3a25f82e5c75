using System.Collections.Immutable;

namespace Cairn.Engine.Capacity;

public sealed partial class Belief
{
    /// <summary>
    /// Every answer that is possible for a step on a day, and the bars of the day after it. A preview shows
    /// these, and a tap gives the same facts to <see cref="After"/>: both come from here.
    /// </summary>
    /// <param name="day">A day after <see cref="Through"/>.</param>
    /// <param name="step">A step that has begun.</param>
    /// <param name="limits">What the person has set by hand.</param>
    /// <param name="dial">How sure the target shall be.</param>
    /// <param name="today">What else is known about the day: the morning report, other steps.</param>
    /// <exception cref="ArgumentException">As for <see cref="After"/>.</exception>
    public ImmutableArray<NextState> NextStates(
        DateOnly day,
        Guid step,
        Limits limits,
        Dial dial,
        params ReadOnlySpan<Fact> today
    )
    {
        DayFeel? feel = null;
        foreach (var fact in today)
        {
            feel = fact is Felt felt ? felt.Feel : feel;
        }

        Fact[] others = [.. today];
        var bars = BarsOn(day, step, limits, dial, feel);
        var next = ImmutableArray.CreateBuilder<NextState>();
        foreach (var tier in Enum.GetValues<Tier>())
        {
            Add(new Won(day, step, bars, tier, null, false));
        }

        foreach (var reason in Enum.GetValues<MissReason>())
        {
            Add(new Missed(day, step, bars, reason, null));
        }

        Add(new Rested(day, step));
        return next.DrainToImmutable();

        void Add(Fact answer) =>
            next.Add(new(answer, After([.. others, answer], day).BarsOn(day.AddDays(1), step, limits, dial)));
    }

    /// <summary>
    /// The chance, 0 to 1, that a step is not started for reasons other than its size. Above a quarter after
    /// eight answers or more, the size is fine and the cue is not.
    /// </summary>
    /// <exception cref="ArgumentException">The step has not begun.</exception>
    public double LapseOf(Guid step)
    {
        var index = Index(step);
        return new Mind(cells, steps.Length, parameters)[index].Lapse(parameters);
    }
}
