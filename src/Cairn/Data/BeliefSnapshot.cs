namespace Cairn.Data;

/// <summary>
/// The belief and the momentum at the end of a day some weeks back, so that a page replays weeks and not years. Derived:
/// deleting it loses nothing.
/// </summary>
public sealed class BeliefSnapshot
{
    public required Guid PersonId { get; init; }

    /// <summary>The last day whose entries are in it.</summary>
    public required DateOnly Through { get; set; }

    /// <summary>Stones laid through that day.</summary>
    public int Stones { get; set; }

    public required byte[] State { get; set; }

    /// <summary>The <see cref="MomentumStand"/> at the end of that day; null where an earlier Cairn made it.</summary>
    public string? Momentum { get; set; }
}
