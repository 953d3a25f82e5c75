using System.Collections.Immutable;

namespace Cairn.Engine.Capacity;

/// <summary>
/// What is believed about one person's capacity for each practice, at the end of a day. It never changes: facts
/// give a new belief, and the same facts give the same belief, whatever the order in which they arrived.
/// </summary>
public sealed partial class Belief
{
    /// <summary>Cells of about thirty steps; more go to the heap.</summary>
    private const int OnStack = 2048;

    private readonly ImmutableArray<Guid> steps;
    private readonly double[] cells;
    private readonly Parameters parameters;

    private Belief(ImmutableArray<Guid> steps, double[] cells, DateOnly? through, Parameters parameters)
    {
        this.steps = steps;
        this.cells = cells;
        this.parameters = parameters;
        Through = through;
    }

    /// <summary>The day at whose end this is believed; null while nobody is known yet.</summary>
    public DateOnly? Through { get; }

    /// <summary>Nobody known yet.</summary>
    /// <param name="parameters">What is believed before the first word; the defaults if left out.</param>
    public static Belief Of(Parameters? parameters = null)
    {
        var prior = parameters ?? Parameters.Default;
        var fresh = new double[Mind.Cells(0)];
        new Mind(fresh, 0, prior).Begin();
        return new([], fresh, null, prior);
    }

    /// <summary>Whether a step has begun.</summary>
    public bool Knows(Guid step) => steps.Contains(step);

    /// <summary>The belief at the end of a later day.</summary>
    /// <param name="facts">What is known about the days in between, in any order.</param>
    /// <param name="through">The last of these days.</param>
    /// <exception cref="ArgumentException">
    /// A fact is about a day outside ]<see cref="Through"/>, <paramref name="through"/>], or about a step that has
    /// not begun, or a step begins with a stated size that is not positive and finite.
    /// </exception>
    public Belief After(IEnumerable<Fact> facts, DateOnly through)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var days = Diary.Sort(facts, Through, through);
        var replay = Replay();
        foreach (var day in days)
        {
            replay.Live(day);
        }

        replay.SleepUntil(through);
        return new(replay.Steps, replay.Cells, through, parameters);
    }

    /// <summary>The three bars of a step on a day after <see cref="Through"/>.</summary>
    /// <param name="day">The day; days in between count as days without any sign.</param>
    /// <param name="step">A step that has begun.</param>
    /// <param name="limits">What the person has set by hand.</param>
    /// <param name="dial">How sure the target shall be.</param>
    /// <param name="feel">The morning report of that day, if there is one.</param>
    /// <exception cref="ArgumentException">The step has not begun, or the day is not later.</exception>
    public Bars BarsOn(DateOnly day, Guid step, Limits limits, Dial dial, DayFeel? feel = null)
    {
        Span<double> morning = cells.Length <= OnStack ? stackalloc double[cells.Length] : new double[cells.Length];
        return Offer.Draw(Wake(day, morning), Index(step), day, limits, dial, (double)(feel ?? DayFeel.Fine));
    }

    /// <summary>The chance, 0 to 1, that the person starts and could reach an amount on a day.</summary>
    /// <param name="day">A day after <see cref="Through"/>.</param>
    /// <param name="step">A step that has begun.</param>
    /// <param name="amount">In the step's unit; positive.</param>
    /// <param name="feel">The morning report of that day, if there is one.</param>
    /// <exception cref="ArgumentException">The step has not begun, or the day is not later.</exception>
    public double ChanceOn(DateOnly day, Guid step, double amount, DayFeel? feel = null)
    {
        if (!(amount > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "An amount is positive.");
        }

        Span<double> morning = cells.Length <= OnStack ? stackalloc double[cells.Length] : new double[cells.Length];
        return Offer.Chance(Wake(day, morning), Index(step), day, Math.Log(amount), (double)(feel ?? DayFeel.Fine));
    }

    /// <summary>
    /// Whether the offer of a day is a return: at most half of the last target, after two misses in a row or three days
    /// without a sign.
    /// </summary>
    /// <exception cref="ArgumentException">The step has not begun, or the day is not later.</exception>
    public bool IsReturnOn(DateOnly day, Guid step)
    {
        Span<double> morning = cells.Length <= OnStack ? stackalloc double[cells.Length] : new double[cells.Length];
        var mind = Wake(day, morning);
        return Lesson.IsReturn(mind, mind[Index(step)], day, parameters);
    }

    internal Replay Replay() => new(steps, cells, Through, parameters);

    /// <summary>The mind on the morning of a day, in the given cells.</summary>
    private Mind Wake(DateOnly day, Span<double> morning)
    {
        if (Through is not { } through || day <= through)
        {
            throw new ArgumentException(
                $"The belief holds at the end of {Through:O}; {day:O} is not after it.",
                nameof(day)
            );
        }

        cells.CopyTo(morning);
        var mind = new Mind(morning, steps.Length, parameters);
        mind.SleepUntil(through, day);
        return mind;
    }

    private int Index(Guid step)
    {
        var index = steps.IndexOf(step);
        return index >= 0 ? index : throw new ArgumentException($"Step {step} has not begun.", nameof(step));
    }
}
