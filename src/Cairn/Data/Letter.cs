namespace Cairn.Data;

/// <summary>
/// A month or a year that was looked back on for the first time. What the letter says is kept as it was then: later words
/// about old days do not change a letter that was read.
/// </summary>
public sealed class Letter : DayWord
{
    public const int LongestPeriod = 10;

    /// <summary><c>2026-10</c> or <c>2026</c>.</summary>
    public required string Period { get; init; }

    /// <summary>The numbers and the person's own words in it, as JSON; the sentences around them are the page's.</summary>
    public required string Content { get; init; }
}
