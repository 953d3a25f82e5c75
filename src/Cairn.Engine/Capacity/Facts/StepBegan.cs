using System.Collections.Immutable;

namespace Cairn.Engine.Capacity;

/// <summary>
/// A step began, or was stated anew. Stated anew, what was learned about the amount stays; only another
/// <paramref name="Scale"/> begins from nothing, because its amounts cannot be compared.
/// </summary>
/// <param name="Day">The day.</param>
/// <param name="Step">The step.</param>
/// <param name="Stated">How much the person planned, in the step's unit; positive.</param>
/// <param name="Scale">How its amounts are said.</param>
/// <param name="Rulers">Answers on the confidence ruler; may be empty, which is free of charge.</param>
public sealed record StepBegan(DateOnly Day, Guid Step, double Stated, Scale Scale, ImmutableArray<Ruler> Rulers)
    : Fact(Day);
