namespace Cairn.Pictures;

/// <summary>
/// The silhouettes that exist. A page draws each one it needs once and reuses it, so that a week of
/// stones stays small on the wire; width, thickness, tilt and texture make every stone its own.
/// </summary>
public static class Quarry
{
    private const int Pebbles = 6;
    private const int Slabs = 2;
    private const int Rounds = 1;

    public static IReadOnlyList<StoneShape> Shapes { get; } =
    [
        .. Enumerable.Range(1, Pebbles).Select(i => new StoneShape(i, 2.45, 0.075)),
        .. Enumerable.Range(21, Slabs).Select(i => new StoneShape(i, 3.3, 0.07)),
        .. Enumerable.Range(41, Rounds).Select(i => new StoneShape(i, 2.15, 0.05)),
    ];

    /// <summary>The silhouette that marks the place of a day's first stone.</summary>
    public static int FirstPlace => 2;

    /// <summary>The silhouette for a kind of win.</summary>
    public static int Choose(StoneKind kind, ref Seed seed) =>
        kind switch
        {
            StoneKind.Task => Pebbles + seed.Pick(Slabs),
            StoneKind.Moment => Pebbles + Slabs + seed.Pick(Rounds),
            _ => seed.Pick(Pebbles),
        };
}
