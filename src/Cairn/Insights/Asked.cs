using Cairn.Questions;

namespace Cairn.Insights;

/// <summary>
/// The questions of the check-in whose answers are looked at here, by their keys. Of words only whether there are any is asked, never which.
/// </summary>
public static class Asked
{
    /// <summary>The evening's rating, 0 to 10.</summary>
    public static readonly string Mood = CheckInQuestions.Mood.Key;

    /// <summary>What is rated of an evening: how it felt, how much one felt like doing something, how able one felt.</summary>
    public static readonly IReadOnlyList<string> Feelings =
    [
        Mood,
        CheckInQuestions.Motivation.Key,
        CheckInQuestions.Solving.Key,
    ];

    /// <summary>An answer to one of these says that something was in the way.</summary>
    public static readonly IReadOnlyList<string> InTheWay =
    [
        CheckInQuestions.InTheWay.Key,
        CheckInQuestions.InTheWayKind.Key,
        CheckInQuestions.Hindered.Key,
    ];

    /// <summary>Whoever answered one of these, and none of <see cref="InTheWay"/>, had a day with nothing in the way.</summary>
    public static readonly IReadOnlyList<string> BesideIt = [CheckInQuestions.Best.Key, CheckInQuestions.Helped.Key];
}
