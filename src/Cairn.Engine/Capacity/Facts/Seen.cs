namespace Cairn.Engine.Capacity;

/// <summary>Some sign of the person on a day: a check-in, a log.</summary>
/// <param name="Day">The day.</param>
public sealed record Seen(DateOnly Day) : Fact(Day);
