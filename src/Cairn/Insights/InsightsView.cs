using Cairn.Data;
using Cairn.Engine.Effects;
using Cairn.People;

namespace Cairn.Insights;

/// <summary>What this person's days say, as far as they say anything. Three queries.</summary>
public sealed record InsightsView
{
    private const int MostShown = 2;

    public required DateOnly Today { get; init; }

    /// <summary>Without the evening's ratings only the promises are left.</summary>
    public required bool RatesFeelings { get; init; }

    /// <summary>The figures that this person does not want to see.</summary>
    public required IReadOnlySet<string> Hidden { get; init; }

    /// <summary>Rated evenings among the days that are looked at.</summary>
    public required int RatedDays { get; init; }

    /// <summary>What may be worth testing; usually nothing.</summary>
    public required IReadOnlyList<WorthTesting> Worth { get; init; }

    /// <summary>What the person does not want to see.</summary>
    public required IReadOnlyList<LivedStep> Ignored { get; init; }

    /// <summary>What can be tested by coin, the most promising first.</summary>
    public required IReadOnlyList<LivedStep> Testable { get; init; }

    public required Calibration Calibration { get; init; }
    public required BestAndWorst? BestAndWorst { get; init; }

    /// <summary>The days that <see cref="BestAndWorst"/> rests on.</summary>
    public required int DaysCompared { get; init; }

    public required Spiral? Spiral { get; init; }

    /// <summary>Null without the evening's ratings.</summary>
    public required EveningsByWins? Evenings { get; init; }

    /// <summary>The newest first; one at most is not over.</summary>
    public required IReadOnlyList<ExperimentView> Experiments { get; init; }

    public ExperimentView? Running => Experiments.FirstOrDefault(experiment => !experiment.IsOver);

    public static async Task<InsightsView> Read(CairnDb db, Me me, CancellationToken cancel) =>
        Of(await Records.Read(db, me.Id, null, cancel), me.Person, me.Today);

    public static InsightsView Of(Records records, Person person, DateOnly today)
    {
        var diary = new Diary(records, person);
        var actions = Diary.ActionsOf(records, today);
        var (first, last) = (today.AddDays(-Diary.Days), today.AddDays(-1));
        var log = diary.Read(actions, first, last);
        var stones = diary.ReadStones(first, last);
        var ignored = records.Words.OfType<Ignored>().Select(word => word.StepId).ToHashSet();
        var weighed = person.RatesFeelings ? Hunches.Weigh(log) : [];
        var places = weighed.Select((hunch, place) => (hunch.Action, place)).ToDictionary();
        return new InsightsView
        {
            Today = today,
            RatesFeelings = person.RatesFeelings,
            Hidden = Figures.HiddenBy(person),
            RatedDays = Enumerable.Range(0, Diary.Days).Count(day => diary.EveningOf(first.AddDays(day)) is not null),
            Worth =
            [
                .. weighed
                    .Where(hunch => hunch.IsWorthShowing && !ignored.Contains(hunch.Action))
                    .OrderByDescending(hunch => hunch.Chance)
                    .Take(MostShown)
                    .Select(hunch => new WorthTesting(actions.First(step => step.Id == hunch.Action), hunch)),
            ],
            Ignored = [.. actions.Where(step => ignored.Contains(step.Id))],
            Testable =
            [
                .. actions
                    .Where(step => step.Step.Kind == StepKind.Practice)
                    .OrderBy(step => places.GetValueOrDefault(step.Id, int.MaxValue)),
            ],
            Calibration = Calibration.Of(Promise.Of(records, person.Dial, today)),
            BestAndWorst = person.RatesFeelings ? BestAndWorst.Of(stones) : null,
            DaysCompared = Enumerable
                .Range(0, Diary.Days)
                .Select(first.AddDays)
                .Count(day => diary.EveningOf(day) is not null && diary.SetbackOn(day) is not null),
            Spiral = person.RatesFeelings ? Spiral.Find(log) : null,
            Evenings = person.RatesFeelings ? EveningsByWins.Of(diary, first, Diary.Days) : null,
            Experiments = ExperimentView.Of(records, diary, today),
        };
    }
}

/// <summary>A step, and what its days seem to add to the evening.</summary>
public sealed record WorthTesting(LivedStep Step, Hunch Hunch);
