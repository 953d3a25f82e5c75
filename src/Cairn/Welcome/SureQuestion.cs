using Cairn.Data;

namespace Cairn.Welcome;

/// <summary>How sure are you of this size? <paramref name="Smaller"/>: it was just halved.</summary>
public sealed record SureQuestion(Guid Goal, StepVersion Step, Guid Id, bool Smaller);
