namespace Cairn.Leaving;

/// <summary>What was deleted when somebody left.</summary>
/// <param name="Rows">How many rows, by table.</param>
/// <param name="Files">Files that were handed in, and copies of only this person.</param>
/// <param name="KeptUntil">The last day of the copy that was asked for.</param>
/// <param name="NotTidied">Why the space could not be overwritten yet.</param>
public sealed record Receipt(
    DateTimeOffset At,
    IReadOnlyDictionary<string, int> Rows,
    int Files,
    DateOnly? KeptUntil,
    string? NotTidied
);
