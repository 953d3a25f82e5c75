namespace Cairn.Pictures;

/// <summary>A place in a field of cairns: a day, a month, a year.</summary>
/// <param name="Stones">In the order in which they were laid.</param>
/// <param name="Name">What stands below it; null for nothing.</param>
/// <param name="Says">What the place says when pointed at.</param>
/// <param name="Path">Where it leads; null for nowhere.</param>
/// <param name="IsNext">Where the next stone will lie.</param>
public sealed record Site(
    IReadOnlyList<Stone> Stones,
    string? Name = null,
    string Says = "",
    string? Path = null,
    bool IsNext = false
);
