using System.Collections.Immutable;

namespace Cairn.Engine.Schedule;

/// <summary>
/// The plan of one step over its life: which rhythm holds when, and which days are off. A new rhythm changes no day
/// before it.
/// </summary>
public sealed class Plan
{
    private readonly ImmutableArray<RhythmFrom> _rhythms;
    private readonly DaysOff _off;

    /// <summary>Puts a plan together.</summary>
    /// <param name="rhythms">In any order; of two that begin on the same day the later one in the list holds.</param>
    /// <param name="off">Rests, reserves and pauses of this step; none if left out.</param>
    /// <param name="weekStart">The first day of a week, as the person's locale says.</param>
    public Plan(IEnumerable<RhythmFrom> rhythms, DaysOff? off = null, DayOfWeek weekStart = DayOfWeek.Monday)
    {
        ArgumentNullException.ThrowIfNull(rhythms);
        _rhythms = [.. rhythms.OrderBy(rhythm => rhythm.From)];
        _off = off ?? DaysOff.None;
        WeekStart = weekStart;
    }

    /// <summary>A plan with one rhythm.</summary>
    public Plan(Rhythm rhythm, DateOnly from, DaysOff? off = null, DayOfWeek weekStart = DayOfWeek.Monday)
        : this([new(from, rhythm)], off, weekStart) { }

    /// <summary>The first day of a week.</summary>
    public DayOfWeek WeekStart { get; }

    /// <summary>The day on which the first rhythm begins; null without one.</summary>
    public DateOnly? Begins => _rhythms.IsEmpty ? null : _rhythms[0].From;

    /// <summary>The longest stretch of days of "so many times in some days" that the plan ever had; 0 without one.</summary>
    internal int LongestQuota =>
        _rhythms
            .Where(rhythm => rhythm.Rhythm.Kind == RhythmKind.Often)
            .Select(rhythm => rhythm.Rhythm.Days)
            .DefaultIfEmpty()
            .Max();

    /// <summary>The rhythm in force on a day; <see cref="Rhythm.None"/> before the first.</summary>
    public Rhythm RhythmOn(DateOnly day) => InForceOn(day)?.Rhythm ?? Rhythm.None;

    /// <summary>What a day is for this step.</summary>
    public DayPlan On(DateOnly day)
    {
        if (InForceOn(day) is not { Rhythm.Kind: not RhythmKind.None } inForce)
        {
            return DayPlan.Free;
        }

        return _off.On(day) switch
        {
            OffKind.Pause => DayPlan.Paused,
            OffKind.Rest => DayPlan.Rest,
            OffKind.Reserve => DayPlan.Reserve,
            null when inForce.Rhythm.Kind == RhythmKind.Often => DayPlan.Open,
            null => inForce.Rhythm.Names(day, inForce.From) ? DayPlan.Planned : DayPlan.Free,
            var other => throw new InvalidOperationException($"{other}"),
        };
    }

    /// <summary>
    /// How many times the step is planned in the week that holds <paramref name="day"/>, after days off. Named days
    /// that are off fall away. Of "so many times a week" each reserve takes one away; rests and pauses take away the
    /// share of their days, rounded to whole times, a half in the person's favour.
    /// </summary>
    /// <returns>0 to 7.</returns>
    public int PlannedInWeekOf(DateOnly day)
    {
        var first = Week.FirstOf(day, WeekStart);
        return PlannedIn(first, first.AddDays(Week.Length - 1));
    }

    /// <summary>
    /// Whether the step can no longer wait on this day: it is named, or the times that are left in its week (or other
    /// stretch of days) need every day that is left.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="wins">The days with a win; those from <paramref name="day"/> on do not matter.</param>
    public bool IsDue(DateOnly day, IReadOnlySet<DateOnly> wins)
    {
        ArgumentNullException.ThrowIfNull(wins);
        return On(day) switch
        {
            DayPlan.Planned => true,
            DayPlan.Open => LeftBefore(day, wins) is > 0 and var left && left >= OpenFrom(day),
            _ => false,
        };
    }

    /// <summary>
    /// How many times are left of the plan of the week (or other stretch of days) that holds <paramref name="day"/>,
    /// before anything is done on that day. Never below 0: more than planned is no credit, less is no debt.
    /// </summary>
    public int LeftBefore(DateOnly day, IReadOnlySet<DateOnly> wins)
    {
        ArgumentNullException.ThrowIfNull(wins);
        var (first, last) = StretchOf(day);
        var done = 0;
        for (var past = first; past < day; past = past.AddDays(1))
        {
            done += wins.Contains(past) ? 1 : 0;
        }

        return Math.Max(0, PlannedIn(first, last) - done);
    }

    private RhythmFrom? InForceOn(DateOnly day)
    {
        for (var i = _rhythms.Length - 1; i >= 0; i--)
        {
            if (_rhythms[i].From <= day)
            {
                return _rhythms[i];
            }
        }

        return null;
    }

    private int PlannedIn(DateOnly first, DateOnly last)
    {
        var (named, open, reserves) = (0, 0.0, 0);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var rhythm = RhythmOn(day);
            switch (On(day))
            {
                case DayPlan.Planned:
                    named++;
                    break;
                case DayPlan.Open:
                    open += rhythm.PerDay;
                    break;
                case DayPlan.Reserve when rhythm.Kind == RhythmKind.Often:
                    open += rhythm.PerDay;
                    reserves++;
                    break;
                default:
                    break;
            }
        }

        return named + Math.Max(0, RoundHalfDown(open) - reserves);
    }

    // The sum of sevenths is not exact: 1e-9 keeps 3 × 1/7 × 7 at 3 and a half at a half.
    private static int RoundHalfDown(double times) => (int)Math.Ceiling(times - 0.5 - 1e-9);

    private int OpenFrom(DateOnly day)
    {
        var (_, last) = StretchOf(day);
        var days = 0;
        for (var next = day; next <= last; next = next.AddDays(1))
        {
            days += On(next) is DayPlan.Open or DayPlan.Planned ? 1 : 0;
        }

        return days;
    }

    // A week, or for "so many times in some days" the stretch of days counted from when the rhythm began.
    private (DateOnly First, DateOnly Last) StretchOf(DateOnly day)
    {
        if (InForceOn(day) is { Rhythm: { Kind: RhythmKind.Often, Days: not Week.Length and var days } } inForce)
        {
            var first = day.AddDays(-((day.DayNumber - inForce.From.DayNumber) % days));
            return (first, first.AddDays(days - 1));
        }

        var week = Week.FirstOf(day, WeekStart);
        return (week, week.AddDays(Week.Length - 1));
    }
}
