using Cairn.Data;

namespace Cairn.Welcome;

/// <summary>After what will you do it?</summary>
public sealed record CueQuestion(Guid Goal, StepVersion Step, string? Wrong = null);
