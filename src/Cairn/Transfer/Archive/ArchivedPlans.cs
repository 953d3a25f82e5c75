using Cairn.Data;

namespace Cairn.Transfer.Archive;

/// <summary>What is planned around the goals: what they were called, what they are broken into, and routines.</summary>
public sealed record ArchivedPlans(
    IReadOnlyList<ArchivedGoalVersion> GoalVersions,
    IReadOnlyList<ArchivedOutline> Outlines,
    IReadOnlyList<ArchivedRoutine> Routines
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
