namespace Cairn.Welcome;

/// <summary>Which step, and how much of it?</summary>
public sealed record StepQuestion(
    Guid Goal,
    Guid Id,
    string GoalTitle,
    string Name,
    string Amount,
    string Unit,
    string? Wrong = null
);
