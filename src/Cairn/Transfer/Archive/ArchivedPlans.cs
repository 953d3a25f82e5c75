using Cairn.Data;

namespace Cairn.Transfer.Archive;

/// <summary>
/// What is planned around the goals: what they were called, what they are broken into, and routines; and what others said
/// for them.
/// </summary>
public sealed record ArchivedPlans(
    IReadOnlyList<ArchivedGoalVersion> GoalVersions,
    IReadOnlyList<ArchivedOutline> Outlines,
    IReadOnlyList<ArchivedRoutine> Routines,
    IReadOnlyList<ArchivedCheer>? Cheers = null
)
{
    public static ArchivedPlans None { get; } = new([], [], []);
}

public sealed record ArchivedGoalVersion(
    Guid Goal,
    int Number,
    DateOnly From,
    string Title,
    string? Why,
    string Area,
    GoalState State,
    DateTimeOffset Written,
    Guid? Action
);

public sealed record ArchivedOutline(
    Guid Owner,
    OutlineKind Kind,
    int Number,
    IReadOnlyList<OutlineTask> Tasks,
    DateTimeOffset Written
);

public sealed record ArchivedRoutine(
    Guid Id,
    int Number,
    DateOnly From,
    string Name,
    IReadOnlyList<Guid> Steps,
    int? Minutes,
    bool Archived,
    DateTimeOffset Written,
    Guid? Action
);

/// <summary>It has come. Who said it is a person of that Cairn, and is not told.</summary>
public sealed record ArchivedCheer(Guid Id, Guid Goal, string Text, DateTimeOffset At, DateOnly Shown);
