using Cairn.Data;

namespace Cairn.Welcome;

/// <summary>After what will you do it?</summary>
/// <param name="Cues">Things that happen anyway, to be tapped.</param>
public sealed record CueQuestion(Guid Goal, StepVersion Step, IReadOnlyList<string> Cues, string? Wrong = null);
