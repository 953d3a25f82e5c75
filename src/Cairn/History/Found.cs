using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.History;

/// <summary>Something that was said, on its day.</summary>
/// <param name="Day">The day that it is about.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What it says in few words.</param>
/// <param name="Text">The person's own words, if there are any.</param>
/// <param name="Area">Of the step's goal.</param>
/// <param name="Tier">The bar that was reached, of a practice.</param>
public sealed record Found(
    DateOnly Day,
    FoundKind Kind,
    string Title,
    string? Text = null,
    string? Area = null,
    Tier? Tier = null
);

public enum FoundKind
{
    Wins,
    NotToday,
    Moments,
    Noticed,
    CheckIns,
    Notes,
    Mornings,
    Rests,
    Pauses,
}

/// <summary>What has to be known of an entry to find it.</summary>
internal sealed record SaidEntry(
    Guid Id,
    Guid StepId,
    StepKind Kind,
    DateOnly Day,
    DateTimeOffset At,
    Outcome Outcome,
    Tier? Tier,
    double? Amount,
    MissReason Reason,
    string? Note,
    double Bar
);
