using Cairn.Data;
using Cairn.Engine.Effects;
using Cairn.People;

namespace Cairn.Insights;

/// <summary>A test by coin as it is proposed: what it asks for, what it can find, and what it cannot.</summary>
/// <param name="Step">What would be tested.</param>
/// <param name="Today">The person's day; it would begin tomorrow.</param>
/// <param name="Rated">Rated evenings of the last four weeks.</param>
/// <param name="Running">The experiment that has to be over first.</param>
public sealed record TestView(LivedStep Step, DateOnly Today, int Rated, ExperimentView? Running)
{
    /// <summary>The evenings of the last four weeks say how many there will be.</summary>
    public const int DaysBehind = 28;

    public DateOnly First => Today.AddDays(1);

    public DateOnly Last => Today.AddDays(CoinPlan.Days);

    /// <returns>Null if this person has no such practice.</returns>
    public static async Task<TestView?> Read(CairnDb db, Me me, Guid id, CancellationToken cancel)
    {
        var records = await Records.Read(db, me.Id, me.Today.AddDays(-CoinPlan.Days - 1), cancel);
        if (records.StepOn(id, me.Today) is not { Step.Kind: StepKind.Practice, Version.Archived: false } step)
        {
            return null;
        }

        var diary = new Diary(records, me.Person);
        return new TestView(
            step,
            me.Today,
            Enumerable.Range(1, DaysBehind).Count(ago => diary.EveningOf(me.Today.AddDays(-ago)) is not null),
            ExperimentView.Of(records, diary, me.Today).FirstOrDefault(experiment => !experiment.IsOver)
        );
    }
}
