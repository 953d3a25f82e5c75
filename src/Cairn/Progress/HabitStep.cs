using Cairn.Data;
using Cairn.Engine.Habit;
using Cairn.Questions;

namespace Cairn.Progress;

/// <summary>How automatic a practice becomes, with the range that the answers leave.</summary>
/// <param name="Name">As it is called now.</param>
/// <param name="Answers">1 to 7, the oldest first.</param>
/// <param name="Curve">On some days since the first win: 0 to 1, 95 of 100 curves between low and high.</param>
/// <param name="Days">From the first win until it has come 95 % of the way to its own plateau.</param>
public sealed record HabitStep(
    string Name,
    IReadOnlyList<AutomaticityAnswer> Answers,
    IReadOnlyList<ChartPoint> Curve,
    HabitRange Days
)
{
    /// <summary>So many points make a curve: close together at first, where it bends.</summary>
    private const int Points = 10;

    public static HabitStep? Of(
        Records records,
        LivedStep step,
        IReadOnlyList<AutomaticityAnswer> answers,
        DateOnly today
    )
    {
        var first = records
            .Entries.Where(entry => entry.StepId == step.Id && entry.IsWin && entry.Day <= today)
            .Min(entry => (DateOnly?)entry.Day);
        if (answers.Count == 0 || first is not { } begin)
        {
            return null;
        }

        var curve = HabitCurve.Of(begin, answers);
        var days = today.DayNumber - begin.DayNumber;
        return new HabitStep(
            step.Version.Name,
            answers,
            [
                .. Enumerable
                    .Range(0, Points)
                    .Select(place => begin.AddDays((int)((long)days * place * place / ((Points - 1) * (Points - 1)))))
                    .Distinct()
                    .Select(day => (Day: day, Range: curve.On(day)))
                    .Select(on => new ChartPoint(on.Day, on.Range.Low, on.Range.Middle, on.Range.High)),
            ],
            curve.DaysUntilHabit()
        );
    }

    /// <summary>By step; an answer that cannot be (from a hand-made archive) is left out.</summary>
    public static ILookup<Guid, AutomaticityAnswer> AnswersOf(Records records) =>
        CheckIn
            .ByDay(records.Words)
            .OrderBy(day => day.Key)
            .SelectMany(day =>
                day.Value.Select(said => (day.Key, Step: HabitQuestion.StepOf(said.Key), said.Value.Rating))
            )
            .Where(said => said is { Step: not null, Rating: >= HabitQuestion.Least and <= HabitQuestion.Most })
            .ToLookup(said => said.Step!.Value, said => new AutomaticityAnswer(said.Key, said.Rating!.Value));
}
