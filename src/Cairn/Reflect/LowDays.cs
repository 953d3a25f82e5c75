using Cairn.Data;
using Cairn.Questions;

namespace Cairn.Reflect;

using Answers = IReadOnlyDictionary<DateOnly, IReadOnlyDictionary<string, Answer>>;

/// <summary>
/// Two plain rules about the person's own mood ratings. They look at these numbers and at nothing else: no text is read, nothing
/// is scored, nothing is stored, nobody is told.
/// </summary>
public static class LowDays
{
    /// <summary>A day is low when its mood was put at this or below.</summary>
    public const int Low = 3;

    public const int VeryLow = 2;
    public const int VeryLowDays = 4;
    public const int Days = 7;

    /// <summary>On a low day the page shows no history: looking back rarely helps then.</summary>
    public static bool IsLow(Answers answers, DateOnly day) => MoodOn(answers, day) <= Low;

    /// <summary>Very low on at least four of the seven days up to this one: then the page says that people can help.</summary>
    public static bool StayedVeryLow(Answers answers, DateOnly day) =>
        Enumerable.Range(0, Days).Count(ago => MoodOn(answers, day.AddDays(-ago)) <= VeryLow) >= VeryLowDays;

    private static int? MoodOn(Answers answers, DateOnly day) =>
        answers.GetValueOrDefault(day)?.GetValueOrDefault(CheckInQuestions.Mood.Key).Rating;
}
