namespace Cairn.Engine.Habit;

/// <summary>When the one question about automaticity is asked: every two weeks, about what is being done.</summary>
public static class AutomaticityQuestion
{
    /// <summary>Days between two questions about the same step.</summary>
    public const int EveryDays = 14;

    /// <summary>Wins before the first question: before them there is nothing to say.</summary>
    public const int FirstWins = 3;

    /// <summary>
    /// Whether to ask about a step today. The first time 14 days after the first win, with three wins or more; then 14
    /// days after it was last asked, answered or not, if there was a win since. It is not asked again to catch up.
    /// </summary>
    /// <param name="today">The person's today.</param>
    /// <param name="wins">Days with a win of the step; those after today do not matter.</param>
    /// <param name="asked">Days on which the question was answered, or put aside.</param>
    public static bool IsDue(DateOnly today, IEnumerable<DateOnly> wins, IEnumerable<DateOnly> asked)
    {
        ArgumentNullException.ThrowIfNull(wins);
        ArgumentNullException.ThrowIfNull(asked);
        List<DateOnly> won = [.. wins.Where(day => day <= today).Distinct()];
        if (won.Count < FirstWins || today < won.Min().AddDays(EveryDays))
        {
            return false;
        }

        DateOnly? last = asked.Where(day => day <= today).Select(day => (DateOnly?)day).Max();
        return last is not { } then || (today >= then.AddDays(EveryDays) && won.Max() > then);
    }
}
