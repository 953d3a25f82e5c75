namespace Cairn.Data;

/// <summary>
/// Answers to questions about a day. Each check-in stands for itself, with one answer or several; of one day and question the
/// latest answer counts.
/// </summary>
public sealed class CheckIn : DayWord
{
    public const int LongestQuestion = 40;
    public const int LongestText = 2_000;
    public const int MostAnswers = 40;
    public const int HighestRating = 10;

    /// <summary>By the question's key. Which questions there are is the check-in page's business.</summary>
    public required IReadOnlyDictionary<string, Answer> Answers { get; init; }

    /// <summary>What counts on each day, by question; answers that were taken away are not in it.</summary>
    public static IReadOnlyDictionary<DateOnly, IReadOnlyDictionary<string, Answer>> ByDay(
        IEnumerable<DayWord> words
    ) =>
        words
            .OfType<CheckIn>()
            .GroupBy(checkIn => checkIn.Day)
            .ToDictionary(day => day.Key, IReadOnlyDictionary<string, Answer> (day) => Counting(day));

    private static Dictionary<string, Answer> Counting(IEnumerable<CheckIn> day)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (
            var (question, answer) in day.OrderBy(one => one.At).ThenBy(one => one.Id).SelectMany(one => one.Answers)
        )
        {
            if (answer.IsNone)
            {
                answers.Remove(question);
            }
            else
            {
                answers[question] = answer;
            }
        }

        return answers;
    }

    /// <summary>A key that a question can have: letters and digits, a letter first.</summary>
    public static bool IsQuestion(string key) =>
        key.Length is > 0 and <= LongestQuestion && char.IsAsciiLetter(key[0]) && key.All(char.IsAsciiLetterOrDigit);
}
