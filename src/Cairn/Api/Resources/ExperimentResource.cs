using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.Engine.Effects;
using Cairn.Insights;
using Cairn.People;

namespace Cairn.Api.Resources;

/// <summary>Tests by coin. All of them stand among the insights, too.</summary>
public static class ExperimentResource
{
    public static void MapExperiments(this ApiGroups api)
    {
        api.Read.MapGet("experiments/{experiment:guid}", Show)
            .Shows<ExperimentStandShown>("A test by coin: its days so far, and what the last look said");
        api.Read.MapGet("steps/{step:guid}/experiments/proposal", Propose)
            .Shows<TestShown>("What a test by coin of a practice would be, if it were begun now");
        api.Write.MapPost("steps/{step:guid}/experiments", Begin)
            .Makes<ExperimentStandShown>("Tests a practice by coin, from tomorrow on")
            .Refuses(StatusCodes.Status409Conflict, () => ApiWords.OneTestAtATime)
            .Refuses(StatusCodes.Status422UnprocessableEntity, () => ApiWords.IdUsed);
        api.Write.MapPost("experiments/{experiment:guid}/end", End)
            .Does("Ends a test by coin; what was seen until then stays, and one without a day is none")
            .Refuses(StatusCodes.Status422UnprocessableEntity, () => ApiWords.IdUsed);
    }

    private static async Task<IResult> Propose(CairnDb db, Me me, Guid step, CancellationToken cancel) =>
        await TestView.Read(db, me, step, cancel) is { } view ? Shown.Of(TestShown.Of(view)) : Problem.NotHere;

    private static async Task<IResult> Begin(
        CairnDb db,
        Experimenting experiments,
        Me me,
        Guid step,
        IdempotencyKey key,
        CancellationToken cancel
    )
    {
        var before = await ExperimentView.Read(db, me, key.Id, cancel);
        switch (await experiments.Begin(me, key.Id, step, cancel))
        {
            case Kept.NotHere:
                return Problem.NotHere;
            case Kept.Changed:
                return Problem.Of(StatusCodes.Status409Conflict, ApiWords.OneTestAtATime);
            default:
                var now = before ?? await ExperimentView.Read(db, me, key.Id, cancel);
                return now?.Experiment.StepId == step
                    ? Shown.Made(
                        ExperimentStandShown.Of(now),
                        $"{ApiEndpoints.Root}/experiments/{key.Id}",
                        isNew: before is null
                    )
                    : Problem.Refused(ApiWords.IdUsed);
        }
    }

    private static async Task<IResult> End(
        Experimenting experiments,
        Me me,
        Guid experiment,
        IdempotencyKey key,
        CancellationToken cancel
    ) =>
        await experiments.Stop(me, key.Id, experiment, cancel) switch
        {
            Kept.Saved => Results.NoContent(),
            Kept.Changed => Problem.Refused(ApiWords.IdUsed),
            _ => Problem.NotHere,
        };

    private static async Task<IResult> Show(CairnDb db, Me me, Guid experiment, CancellationToken cancel) =>
        await ExperimentView.Read(db, me, experiment, cancel) is { } view
            ? Shown.Of(ExperimentStandShown.Of(view))
            : Problem.NotHere;
}

/// <param name="First">Its first day would be this one.</param>
/// <param name="Rated">Rated evenings of the last four weeks: they say how many there will be.</param>
/// <param name="Running">The test that has to be over first, if there is one.</param>
public sealed record TestShown(Guid Step, string Name, DateOnly First, DateOnly Last, int Rated, Guid? Running)
{
    public static TestShown Of(TestView view) =>
        new(view.Step.Id, view.Step.Version.Name, view.First, view.Last, view.Rated, view.Running?.Experiment.Id);
}

/// <param name="Id">As it stands now: one that was ended has another than when it was begun, and is found under both.</param>
/// <param name="Asks">With the step today, or without it; null on days that no coin settles.</param>
/// <param name="NextLook">After so many days something is said next; nothing is in between.</param>
/// <param name="Verdict">What the last look said; null before the first one, and where too few evenings were rated.</param>
/// <param name="Days">Those that are over, the oldest first.</param>
public sealed record ExperimentStandShown(
    Guid Id,
    Guid Step,
    string Name,
    DateOnly First,
    DateOnly Last,
    bool IsOver,
    bool? Asks,
    int? NextLook,
    VerdictShown? Verdict,
    IReadOnlyList<CoinDay> Days
)
{
    public static ExperimentStandShown Of(ExperimentView view) =>
        new(
            view.Experiment.Id,
            view.Experiment.StepId!.Value,
            view.Name,
            view.Experiment.Day,
            view.Experiment.Last,
            view.IsOver,
            view.Asks,
            view.IsOver || view.IsSettled ? null : view.NextLook,
            view.Verdict is { } verdict ? VerdictShown.Of(verdict) : null,
            view.Days
        );
}

/// <param name="AfterDays">The days that were looked at.</param>
/// <param name="IsClear">There is a difference. If not, the next look may tell; after the last one that is a good end.</param>
/// <param name="Effect">What being asked adds to the evening's rating.</param>
/// <param name="Low">Lower end of the interval; null where the days cannot tell.</param>
/// <param name="High">Upper end.</param>
/// <param name="Confidence">How often such an interval holds the truth.</param>
/// <param name="PValue">The share of other coins that would have shown as much by chance alone.</param>
/// <param name="With">Rated days on which it was asked for.</param>
/// <param name="Without">Rated days on which it was not.</param>
public sealed record VerdictShown(
    int AfterDays,
    bool IsClear,
    double Effect,
    double? Low,
    double? High,
    double Confidence,
    double PValue,
    int With,
    int Without
)
{
    public static VerdictShown Of(Verdict verdict) =>
        new(
            verdict.Days,
            verdict.Difference.IsClear,
            Math.Round(verdict.Difference.Estimate, 2),
            Known(verdict.Difference.Low),
            Known(verdict.Difference.High),
            verdict.Difference.Confidence,
            Math.Round(verdict.Difference.PValue, 4),
            verdict.Difference.With,
            verdict.Difference.Without
        );

    private static double? Known(double end) => double.IsFinite(end) ? Math.Round(end, 2) : null;
}
