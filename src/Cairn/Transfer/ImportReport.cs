namespace Cairn.Transfer;

/// <summary>What an import added, or would add; a second import of the same file adds nothing.</summary>
/// <param name="Entries">All of them: wins, rests, not today, and (in an archive) what was taken back or replaced.</param>
public sealed record ImportReport(
    string Format,
    int Goals,
    int Steps,
    int Entries,
    int Wins,
    int Rests,
    int NotToday,
    IReadOnlyList<SkippedRow> Skipped
)
{
    /// <summary>First and last day of the added entries.</summary>
    public (DateOnly First, DateOnly Last)? Days { get; init; }

    /// <summary>Entries that took the place of an earlier import's, because their rows had changed.</summary>
    public int Replaced { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>There is nothing to add.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>The person has to answer something first.</summary>
    public bool IsOpen => Questions.Any(question => question.IsOpen);
}
