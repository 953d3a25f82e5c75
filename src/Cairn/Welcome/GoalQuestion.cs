namespace Cairn.Welcome;

/// <summary>What would you like to move?</summary>
public sealed record GoalQuestion(Guid Id, string Title = "", string? Area = null, string? Wrong = null);
