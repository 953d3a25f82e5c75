using System.Collections.Immutable;
using Cairn.Engine.Schedule;

namespace Cairn.Engine.Momentum;

/// <summary>
/// Momentum over the days: recent wins against plan, 0 to 100, of one step or of everything a person does. It never
/// resets. A day counts once it is answered or over; rests, reserves and pauses change nothing; a win is a win on any
/// day, also on a day off, and never lowers the line of its step.
/// </summary>
/// <remarks>
/// <para>A day t weighs W(t), the times that were planned on it, and keeps m^(W/f) of the value before, where f is
/// planned per day by all that is not off (by all, where everything is off and something won). So a day of a daily step is one step of <see cref="Recurrence"/>, each day
/// of "3/week" is one as well, and each of three named days a week stands for 7/3 days.</para>
/// <para>Of "n times in d days" a day's share is min(1, wins in the last 2d days / 2n), as in the published series.</para>
/// <para>Over many steps the shares are averaged by weight: the line of one step is the line of a person with that
/// step. A new step takes nothing away; it only joins the plan.</para>
/// </remarks>
public sealed class MomentumLine
{
    private readonly ImmutableArray<StepHistory> _steps;
    private readonly DateOnly _today;
    private readonly MomentumDay? _since;

    private MomentumLine(ImmutableArray<StepHistory> steps, DateOnly today, MomentumDay? since = null)
    {
        (_steps, _today, _since) = (steps, today, since);
        Days = Walk(today, null);
    }

    /// <summary>Day after day from the first planned day up to today; empty before that.</summary>
    public ImmutableArray<MomentumDay> Days { get; }

    /// <summary>Momentum now, 0 to 100.</summary>
    public double Now => On(_today);

    /// <summary>The line of one step.</summary>
    /// <param name="step">Its plan and its days. Days after today are left out.</param>
    /// <param name="today">The person's today; it counts once it was answered.</param>
    public static MomentumLine Of(StepHistory step, DateOnly today) => new([step], today);

    /// <summary>The line of a person, or of a goal, over several steps.</summary>
    /// <param name="steps">Their plans and days. Days after today are left out.</param>
    /// <param name="today">The person's today; each step's day counts once it was answered.</param>
    public static MomentumLine Of(IEnumerable<StepHistory> steps, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return new([.. steps], today);
    }

    /// <summary>
    /// The same line, continued from a day that was computed before and is over: what came earlier need not be walked
    /// through again. The values are those of the whole line.
    /// </summary>
    /// <param name="steps">
    /// Their plans and days; of earlier days those that a quota reaches back to (twice its days, days off not counted).
    /// </param>
    /// <param name="today">The person's today.</param>
    /// <param name="since">The day that is known. <see cref="Days"/> begins after it.</param>
    public static MomentumLine Continue(IEnumerable<StepHistory> steps, DateOnly today, MomentumDay since)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return new([.. steps], today, since);
    }

    /// <summary>
    /// Momentum at the end of a day: the latest value after the line ends; before it begins 0, or what it was
    /// continued from.
    /// </summary>
    public double On(DateOnly day)
    {
        if (Days.IsEmpty || day < Days[0].Day)
        {
            return _since?.Value ?? 0;
        }

        var index = Math.Min(day.DayNumber - Days[0].Day.DayNumber, Days.Length - 1);
        return Days[index].Value;
    }

    /// <summary>
    /// "What is it made of?": the days whose wins make up the value at the end of a day, the largest part first. The
    /// parts add up to <see cref="On"/> of that day; of a continued line only the days since are named.
    /// </summary>
    public ImmutableArray<MomentumPart> MadeOf(DateOnly day)
    {
        var ledger = new Ledger();
        Walk(day < _today ? day : _today, ledger);
        return ledger.Close();
    }

    /// <summary>"What moved it?": the latest days that changed it, the largest change first.</summary>
    /// <param name="day">The last day to look at.</param>
    /// <param name="back">How many days to look back.</param>
    /// <param name="most">How many days to name at most.</param>
    public ImmutableArray<MomentumDay> MovedBy(DateOnly day, int back = 28, int most = 3) =>
        [
            .. Days.Where(moved => moved.Day <= day && moved.Day > day.AddDays(-back) && moved.Change != 0)
                .OrderByDescending(moved => Math.Abs(moved.Change))
                .ThenByDescending(moved => moved.Day)
                .Take(most),
        ];

    private ImmutableArray<MomentumDay> Walk(DateOnly until, Ledger? ledger)
    {
        StepWalk[] walks = [.. _steps.Select(step => new StepWalk(step, _today))];
        var days = ImmutableArray.CreateBuilder<MomentumDay>();
        var value = (_since?.Value ?? 0) / 100;
        if (_since is not null)
        {
            Array.ForEach(walks, walk => walk.Recall(_since.Value.Day));
        }

        var first = _since?.Day.AddDays(1) ?? _steps.Min(step => step.Plan.Begins);
        for (var day = first; day <= until; day = day.Value.AddDays(1))
        {
            var (perDay, perDayWithOff, weight, open, won) = (0.0, 0.0, 0.0, 0.0, 0.0);
            foreach (var walk in walks)
            {
                var judged = walk.Judge(day.Value);
                perDay += judged.IsOff ? 0 : judged.PerDay;
                perDayWithOff += judged.PerDay;
                weight += judged.Weight;
                if (judged.Share is null)
                {
                    open += judged.Weight;
                    continue;
                }

                var share = judged.Share.Value;

                // A win never lowers the line of its step, also while the stretch of days before it was thin.
                var lifted = judged.Won ? Math.Max(share, value) : share;
                won += judged.Weight * lifted;
                ledger?.Note(walk.WinsInReach, judged.Weight * share);
                ledger?.Note([day.Value], judged.Weight * (lifted - share));
            }

            var counts = weight > open;
            var (keep, scale) = counts ? Keep(perDay > 0 ? perDay : perDayWithOff, weight, open) : (1, 0);
            var next = Math.Min(1, (value * keep) + (won * scale));
            ledger?.EndDay(keep, scale);
            days.Add(new(day.Value, 100 * next, 100 * (next - value), counts, perDay == 0 && perDayWithOff > 0));
            value = next;
        }

        return days.ToImmutable();
    }

    // What the day keeps of the value before, and what one time that was won adds. A step that is still open today
    // weighs already and stands for the value as it is: so one more answer "won" can only raise.
    private static (double Keep, double Scale) Keep(double perDay, double weight, double open)
    {
        var keep = Math.Pow(Recurrence.Keep(perDay), weight / perDay);
        return (keep + ((1 - keep) * open / weight), (1 - keep) / weight);
    }
}
