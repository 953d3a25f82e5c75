using Cairn.Data;

namespace Cairn.Goals.Breakdown;

/// <summary>What is in the way? Asked before anything is suggested.</summary>
/// <param name="Task">What is to be broken down, in the person's words.</param>
/// <param name="Of">The row that it stands in already.</param>
/// <param name="Minutes">How long all of it may take; 0 when nobody knows.</param>
public sealed record BlockerQuestion(Goal Goal, string Task, Guid? Of, int Minutes, bool HasTree, string? Wrong = null);
