using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Transfer;

/// <summary>
/// A history as another program kept it, in Cairn's words. Every format ends here, so that there is one way to
/// write a history and one to say what became of it.
/// </summary>
/// <param name="Format">Short name of the format, such as <c>loop</c>.</param>
/// <param name="Goals">In the order in which the person saw them.</param>
/// <param name="Skipped">Rows that are not in <paramref name="Goals"/>, or not as they were, and why.</param>
/// <param name="Warnings">What the person should know about the file as a whole.</param>
public sealed record Imported(
    string Format,
    IReadOnlyList<ImportedGoal> Goals,
    IReadOnlyList<SkippedRow> Skipped,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>What only the person can know, with what was taken for it.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];
}

/// <param name="Source">Names it in its format, the same in every later file.</param>
/// <param name="FormerSource">How older files of the same program name it, if otherwise.</param>
public sealed record ImportedGoal(
    string Source,
    string? FormerSource,
    string Title,
    string? Why,
    string Area,
    IReadOnlyList<ImportedStep> Steps
);

/// <summary>A step of an imported goal. A tracker's habit is both: then there is one, known by the goal's source.</summary>
public sealed record ImportedStep
{
    /// <summary>Names it in its format where the goal has several.</summary>
    public string? Source { get; init; }
    public StepKind Kind { get; init; }
    public required string Name { get; init; }
    public required string Unit { get; init; }
    public required Scale Scale { get; init; }

    /// <summary>The size that was planned; positive and finite.</summary>
    public required double Stated { get; init; }

    /// <summary>What was more than planned; null where the tracker knew one bar only.</summary>
    public double? Stretch { get; init; }

    /// <inheritdoc cref="StepVersion.Pinned"/>
    public double? Pinned { get; init; }
    public int Times { get; init; } = 1;
    public int PerDays { get; init; } = 1;
    public string? Cue { get; init; }
    public bool Archived { get; init; }

    /// <summary>At most one a day, none in the future, oldest first.</summary>
    public required IReadOnlyList<ImportedEntry> Entries { get; init; }
}

/// <param name="Row">Where it stood in the file, for a person to find.</param>
/// <param name="Amount">
/// What was done. Trackers do not ask whether more was possible; it is taken as all there was, because "at least
/// this much" said a thousand times would let the bars grow far beyond anything the person ever did.
/// </param>
public sealed record ImportedEntry(
    string Row,
    DateOnly Day,
    Outcome Outcome,
    Tier? Tier = null,
    double? Amount = null,
    string? Note = null,
    double? Planned = null
);

/// <summary>A row that was not taken over, or not in full, and why.</summary>
public sealed record SkippedRow(string Row, string Why);
