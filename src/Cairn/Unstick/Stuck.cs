using Cairn.Data;
using Cairn.Engine.Stagnation;

namespace Cairn.Unstick;

/// <summary>
/// What stands still, by what was said lately: a step that was put off twice before a goal that is quiet, and that before a
/// goal with less than there used to be.
/// </summary>
/// <param name="Step">The step that waits, or the first one of the goal.</param>
/// <param name="Kind">What stands still.</param>
public sealed record Stuck(LivedStep Step, StallKind Kind)
{
    /// <summary>What was put off longer ago than this is not on anybody's mind today.</summary>
    private const int Lately = 14;

    /// <summary>Of all that stands still one thing is offered, and nothing on the day after an offer was answered.</summary>
    public static Stuck? OfferedIn(Life life) =>
        life.Records.Words.OfType<OfferAnswered>().Any(answered => answered.Day >= life.Today.AddDays(-1))
            ? null
            : In(life);

    /// <returns>Null when nothing stands still, or when something already moved in that goal today.</returns>
    public static Stuck? In(Life life)
    {
        var (records, today) = (life.Records, life.Today);
        var here = life
            .Steps.Where(step => step.Step.Kind != StepKind.Moment && !records.IsOff(step, today))
            .GroupBy(step => step.Step.GoalId)
            .Where(goal => !goal.Any(step => records.WordOf(step.Id, today) is { IsWin: true }))
            .ToList();
        if (here.SelectMany(goal => goal).FirstOrDefault(step => WaitedTwice(records, step.Id, today)) is { } step)
        {
            return new Stuck(step, StallKind.Task);
        }

        // Quiet comes before less than usual.
        return here.Select(goal => (First: goal.First(), Kind: Standstill.Of(life, goal.Key)))
            .Where(goal => goal.Kind is not null)
            .OrderByDescending(goal => goal.Kind == StallKind.Goal)
            .Select(goal => new Stuck(goal.First, goal.Kind!.Value))
            .FirstOrDefault();
    }

    /// <summary>Put off on two days since it was last done.</summary>
    private static bool WaitedTwice(Records records, Guid step, DateOnly today)
    {
        var said = records.Entries.Where(entry => entry.StepId == step && entry.Day > today.AddDays(-Lately)).ToList();
        var won = said.Where(entry => entry.IsWin).Select(entry => entry.Day).DefaultIfEmpty(DateOnly.MinValue).Max();
        var putOff = said.Where(entry => entry.Outcome == Outcome.NotToday && entry.Day > won);
        return Stalls.OfTask(putOff.Select(entry => entry.Day)) is not null;
    }
}
