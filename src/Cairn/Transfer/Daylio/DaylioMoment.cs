namespace Cairn.Transfer.Daylio;

/// <summary>One row: what was felt and done at one moment; a day may have several.</summary>
internal sealed record DaylioMoment(
    string Row,
    DateOnly? Day,
    string? Mood,
    IReadOnlyList<string> Activities,
    string? Note
);
