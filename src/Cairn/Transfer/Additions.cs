using Cairn.Data;

namespace Cairn.Transfer;

/// <summary>Everything that one import will add for one person, worked out before the first of it is written.</summary>
public sealed record Additions
{
    public List<Goal> Goals { get; } = [];
    public List<Step> Steps { get; } = [];
    public List<StepVersion> Versions { get; } = [];
    public List<Confidence> Confidences { get; } = [];
    public List<Entry> Entries { get; } = [];

    /// <summary>Entries in the store that no longer count, and what took their place.</summary>
    public List<(Guid Entry, Guid By)> Superseded { get; } = [];
    public List<DayWord> Words { get; } = [];

    /// <summary>Words about days in the store that no longer count, and what took their place.</summary>
    public List<(Guid Word, Guid By)> SupersededWords { get; } = [];
    public List<GoalVersion> GoalVersions { get; } = [];
    public List<Outline> Outlines { get; } = [];
    public List<RoutineVersion> Routines { get; } = [];
    public List<Cheer> Cheers { get; } = [];
    public List<SkippedRow> Skipped { get; } = [];

    /// <summary>The person's own settings, where they come along with the facts.</summary>
    public Person? Person { get; set; }

    public bool IsEmpty =>
        Goals.Count
            + Steps.Count
            + Versions.Count
            + Confidences.Count
            + Entries.Count
            + Superseded.Count
            + Words.Count
            + SupersededWords.Count
            + GoalVersions.Count
            + Outlines.Count
            + Routines.Count
            + Cheers.Count
        == 0;

    public ImportReport Report(Imported told) =>
        new(
            told.Format,
            Goals.Count,
            Steps.Count,
            Entries.Count,
            Entries.Count(entry => entry.Outcome == Outcome.Won),
            Entries.Count(entry => entry.Outcome == Outcome.Rest),
            Entries.Count(entry => entry.Outcome == Outcome.NotToday),
            Skipped
        )
        {
            Days = Entries.Count == 0 ? null : (Entries.Min(entry => entry.Day), Entries.Max(entry => entry.Day)),
            Replaced = Superseded.Count,
            Warnings = told.Warnings,
            Questions = told.Questions,
            IsEmpty = IsEmpty,
        };
}
