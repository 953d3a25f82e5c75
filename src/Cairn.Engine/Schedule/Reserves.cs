using System.Collections.Immutable;

namespace Cairn.Engine.Schedule;

/// <summary>
/// Two reserve days a week: slack that is there on purpose and worth keeping (Sharif and Shu 2017, 2021: people who
/// hold a reserve persist more, in part because they wish not to use it). Each covers one day, of all steps that have
/// no win on it. It is used only when the person says so, never by itself; a win on the same day gives it back. What
/// is not used ends with the week: nothing is carried over, and nothing is owed.
/// </summary>
public sealed class Reserves
{
    /// <summary>Reserve days in a week.</summary>
    public const int PerWeek = 2;

    /// <summary>How many days back a reserve may still be used for.</summary>
    public const int DaysBack = 6;

    private readonly DayOfWeek _weekStart;
    private readonly ImmutableSortedSet<DateOnly> _days;

    /// <summary>Takes note of the reserve days that the person used.</summary>
    /// <param name="days">The days, in any order.</param>
    /// <param name="weekStart">The first day of a week, as the person's locale says.</param>
    public Reserves(IEnumerable<DateOnly> days, DayOfWeek weekStart = DayOfWeek.Monday)
    {
        ArgumentNullException.ThrowIfNull(days);
        _days = [.. days];
        _weekStart = weekStart;
    }

    /// <summary>How many are left in the week that holds <paramref name="day"/>: 0 to 2.</summary>
    /// <param name="day">A day of the week in question.</param>
    /// <param name="wins">Days with a win: a reserve on one of them is given back.</param>
    public int LeftIn(DateOnly day, IReadOnlySet<DateOnly> wins)
    {
        ArgumentNullException.ThrowIfNull(wins);
        var first = Week.FirstOf(day, _weekStart);
        var used = _days.Count(used => Week.FirstOf(used, _weekStart) == first && !wins.Contains(used));
        return Math.Max(0, PerWeek - used);
    }

    /// <summary>Whether a reserve may be used for a day, and if not, why.</summary>
    /// <param name="day">The day to cover.</param>
    /// <param name="today">The person's today.</param>
    /// <param name="isExpected">Whether anything is planned or open on the day, and the day is not off.</param>
    /// <param name="wins">Days with a win.</param>
    public ReserveAnswer MayCover(DateOnly day, DateOnly today, bool isExpected, IReadOnlySet<DateOnly> wins)
    {
        ArgumentNullException.ThrowIfNull(wins);
        return day > today ? ReserveAnswer.NotYet
            : day < today.AddDays(-DaysBack) ? ReserveAnswer.LongAgo
            : wins.Contains(day) ? ReserveAnswer.Won
            : _days.Contains(day) ? ReserveAnswer.Covered
            : !isExpected ? ReserveAnswer.NothingPlanned
            : LeftIn(day, wins) == 0 ? ReserveAnswer.NoneLeft
            : ReserveAnswer.Yes;
    }
}

/// <summary>Whether a reserve day may be used.</summary>
public enum ReserveAnswer
{
    /// <summary>It may.</summary>
    Yes,

    /// <summary>The day is still to come: plan a rest instead.</summary>
    NotYet,

    /// <summary>More than six days ago. It costs nothing to leave it as it is.</summary>
    LongAgo,

    /// <summary>There is a win on that day: no need to.</summary>
    Won,

    /// <summary>The day is covered already.</summary>
    Covered,

    /// <summary>Nothing was planned on that day.</summary>
    NothingPlanned,

    /// <summary>Both of that week are used.</summary>
    NoneLeft,
}
