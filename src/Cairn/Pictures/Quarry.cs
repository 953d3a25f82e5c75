namespace Cairn.Pictures;

/// <summary>
/// The silhouettes that exist. A page draws each one it needs once and reuses it, so that a week of
/// stones stays small on the wire; width, thickness, tilt and texture make every stone its own.
/// </summary>
public static class Quarry
{
    // Picked by eye from some hundred: these lie well on each other.
    private static readonly int[] Pebbles = [3, 13, 28, 33, 17, 20];
    private static readonly int[] Slabs = [9, 30];

    public static IReadOnlyList<StoneShape> Shapes { get; } =
    [
        .. Pebbles.Select(seed => new StoneShape(seed, squareness: 2.45, roughness: 0.06)),
        .. Slabs.Select(seed => new StoneShape(seed, squareness: 3.3, roughness: 0.055)),
        new StoneShape(41, squareness: 2.15, roughness: 0.05),
    ];

    /// <summary>The silhouette that marks the place of a day's first stone.</summary>
    public static int FirstPlace => 2;

    /// <summary>The silhouette for a kind of win.</summary>
    public static int Choose(StoneKind kind, ref Seed seed) =>
        kind switch
        {
            StoneKind.Task => Pebbles.Length + seed.Pick(Slabs.Length),
            StoneKind.Moment => Pebbles.Length + Slabs.Length,
            _ => seed.Pick(Pebbles.Length),
        };
}
