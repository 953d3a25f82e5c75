using System.Collections.Immutable;

namespace Cairn.Engine.Schedule;

/// <summary>
/// Finds lapses: two planned days in a row without a win, or three days in a row without any sign of the person, at
/// least one of them planned. Nothing lapses before the first win.
/// </summary>
public static class Lapses
{
    /// <summary>Planned days without a win that make a lapse.</summary>
    public const int MissedDays = 2;

    /// <summary>Days without any sign of the person that make a lapse.</summary>
    public const int AbsentDays = 3;

    /// <summary>The lapses of one step.</summary>
    public static ImmutableArray<Lapse> Of(StepHistory step, IReadOnlySet<DateOnly> signs, DateOnly today) =>
        Of([step], signs, today);

    /// <summary>
    /// The lapses of a person over some steps: a day was planned if one of them could not wait, and won if one was won.
    /// </summary>
    /// <param name="steps">The steps.</param>
    /// <param name="signs">Days on which the person did anything else here; days with an answer need not be among them.</param>
    /// <param name="today">The person's today: it counts once it was answered.</param>
    /// <returns>The oldest first. The last one may not be over.</returns>
    public static ImmutableArray<Lapse> Of(IEnumerable<StepHistory> steps, IReadOnlySet<DateOnly> signs, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(signs);
        ImmutableArray<StepHistory> all = [.. steps];
        var won = all.SelectMany(step => step.Wins).Where(day => day <= today).ToHashSet();
        if (won.Count == 0)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<Lapse>();
        var run = new Run(won.Min());
        for (var day = won.Min(); day <= today; day = day.AddDays(1))
        {
            if (won.Contains(day))
            {
                if (run.IsLapse)
                {
                    found.Add(new(run.LastWin, run.Since!.Value, day, run.Days));
                }

                run = new(day);
            }
            else if (day < today || all.Any(step => step.Misses.Contains(day)))
            {
                var isOff = all.Any(step => step.Plan.On(day).IsOff()) && !all.Any(step => Expects(step.Plan.On(day)));
                var isDue = all.Any(step => step.Plan.IsDue(day, step.Wins));
                var isSeen = signs.Contains(day) || all.Any(step => step.Misses.Contains(day));
                run = run.With(day, isOff, isDue, isSeen);
            }
        }

        if (run.IsLapse)
        {
            found.Add(new(run.LastWin, run.Since!.Value, null, run.Days));
        }

        return found.ToImmutable();
    }

    private static bool Expects(DayPlan day) => day is DayPlan.Planned or DayPlan.Open;

    // The days since the last win, as far as they matter here.
    private readonly record struct Run(
        DateOnly LastWin,
        DateOnly? Since = null,
        int Days = 0,
        int Missed = 0,
        int Absent = 0,
        bool IsAbsence = false
    )
    {
        public bool IsLapse => Since is not null && (Missed >= MissedDays || IsAbsence);

        public Run With(DateOnly day, bool isOff, bool isDue, bool isSeen)
        {
            if (isOff)
            {
                return this;
            }

            var since = Since ?? (isDue ? day : null);
            var absent = isSeen ? 0 : Absent + 1;
            return this with
            {
                Since = since,
                Days = since is null ? 0 : Days + 1,
                Missed = Missed + (isDue ? 1 : 0),
                Absent = absent,
                IsAbsence = IsAbsence || (absent >= AbsentDays && since is not null),
            };
        }
    }
}
