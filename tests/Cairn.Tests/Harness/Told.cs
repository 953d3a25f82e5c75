using Cairn.Data;
using Cairn.Engine.Capacity;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Harness;

/// <summary>The engine alone, told by the test what was said on the screen: what it offers is what a screen has to show.</summary>
public sealed class Told
{
    private readonly List<Fact> facts;
    private readonly StepVersion step;

    private Told(StepVersion step, StepBegan began) => (this.step, facts) = (step, [began]);

    /// <summary>About the one step that there is.</summary>
    public static Task<Told> Of(TestCairn cairn) =>
        cairn.Look(async db =>
        {
            var version = await db.StepVersions.AsNoTracking().OrderBy(v => v.Number).LastAsync();
            var rulers = await db.Confidences.AsNoTracking().ToListAsync();
            return new Told(
                version,
                new StepBegan(
                    version.From.AddDays(-1),
                    version.StepId,
                    version.Stated,
                    version.Scale,
                    [.. rulers.Select(ruler => new Ruler(ruler.Amount, ruler.Rating))]
                )
            );
        });

    /// <summary>What is offered on a day, from all that was told of the days before it.</summary>
    public Bars BarsOn(DateOnly day, DayFeel? feel = null) =>
        Belief
            .Of()
            .After(facts.Where(fact => fact.Day < day), day.AddDays(-1))
            .BarsOn(day, step.StepId, step.Limits, Dial.Steady, feel);

    public void Won(DateOnly day, Tier tier, Bars? bars = null, double? amount = null) =>
        facts.Add(new Won(day, step.StepId, bars ?? BarsOn(day), tier, amount, ThatWasAll: false));

    public void Missed(DateOnly day, MissReason reason, Bars? bars = null) =>
        facts.Add(new Missed(day, step.StepId, bars ?? BarsOn(day), reason, null));

    public void Rested(DateOnly day) => facts.Add(new Rested(day, step.StepId));

    public void Felt(DateOnly day, DayFeel feel) => facts.Add(new Felt(day, feel));
}
