namespace Cairn.Engine.Capacity;

/// <summary>The morning report of a day; it counts for every step of the day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Feel">How the day feels.</param>
public sealed record Felt(DateOnly Day, DayFeel Feel) : Fact(Day);
