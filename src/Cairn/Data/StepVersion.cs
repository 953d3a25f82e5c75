using Cairn.Engine.Capacity;
using Cairn.Engine.Schedule;

namespace Cairn.Data;

/// <summary>How a step is done from a day on. A change is a new version; the days before keep theirs.</summary>
public sealed record StepVersion
{
    public required Guid PersonId { get; init; }
    public required Guid StepId { get; init; }

    /// <summary>1, 2, 3 … in the order in which they were written.</summary>
    public required int Number { get; init; }

    /// <summary>First day on which it is in force.</summary>
    public required DateOnly From { get; init; }

    public required string Name { get; init; }
    public required string Unit { get; init; }
    public required Scale Scale { get; init; }

    /// <summary>The size that the person had in mind, in the unit.</summary>
    public required double Stated { get; init; }

    /// <summary>"On my worst day": the floor is never above it.</summary>
    public double? WorstDay { get; init; }

    /// <summary>"Enough": no bar passes it.</summary>
    public double? Enough { get; init; }

    /// <summary>Bars that the person (or an import) fixed by hand: one amount for all three.</summary>
    public double? Pinned { get; init; }

    /// <summary>"After I …": what comes right before.</summary>
    public string? Cue { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>At about which time of the day.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>The person has pictured doing it right after the cue.</summary>
    public bool Rehearsed { get; init; }

    /// <summary>"If this gets in the way …"</summary>
    public string? Obstacle { get; init; }

    /// <summary>"… then I will …"</summary>
    public string? PlanB { get; init; }

    /// <summary>What is good enough, written before the beginning and shown at the end.</summary>
    public string? GoodEnough { get; init; }

    /// <summary>The ladder that it was taken from; null in one's own words. A host may have removed it since.</summary>
    public string? Ladder { get; init; }

    /// <summary>Planned <see cref="Times"/> times in <see cref="PerDays"/> days; 1 in 1 is daily.</summary>
    public int Times { get; init; } = 1;

    public int PerDays { get; init; } = 1;

    /// <summary>The rhythm as the engine writes it, where the two numbers do not say it all; see <see cref="Rhythm"/>.</summary>
    public string? Days { get; init; }

    /// <summary>No longer shown on Today; everything that was done stays.</summary>
    public bool Archived { get; init; }

    public required DateTimeOffset Written { get; init; }

    /// <summary>The action that wrote it, so that the same action sent twice is one change.</summary>
    public Guid? Action { get; init; }

    public Limits Limits =>
        new(WorstDay, Enough, Pinned is { } amount ? new Bars(amount, amount, amount, 0, 0, 0) : null);

    /// <summary>How often it is planned.</summary>
    public Rhythm Rhythm =>
        Days is { } text ? Rhythm.Parse(text)
        : PerDays > Rhythm.MostDays ? Rhythm.Every(Rhythm.MostDays)
        : Rhythm.Often(Math.Min(Times, PerDays), PerDays);

    public StepVersion Planned(Rhythm rhythm) =>
        rhythm == Rhythm ? this : this with { Days = rhythm.ToString(), Times = rhythm.Times, PerDays = rhythm.Days };
}
