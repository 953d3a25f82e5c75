namespace Cairn.Engine.Capacity;

/// <summary>How the last answer of a step went, as far as the next size is concerned.</summary>
internal enum LastAnswer
{
    None,
    Reached,
    FloorOnly,
    TooMuch,
    Unsure,
    NeverStarted,
}
