namespace Cairn.Pictures;

/// <summary>The stones of one day, in the order in which they were won.</summary>
public sealed record Pile(DateOnly Day, IReadOnlyList<Stone> Stones);
