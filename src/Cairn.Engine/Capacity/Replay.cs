using System.Collections.Immutable;

namespace Cairn.Engine.Capacity;

/// <summary>Living through days on a copy of a belief's cells.</summary>
internal sealed class Replay(ImmutableArray<Guid> steps, double[] cells, DateOnly? through, Parameters parameters)
{
    private DateOnly? here = through;

    public ImmutableArray<Guid> Steps { get; private set; } = steps;

    public double[] Cells { get; private set; } = (double[])cells.Clone();

    private Mind Mind => new(Cells, Steps.Length, parameters);

    /// <summary>Expected log capacity of a step on a working day; null if it has not begun.</summary>
    public double? MeanOf(Guid step)
    {
        var index = Steps.IndexOf(step);
        return index < 0 ? null : Mind.Look(index, weekend: false, 0).Mean;
    }

    public void SleepUntil(DateOnly day)
    {
        if (here is { } from)
        {
            Mind.SleepUntil(from, day);
        }

        here = day;
    }

    public void Live(IGrouping<DateOnly, Fact> day)
    {
        SleepUntil(day.Key);
        var feel = 0.0;
        var sign = false;
        foreach (var fact in day)
        {
            sign |= fact is not Rested;
            switch (fact)
            {
                case StepBegan began:
                    Begin(began);
                    break;
                case Felt felt:
                    feel = (double)felt.Feel;
                    break;
                case Won won:
                    Lesson.Take(Mind, Index(won.Step), day.Key, feel, won);
                    break;
                case Missed missed:
                    Lesson.Take(Mind, Index(missed.Step), day.Key, feel, missed);
                    break;
            }
        }

        Mind.Sign(day.Key, sign);
    }

    private int Index(Guid step)
    {
        var index = Steps.IndexOf(step);
        return index >= 0 ? index : throw new ArgumentException($"Step {step} has not begun.", nameof(step));
    }

    private void Begin(StepBegan began)
    {
        if (!(began.Stated > 0 && double.IsFinite(began.Stated)))
        {
            throw new ArgumentException(
                $"Step {began.Step} states {began.Stated}; an amount is positive.",
                nameof(began)
            );
        }

        var index = Steps.IndexOf(began.Step);
        if (index < 0)
        {
            index = Steps.Length;
            var grown = new double[Mind.Cells(index + 1)];
            new Mind(grown, index + 1, parameters).Grow(Mind, began.Stated, began.Scale);
            (Cells, Steps) = (grown, Steps.Add(began.Step));
        }
        else
        {
            Mind.Restate(index, began.Stated, began.Scale);
        }

        ColdStart.Hear(Mind, index, began.Rulers);
    }
}
