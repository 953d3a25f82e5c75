using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.Engine.Effects;
using Cairn.Insights;
using Cairn.People;

namespace Cairn.Api.Resources;

/// <summary>What the days say, and what of it its person does not want to see.</summary>
public static class InsightsResource
{
    public static void MapInsights(this ApiGroups api)
    {
        api.Read.MapGet("insights", Show).Shows<InsightsShown>("What the days say, each with its doubt");
        api.Read.MapGet("insights/shuffle", Shuffle)
            .Shows<ShuffleShown>("What would be shown if the evenings had come in any other order");
        api.Read.MapGet("insights/how", ShowHow)
            .Shows<Paged<HowShown>>("How each of these numbers is computed, and what it cannot say");
        api.Write.MapPut("insights/steps/{step:guid}", Put)
            .Does("“Ignore this”: a step is no longer shown as worth a test, or is again");
    }

    private static async Task<IResult> Shuffle(CairnDb db, Me me, CancellationToken cancel) =>
        Shown.Of(ShuffleShown.Of(await ShuffleView.Read(db, me, cancel)));

    private static IResult ShowHow() => Shown.Of(new Paged<HowShown>([.. How.All.Select(HowShown.Of)], null));

    private static async Task<IResult> Put(
        Choices choices,
        Me me,
        Guid step,
        Body<HunchStanding> body,
        IdempotencyKey key,
        CancellationToken cancel
    ) =>
        await (
            body.Value.IsIgnored
                ? choices.Ignore(me, key.Id, step, cancel)
                : choices.ShowAgain(me, key.Id, step, cancel)
        )
            ? Results.NoContent()
            : Problem.NotHere;

    private static async Task<IResult> Show(CairnDb db, Me me, CancellationToken cancel) =>
        Shown.Of(InsightsShown.Of(await InsightsView.Read(db, me, cancel)));
}

/// <param name="RatedDays">Rated evenings among the days that are looked at.</param>
/// <param name="WorthTesting">What may be worth a test; usually nothing.</param>
/// <param name="Testable">Practices that can be tested by coin, the most promising first.</param>
/// <param name="Ignored">Steps of which the person wants to see nothing there.</param>
/// <param name="Promises">How Cairn's promises came true, by chance in tenths.</param>
/// <param name="BestAndHardest">What the best and the hardest fifth of the days held; null while too few are known.</param>
/// <param name="Spiral">Wins go with better evenings, and those with more wins; null unless both links hold.</param>
/// <param name="Evenings">The evenings by wins; null while too few are rated.</param>
/// <param name="Experiments">Tests by coin, the newest first.</param>
public sealed record InsightsShown(
    int RatedDays,
    IReadOnlyList<HunchShown> WorthTesting,
    IReadOnlyList<Guid> Testable,
    IReadOnlyList<Guid> Ignored,
    IReadOnlyList<PromiseShown> Promises,
    BestAndHardestShown? BestAndHardest,
    SpiralShown? Spiral,
    EveningsShown? Evenings,
    IReadOnlyList<ExperimentShown> Experiments
)
{
    public static InsightsShown Of(InsightsView view) =>
        new(
            view.RatedDays,
            [
                .. view.Worth.Select(worth => new HunchShown(
                    worth.Step.Id,
                    worth.Step.Version.Name,
                    Math.Round(worth.Hunch.Effect, 2),
                    Math.Round(worth.Hunch.Low, 2),
                    Math.Round(worth.Hunch.High, 2),
                    Math.Round(worth.Hunch.Chance, 2),
                    worth.Hunch.With,
                    worth.Hunch.Without,
                    worth.Hunch.MorningMayExplain
                )),
            ],
            [.. view.Testable.Select(step => step.Id)],
            [.. view.Ignored.Select(step => step.Id)],
            [
                .. view.Calibration.Bands.Select(band => new PromiseShown(
                    band.Tenths,
                    band.Times,
                    band.Kept,
                    band.Low,
                    band.High
                )),
            ],
            view.BestAndWorst is { } held
                ? new(view.DaysCompared, HeldShown.Of(held.Best), HeldShown.Of(held.Worst))
                : null,
            view.Spiral is { IsDrawn: true } spiral
                ? new(LinkShown.Of(spiral.WinsToMood), LinkShown.Of(spiral.MoodToWins))
                : null,
            view.Evenings is { IsShown: true } evenings
                ? new(
                    evenings.Usual,
                    MeansShown.Of(evenings.Fewer),
                    MeansShown.Of(evenings.AsUsual),
                    MeansShown.Of(evenings.More)
                )
                : null,
            [
                .. view.Experiments.Select(test => new ExperimentShown(
                    test.Experiment.Id,
                    test.Experiment.StepId!.Value,
                    test.Name,
                    test.Experiment.Day,
                    test.Experiment.Last,
                    test.IsOver,
                    test.Rated,
                    test.Followed
                )),
            ]
        );
}

