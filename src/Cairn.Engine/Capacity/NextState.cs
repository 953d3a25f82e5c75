namespace Cairn.Engine.Capacity;

/// <summary>One answer that is possible today, and what follows from it.</summary>
/// <param name="Answer">The fact that the answer would be: a <see cref="Won"/>, <see cref="Missed"/> or <see cref="Rested"/>.</param>
/// <param name="Next">The bars of the next day.</param>
public sealed record NextState(Fact Answer, Bars Next);
