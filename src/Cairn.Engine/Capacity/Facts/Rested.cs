namespace Cairn.Engine.Capacity;

/// <summary>A rest, a reserve day or a pause: nothing at all is learned, and the day is no absence.</summary>
/// <param name="Day">The day.</param>
/// <param name="Step">The step.</param>
public sealed record Rested(DateOnly Day, Guid Step) : Fact(Day);