public sealed record HunchStanding(bool IsIgnored);

/// <param name="Effect">What it seems to add to the evening's rating, cautiously.</param>
/// <param name="Low">Lower end of the 80 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Chance">That there is something at all.</param>
/// <param name="With">Rated days on which it was done.</param>
/// <param name="Without">Rated days on which it was not.</param>
/// <param name="MorningMayExplain">Few of those days have a word of the morning: how it felt may be behind both.</param>
public sealed record HunchShown(
    Guid Step,
    string Name,
    double Effect,
    double Low,
    double High,
    double Chance,
    int With,
    int Without,
    bool MorningMayExplain
);

/// <param name="Days">The days that are compared.</param>
public sealed record BestAndHardestShown(int Days, HeldShown Best, HeldShown Hardest);

/// <param name="Win">The share of the days with a stone, 0 to 1.</param>
/// <param name="InTheWay">The share on which something was in the way.</param>
public sealed record HeldShown(double Win, double InTheWay)
{
    public static HeldShown Of(Held held) => new(Math.Round(held.Win, 2), Math.Round(held.Setback, 2));
}

/// <param name="WinsToEvening">What winning all of the plan adds to the evening's rating.</param>
/// <param name="EveningToWins">What one point of the evening adds to the share won on the next day.</param>
public sealed record SpiralShown(LinkShown WinsToEvening, LinkShown EveningToWins);

/// <param name="Low">Lower end of the 80 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Chance">That there is something at all.</param>
/// <param name="Days">The days that it rests on.</param>
public sealed record LinkShown(double Effect, double Low, double High, double Chance, int Days)
{
    public static LinkShown Of(Strand strand) =>
        new(
            Math.Round(strand.Effect, 3),
            Math.Round(strand.Low, 3),
            Math.Round(strand.High, 3),
            Math.Round(strand.Chance, 2),
            strand.Days
        );
}

/// <param name="Usual">The middle number of stones on the rated days.</param>
/// <param name="Fewer">Days with fewer stones than usual.</param>
/// <param name="AsUsual">Days with as many.</param>
/// <param name="More">Days with more.</param>
public sealed record EveningsShown(int Usual, MeansShown Fewer, MeansShown AsUsual, MeansShown More);

/// <summary>Plain means of what was answered, 0 to 10; null where too few were.</summary>
public sealed record MeansShown(int Days, double? Mood, double? Motivation, double? Solving)
{
    public static MeansShown Of(Evenings evenings) =>
        evenings.Means is [var mood, var motivation, var solving]
            ? new(evenings.Count, Rounded(mood), Rounded(motivation), Rounded(solving))
            : throw new InvalidOperationException("The evening asks for three feelings.");

    private static double? Rounded(double? mean) => mean is { } known ? Math.Round(known, 2) : null;
}

/// <param name="Tenths">"n in 10", as it was said.</param>
/// <param name="Times">How often.</param>
/// <param name="Kept">How often the aim was reached.</param>
/// <param name="Low">In 8 of 10 cases it is from here …</param>
/// <param name="High">… to here, if the chances are true.</param>
public sealed record PromiseShown(int Tenths, int Times, int Kept, double Low, double High);

/// <param name="Rated">Evenings with a rating so far.</param>
/// <param name="Followed">Days that went as the coin said.</param>
public sealed record ExperimentShown(
    Guid Id,
    Guid Step,
    string Name,
    DateOnly First,
    DateOnly Last,
    bool IsOver,
    int Rated,
    int Followed
);

/// <param name="RatedDays">The evenings that were shuffled.</param>
/// <param name="Times">How often; null with too few evenings.</param>
/// <param name="Quiet">How often nothing was shown: 95 of 100 times or more is the promise.</param>
public sealed record ShuffleShown(int RatedDays, int? Times, int? Quiet)
{
    public static ShuffleShown Of(ShuffleView view) => new(view.RatedDays, view.Seen?.Times, view.Seen?.Quiet);
}

/// <param name="Lines">What is done, what it rests on, and what it cannot say; in the language of the caller.</param>
public sealed record HowShown(string Number, string Title, IReadOnlyList<string> Lines)
{
    public static HowShown Of(How how) => new(how.Number, how.Title(), [.. how.Lines.Select(line => line())]);
}
