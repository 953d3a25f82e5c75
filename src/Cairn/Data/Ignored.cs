namespace Cairn.Data;

/// <summary>"Do not show me this": what a step may do for an answer of the check-in is not shown any more. Taking it back shows it again.</summary>
public sealed class Ignored : DayWord
{
    public required string Question { get; init; }
}
