using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Engine.Momentum;
using Cairn.Engine.Schedule;
using Cairn.People;

namespace Cairn.Progress;

/// <summary>What changes over weeks: momentum, sizes, and how soon one is back. Three queries.</summary>
public sealed record GrowthView
{
    /// <summary>More pictures than these help nobody; the others are in the table (CSV).</summary>
    public const int MostSteps = 4;

    public const int MostHabits = 3;

    /// <summary>From so many comebacks on, the earlier half is compared with the later one.</summary>
    public const int EnoughToCompare = 4;

    /// <summary>The momentum of about a year is drawn.</summary>
    public const int MomentumDays = 364;

    public required DateOnly Today { get; init; }

    /// <inheritdoc cref="CairnView.Hidden"/>
    public IReadOnlySet<string> Hidden { get; init; } = Hiding.Nothing;

    public required IReadOnlyList<MomentumDay> Momentum { get; init; }

    /// <summary>The three days of the last four weeks that lifted it most; what lowered it nobody needs to be told by name.</summary>
    public IEnumerable<MomentumDay> LiftedBy =>
        Momentum
            .Where(day => day.Day > Today.AddDays(-28) && day.Change > 0)
            .OrderByDescending(day => day.Change)
            .ThenByDescending(day => day.Day)
            .Take(3);

    /// <summary>What is done most often comes first; steps that were put away are not in it.</summary>
    public required IReadOnlyList<GrownStep> Steps { get; init; }

    /// <summary>The lapses that are over, the oldest first.</summary>
    public required IReadOnlyList<Lapse> Comebacks { get; init; }

    /// <summary>Month by month.</summary>
    public required IReadOnlyList<ConfidenceMonth> Confidence { get; init; }

    /// <summary>Of the practices that were asked about; what is done most often comes first.</summary>
    public required IReadOnlyList<HabitStep> Habits { get; init; }

    public double Now => Momentum.Count == 0 ? 0 : Momentum[^1].Value;

    public IEnumerable<MomentumDay> LatestMomentum => Momentum.Where(day => day.Day >= Today.AddDays(-MomentumDays));

    /// <summary>The practice that grew most, as a share of what it was.</summary>
    public GrownStep? MostGrown => Steps.Where(step => step.Grew).MaxBy(step => step.Now / step.Then);

    public static async Task<GrowthView> Read(CairnDb db, Me me, CancellationToken cancel) =>
        Of(await Records.Read(db, me.Id, null, cancel, only: WhatGrows), me.Today) with
        {
            Hidden = Figures.HiddenBy(me.Person),
        };

    /// <summary>Of years of entries nothing is read that no figure here needs: half of the time.</summary>
    private static IQueryable<Entry> WhatGrows(IQueryable<Entry> entries) =>
        entries.Select(entry => new Entry
        {
            PersonId = Guid.Empty,
            Id = Guid.Empty,
            StepId = entry.StepId,
            Kind = entry.Kind,
            Day = entry.Day,
            Zone = "",
            At = entry.At,
            Outcome = entry.Outcome,
            Tier = entry.Tier,
            Source = entry.Source,
            Bars = new Bars(entry.Bars.Floor, entry.Bars.Target, entry.Bars.Stretch, 0, entry.Bars.TargetChance, 0),
        });

    public static GrowthView Of(Records records, DateOnly today)
    {
        var entries = records.Entries.Where(entry => entry.Day <= today).ToLookup(entry => entry.StepId);
        var practices = records
            .Versions.Where(version => version.Step.Kind == StepKind.Practice)
            .Select(version => version.Id)
            .Distinct()
            .ToList();
        var histories = practices.ConvertAll(step => Histories.Of(records, step));
        var answers = HabitStep.AnswersOf(records);
        var steps = practices
            .Select(step => records.StepOf(step)!)
            .Where(step => !step.Version.Archived)
            .Select(step => (Lived: step, Grown: GrownStep.Of(records, step, [.. entries[step.Id]])))
            .Where(step => step.Grown.Sizes.Count > 0)
            .OrderByDescending(step => step.Grown.Wins)
            .ThenBy(step => step.Grown.Name, StringComparer.Ordinal)
            .ToList();
        var line = MomentumLine.Of(histories, today);
        return new GrowthView
        {
            Today = today,
            Momentum = line.Days,
            Steps = steps.ConvertAll(step => step.Grown),
            Habits =
            [
                .. steps
                    .Where(step => answers.Contains(step.Lived.Id))
                    .Take(MostHabits)
                    .Select(step => HabitStep.Of(records, step.Lived, [.. answers[step.Lived.Id]], today))
                    .OfType<HabitStep>(),
            ],
            Confidence = ConfidenceMonth.Of(records, today),
            Comebacks = [.. Lapses.Of(histories, records.Seen, today).Where(lapse => lapse.IsOver)],
        };
    }

    /// <summary>Half are shorter or as long: of an even number the mean of the two in the middle.</summary>
    public static double Median(IEnumerable<int> days)
    {
        int[] sorted = [.. days.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
    }
}
