using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;

namespace Cairn.Today;

/// <summary>Why a step has the size it has: its bars with their chances, and the days that moved it most.</summary>
public sealed record WhyView(StepVersion Step, Bars Bars, IReadOnlyList<MovingDay> Days)
{
    private const int MostDays = 3;

    /// <returns>Null if this person has no such step.</returns>
    public static async Task<WhyView?> Read(CairnDb db, Me me, Guid id, CancellationToken cancel)
    {
        var life = await Life.Read(db, me.Id, me.Today, cancel);
        if (life.Steps.FirstOrDefault(step => step.Id == id) is not { } step)
        {
            return null;
        }

        var records = await Records.Read(db, me.Id, null, cancel);
        List<Fact> facts = [];
        records.Live(Belief.Of(), null, me.Today.AddDays(-1), (_, ofDay) => facts.AddRange(ofDay));
        var days = Why.Of(facts, id, MostDays)
            .Select(moved => new MovingDay(moved.Day, records.WordOf(id, moved.Day), moved.Factor));
        return new WhyView(step.Version, life.BarsOf(step, me.Person.Dial), [.. days]);
    }
}

/// <param name="Entry">What was said about the step that day; null if the day moved it by what was said of others.</param>
/// <param name="Factor">By how much the believed capacity moved: 1.10 is a tenth more.</param>
public sealed record MovingDay(DateOnly Day, Entry? Entry, double Factor);
