using Cairn.Lab.Report;

namespace Cairn.Lab.Scoring;

/// <summary>All policies in one world.</summary>
internal sealed record Compared(World World, IReadOnlyDictionary<string, Tally> Tallies)
{
    public Tally this[string policy] => Tallies[policy];

    public IEnumerable<PolicyRow> Rows() =>
        Tallies.Select(pair =>
            PolicyRow.Of(
                World.Name,
                World.Go,
                pair.Key,
                pair.Value,
                this["staircase"],
                this["oracle three bars"],
                shows: pair.Key.StartsWith("engine", StringComparison.Ordinal)
            )
        );
}
