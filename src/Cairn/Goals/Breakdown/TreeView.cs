using Cairn.Data;

namespace Cairn.Goals.Breakdown;

/// <summary>The tree, to be looked at and changed.</summary>
/// <param name="Number">The saved state that it was made from.</param>
/// <param name="At">The row that is chosen.</param>
public sealed record TreeView(Goal Goal, IReadOnlyList<TreeRow> Rows, int Number, int Sitting, Guid? At = null)
{
    public bool IsDraft { get; init; }
    public bool IsSaved { get; init; }

    /// <summary>Why it was not saved.</summary>
    public string? Wrong { get; init; }

    /// <summary>The row that it is about.</summary>
    public Guid? WrongRow { get; init; }

    /// <summary>Its first task that is not done, once it is saved.</summary>
    public TreeRow? Next => Rows.Where((row, i) => !row.IsDone && !TreeMoves.IsGroup(Rows, i)).FirstOrDefault();

    public int Done => Rows.Count(row => row.IsDone);

    public bool IsLarge(int at) => !Rows[at].IsDone && Rows[at].Size > Sitting && !TreeMoves.IsGroup(Rows, at);

    /// <summary>All that lies below it and is not done.</summary>
    public int MinutesOf(int at) =>
        Enumerable
            .Range(at, TreeMoves.EndOf(Rows, at) - at)
            .Where(row => !TreeMoves.IsGroup(Rows, row) && !Rows[row].IsDone)
            .Sum(row => Rows[row].Size ?? 0);
}
