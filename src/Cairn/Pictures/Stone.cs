namespace Cairn.Pictures;

/// <summary>One win, as it is drawn. The same id always gives the same stone.</summary>
/// <param name="Id">The entry's id; shape, tilt and texture are read from its bytes.</param>
/// <param name="Area"><c>health</c>, <c>work</c>, <c>personal</c>, or an area of one's own.</param>
/// <param name="Tier">Which bar was reached, 1 to 3; the stone's size. Where many wins are one stone it goes up to <see cref="Largest"/>.</param>
/// <param name="Kind">The kind of win.</param>
/// <param name="Label">What the stone says when pointed at.</param>
public readonly record struct Stone(Guid Id, string Area, int Tier, StoneKind Kind, string Label)
{
    public const int Largest = 5;
}
