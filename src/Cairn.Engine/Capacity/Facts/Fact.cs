namespace Cairn.Engine.Capacity;

/// <summary>
/// Something that is known about one day of a person. What a belief learns depends only on the set of facts,
/// never on the order in which they arrived.
/// </summary>
/// <param name="Day">The day that it is about, in the person's own calendar.</param>
public abstract record Fact(DateOnly Day);
