using System.Globalization;
using Cairn.Data;
using Cairn.Engine.Schedule;
using Cairn.Steps;

namespace Cairn.Api.Resources;

/// <summary>A step as it is done from a day on.</summary>
/// <param name="Version">Also its tag.</param>
/// <param name="From">The first day on which it is done so.</param>
/// <param name="Amount">The size that the person had in mind, in the unit.</param>
/// <param name="WorstDay">"On my worst day": the floor is never above it.</param>
/// <param name="Enough">No bar passes it.</param>
/// <param name="Pinned">One amount for all three bars, fixed by hand.</param>
/// <param name="IsPutAway">It is not on Today; everything that was done stays.</param>
public sealed record StepShown(
    Guid Id,
    Guid Goal,
    StepKind Kind,
    int Version,
    DateOnly From,
    string Name,
    string Unit,
    double Amount,
    double? WorstDay,
    double? Enough,
    double? Pinned,
    RhythmShown Rhythm,
    string? Cue,
    string? Place,
    TimeOnly? Time,
    bool Rehearsed,
    string? Obstacle,
    string? PlanB,
    string? GoodEnough,
    string? Ladder,
    bool IsPutAway
)
{
    public static StepShown Of(Step step, StepVersion version) =>
        new(
            step.Id,
            step.GoalId,
            step.Kind,
            version.Number,
            version.From,
            version.Name,
            version.Unit,
            version.Stated,
            version.WorstDay,
            version.Enough,
            version.Pinned,
            RhythmShown.Of(version.Rhythm),
            version.Cue,
            version.Place,
            version.Time,
            version.Rehearsed,
            version.Obstacle,
            version.PlanB,
            version.GoodEnough,
            version.Ladder,
            version.Archived
        );
}

/// <summary>What a practice or a moment begins with.</summary>
/// <param name="Amount">Of a practice: the size one has in mind, in the unit.</param>
/// <param name="Ladder">The id of a ladder that it is taken from.</param>
public sealed record NewStep(
    string Name,
    StepKind Kind = StepKind.Practice,
    double? Amount = null,
    string? Unit = null,
    string? Ladder = null
);

/// <summary>All that is said of a step: what is left out is taken away, but unit, amount and rhythm, which stay.</summary>
public sealed record StepSaid(
    string Name,
    double? Amount = null,
    string? Unit = null,
    double? WorstDay = null,
    double? Enough = null,
    double? Pinned = null,
    RhythmShown? Rhythm = null,
    string? Cue = null,
    string? Place = null,
    TimeOnly? Time = null,
    bool Rehearsed = false,
    string? Obstacle = null,
    string? PlanB = null,
    string? GoodEnough = null
)
{
    /// <summary>As it would stand in the form of its page: from there on it is the same.</summary>
    public StepDraft Draft(StepDraft before) =>
        before with
        {
            Name = Shell.Typed.Line(Name),
            Amount = Amount is null ? before.Amount : Typed(Amount),
            Unit = Unit is null ? before.Unit : Shell.Typed.Line(Unit),
            WorstDay = Typed(WorstDay),
            Enough = Typed(Enough),
            Pinned = Typed(Pinned),
            Rhythm = Rhythm?.Draft(before.Rhythm) ?? before.Rhythm,
            Cue = Shell.Typed.Line(Cue),
            Place = Shell.Typed.Line(Place),
            Time = Time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "",
            Rehearsed = Rehearsed,
            Obstacle = Shell.Typed.Line(Obstacle),
            PlanB = Shell.Typed.Line(PlanB),
            GoodEnough = Shell.Typed.Line(GoodEnough),
        };

    private static string Typed(double? amount) => amount?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "";
}

public sealed record StepStanding(bool IsPutAway);

/// <summary>How often a step is planned.</summary>
/// <param name="Kind"><c>daily</c>; <c>days</c> with <paramref name="Days"/>; <c>week</c> with <paramref name="Times"/>;
/// <c>every</c> with <paramref name="Every"/>; <c>asItIs</c> for another one, from an import, which stays.</param>
/// <param name="Days">The days of the week on which it is planned.</param>
/// <param name="Times">How many times a week, on days as they come.</param>
/// <param name="Every">Every so many days.</param>
public sealed record RhythmShown(
    string Kind,
    IReadOnlyList<DayOfWeek>? Days = null,
    int? Times = null,
    int? Every = null
)
{
    public static RhythmShown Of(Rhythm rhythm) =>
        RhythmDraft.Of(rhythm).Kind switch
        {
            RhythmDraft.OnDays => new(
                RhythmDraft.OnDays,
                Days: [.. RhythmDraft.Week.Where(day => rhythm.Weekdays.HasFlag(day)).Select(NameOf)]
            ),
            RhythmDraft.PerWeek => new(RhythmDraft.PerWeek, Times: rhythm.Times),
            RhythmDraft.EveryDays => new(RhythmDraft.EveryDays, Every: rhythm.Days),
            var kind => new(kind),
        };

    public RhythmDraft Draft(RhythmDraft before) =>
        before with
        {
            Kind = Kind,
            Days = (Days ?? []).Aggregate(
                Weekdays.None,
                (all, day) => all | RhythmDraft.Week.First(known => NameOf(known) == day)
            ),
            Times = Whole(Times),
            Every = Whole(Every),
        };

    private static DayOfWeek NameOf(Weekdays day) => (DayOfWeek)((RhythmDraft.Week.ToList().IndexOf(day) + 1) % 7);

    private static string Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
