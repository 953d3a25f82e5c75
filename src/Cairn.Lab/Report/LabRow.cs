namespace Cairn.Lab.Report;

/// <summary>One promise of engine.md, and what came out.</summary>
/// <param name="Figure">What is measured.</param>
/// <param name="World">In which world; empty where none matters.</param>
/// <param name="Target">What is to be reached, in words.</param>
/// <param name="Result">What was measured.</param>
/// <param name="Holds">Whether it is reached.</param>
public sealed record LabRow(string Figure, string World, string Target, double Result, bool Holds);
