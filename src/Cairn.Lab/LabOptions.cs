using System.Collections.Immutable;

namespace Cairn.Lab;

/// <summary>What to run.</summary>
public sealed record LabOptions
{
    /// <summary>People for each policy and world.</summary>
    public int People { get; init; } = 3000;

    /// <summary>Which luck. The model was tuned on seeds 1 and 2; the default is another one.</summary>
    public int Seed { get; init; } = 20261124;

    /// <summary>In which worlds.</summary>
    public ImmutableArray<World> Worlds { get; init; } = World.All;

    /// <summary>Whether to halve and double each guess as well.</summary>
    public bool Sweep { get; init; }
}
