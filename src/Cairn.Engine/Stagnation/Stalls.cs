using Cairn.Engine.Momentum;
using Cairn.Engine.Schedule;

namespace Cairn.Engine.Stagnation;

/// <summary>Finds early what stands still. Days off stand for nothing here: a pause is no stagnation.</summary>
public static class Stalls
{
    /// <summary>Days that make a stall.</summary>
    public const int Days = 14;

    /// <summary>Days of the mean that momentum is compared with.</summary>
    public const int MeanDays = 28;

    /// <summary>How far below its mean momentum must be, in points: less is not seen, and may be rounding.</summary>
    public const double LeastPoints = 0.5;

    /// <summary>How often a task is put off before it is offered to become smaller.</summary>
    public const int PutOffs = 2;

    /// <summary>Momentum that has been below the mean of its last 28 days for 14 days, up to now.</summary>
    /// <returns>Null when it is not, or when it is not known for long enough.</returns>
    public static Stall? OfMomentum(MomentumLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return OfMomentum(line.Days);
    }

    /// <summary>The same of days that are known in part from before.</summary>
    /// <param name="line">Day after day up to today.</param>
    public static Stall? OfMomentum(IEnumerable<MomentumDay> line)
    {
        ArgumentNullException.ThrowIfNull(line);
        List<MomentumDay> days = [.. line.Where(day => !day.IsOff)];
        if (days is [.., { Counts: false }])
        {
            days.RemoveAt(days.Count - 1);
        }

        var (below, sum) = (0, 0.0);
        for (var day = 0; day < days.Count; day++)
        {
            sum += days[day].Value - (day >= MeanDays ? days[day - MeanDays].Value : 0);
            var isBelow = day >= MeanDays - 1 && days[day].Value <= (sum / MeanDays) - LeastPoints;
            below = isBelow ? below + 1 : 0;
        }

        return below >= Days ? new(StallKind.Momentum, days[^below].Day) : null;
    }

    /// <summary>A goal whose steps have had no win for 14 days that are over and not off.</summary>
    /// <param name="steps">The goal's steps.</param>
    /// <param name="begins">The day on which the goal began; without a win the days count from there.</param>
    /// <param name="today">The person's today.</param>
    /// <returns>Null when there was one.</returns>
    public static Stall? OfGoal(IEnumerable<StepHistory> steps, DateOnly begins, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(steps);
        List<StepHistory> all = [.. steps];
        var won = all.SelectMany(step => step.Wins).Where(day => day <= today).ToHashSet();
        var since = won.Count == 0 ? begins : won.Max().AddDays(1);
        DateOnly? first = null;
        var days = 0;
        for (var day = since; day < today; day = day.AddDays(1))
        {
            if (all.Count == 0 || all.Exists(step => !step.Plan.On(day).IsOff()))
            {
                first ??= day;
                days++;
            }
        }

        return days >= Days ? new(StallKind.Goal, first!.Value) : null;
    }

    /// <summary>A task that was put off twice.</summary>
    /// <param name="putOff">The days on which it was put off; the same day twice is once.</param>
    /// <returns>Null when it was not; otherwise since the first of them.</returns>
    public static Stall? OfTask(IEnumerable<DateOnly> putOff)
    {
        ArgumentNullException.ThrowIfNull(putOff);
        List<DateOnly> days = [.. putOff.Distinct()];
        return days.Count >= PutOffs ? new(StallKind.Task, days.Min()) : null;
    }
}
