using Cairn.Data;

namespace Cairn.Reflect.Weeks;

/// <summary>A step in the weekly review: what came of it, and how it stands for the days to come.</summary>
/// <param name="Lived">As it is now.</param>
/// <param name="Days">Days of the week with a win.</param>
/// <param name="RestsUntil">The last day of its pause; null when it does not rest.</param>
/// <param name="IsSmaller">It was made smaller in this review.</param>
public sealed record ReviewedStep(LivedStep Lived, int Days, DateOnly? RestsUntil, bool IsSmaller)
{
    public Guid Id => Lived.Id;

    public bool IsPractice => Lived.Step.Kind == StepKind.Practice;

    public bool IsLetGo => Lived.Version.Archived;

    /// <summary>Something holds it down that a person set: without it, it grows as their days allow.</summary>
    public bool IsHeldDown => Lived.Version.Enough is not null;

    /// <returns>Null for a step that had no place in the week: finished, put away before, or not begun.</returns>
    public static ReviewedStep? Of(Guid step, Records records, DateOnly today, DateOnly monday, DateOnly sunday)
    {
        if (
            records.StepOn(step, today) is not { } now
            || (now.Version.Archived && now.Version.From < monday)
            || records.FirstDayOf(step) > sunday
            || (now.Step.Kind == StepKind.Task && records.Entries.Any(entry => entry.StepId == step && entry.IsWin))
        )
        {
            return null;
        }

        var days = records
            .Entries.Where(entry => entry.StepId == step && entry.IsWin)
            .Where(entry => entry.Day >= monday && entry.Day <= sunday)
            .Select(entry => entry.Day)
            .Distinct()
            .Count();
        var pause = records.Words.OfType<Pause>().FirstOrDefault(pause => pause.Covers(today, now.Step));
        var before = records.StepOn(step, today.AddDays(-1));
        return new ReviewedStep(
            now,
            days,
            pause is null ? null : pause.Until ?? DateOnly.MaxValue,
            IsSmaller: now.Version.From == today
                && before is not null
                && (
                    now.Version.Enough < (before.Version.Enough ?? double.MaxValue)
                    || now.Version.Stated < before.Version.Stated
                )
        );
    }
}
