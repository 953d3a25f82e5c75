using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Goals;

/// <summary>All goals of a person, by area: the three that everybody has, then their own.</summary>
/// <param name="Areas">Those that go on.</param>
/// <param name="PutAside">Done, or let go; the latest last.</param>
public sealed record GoalsView(IReadOnlyList<GoalsOfArea> Areas, IReadOnlyList<GoalCard> PutAside)
{
    public bool IsEmpty => Areas.Count + PutAside.Count == 0;

    public static async Task<GoalsView> Read(CairnDb db, Me me, CancellationToken cancel)
    {
        var life = await Life.Read(db, me.Id, me.Today, cancel);
        var goals = await db
            .Goals.AsNoTracking()
            .Where(goal => goal.PersonId == me.Id)
            .OrderBy(goal => goal.Created)
            .Select(goal => new
            {
                Goal = goal,
                Stones = db.Entries.Count(entry =>
                    entry.PersonId == me.Id
                    && entry.SupersededBy == null
                    && entry.Outcome == Outcome.Won
                    && db.Steps.Any(step => step.PersonId == me.Id && step.Id == entry.StepId && step.GoalId == goal.Id)
                ),
            })
            .ToListAsync(cancel);
        var steps = life.Steps.ToLookup(step => step.Step.GoalId);
        var cards = goals.ConvertAll(row => Card(row.Goal, row.Stones, steps[row.Goal.Id], life, me));
        return new GoalsView(
            [
                .. cards
                    .Where(card => card.Goal.State == GoalState.Open)
                    .GroupBy(card => card.Goal.Area)
                    .OrderBy(area => PlaceOf(area.Key))
                    .Select(area => new GoalsOfArea(area.Key, [.. area])),
            ],
            cards.FindAll(card => card.Goal.State != GoalState.Open)
        );
    }

    private static GoalCard Card(Goal goal, int stones, IEnumerable<LivedStep> steps, Life life, Me me)
    {
        var next = steps.FirstOrDefault(step =>
            life.EntryOf(step.Id, life.Today) is null or { IsWin: false } && !life.Records.IsFree(step, life.Today)
        );
        var rests = life
            .Records.Words.OfType<Pause>()
            .Any(pause => pause.GoalId == goal.Id && pause.Day <= me.Today && !(pause.Until < me.Today));
        return new GoalCard(goal, next, next is null ? default : life.BarsOf(next, me.Person.Dial), stones, rests);
    }

    private static int PlaceOf(string area)
    {
        var place = Data.Areas.Given.ToList().IndexOf(area);
        return place < 0 ? int.MaxValue : place;
    }
}

public sealed record GoalsOfArea(string Area, IReadOnlyList<GoalCard> Goals);
