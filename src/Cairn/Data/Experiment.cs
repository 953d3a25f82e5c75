using Cairn.Engine.Effects;

namespace Cairn.Data;

/// <summary>
/// A step is tested by coin from <see cref="DayWord.Day"/> on: the days with it and without it are settled by a seed that is
/// written before the first of them. It ends sooner by another experiment in its place.
/// </summary>
public sealed class Experiment : DayWord
{
    /// <summary>The question of the check-in whose answers are compared.</summary>
    public required string Question { get; init; }

    /// <summary>The seed of the coin; as a signed number, for the databases.</summary>
    public required long Seed { get; init; }

    /// <summary>The last day of it. Before <see cref="DayWord.Day"/> it never ran.</summary>
    public required DateOnly Last { get; init; }

    public CoinPlan Plan => new(Day, unchecked((ulong)Seed));

    /// <summary>With the step or without it; null on days that the coin does not settle.</summary>
    public bool? Asks(Guid step, DateOnly day) => step == StepId && day <= Last ? Plan.Asks(day) : null;
}
