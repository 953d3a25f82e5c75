using Cairn.Data;
using Cairn.Engine.Momentum;
using Cairn.Engine.Stagnation;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Goals;

/// <summary>Whether a goal stands still: nothing happened for two weeks, or less than there used to. One query.</summary>
public static class Stillness
{
    /// <summary>As far back as its momentum is followed. Days off that are longer ago than what is loaded count as days without a win: that only hides a standstill.</summary>
    private const int Days = 120;

    /// <summary>What moved today, or rests, does not stand still.</summary>
    public static async Task<bool> Of(CairnDb db, Me me, Records records, Guid goal, CancellationToken cancel)
    {
        var steps = records
            .StepsOn(me.Today)
            .Where(step => step.Step.GoalId == goal && step.Step.Kind == StepKind.Practice)
            .ToList();
        if (
            steps.Count == 0
            || steps.Exists(step => records.IsOff(step, me.Today))
            || records.Entries.Any(entry =>
                entry.IsWin && entry.Day == me.Today && records.StepOf(entry.StepId)?.Step.GoalId == goal
            )
        )
        {
            return false;
        }

        var (since, ids) = (me.Today.AddDays(-Days), steps.ConvertAll(step => step.Id));
        var entries = await db
            .Entries.AsNoTracking()
            .Where(entry => entry.PersonId == me.Id && entry.SupersededBy == null && entry.Day >= since)
            .Where(entry => ids.Contains(entry.StepId))
            .ToListAsync(cancel);
        var longer = new Records(records.Versions, [], entries, records.Words, since);
        var histories = ids.ConvertAll(id => Histories.Of(longer, id));
        var begins = ids.Min(records.FirstDayOf);
        return Stalls.OfGoal(histories, begins > since ? begins : since, me.Today) is not null
            || Stalls.OfMomentum(MomentumLine.Of(histories, me.Today)) is not null;
    }
}
