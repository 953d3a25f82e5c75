namespace Cairn.Data;

/// <summary>The person's own 0 to 10 rating that they will manage an amount of a step.</summary>
public sealed class Confidence
{
    public required Guid PersonId { get; init; }
    public required Guid Id { get; init; }
    public required Guid StepId { get; init; }
    public required DateOnly Day { get; init; }
    public required double Amount { get; init; }

    /// <summary>0 (not at all) to 10 (certain).</summary>
    public required int Rating { get; init; }

    public required DateTimeOffset At { get; init; }
}
