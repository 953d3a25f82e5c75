using Cairn.Engine.Capacity;
using Cairn.Splitting;

namespace Cairn.Goals.Breakdown;

/// <summary>
/// What the buttons below the tree do to it. A row moves with everything below it, and no move loses a row.
/// <c>wwwroot/tree.js</c> does the same without asking the server.
/// </summary>
public static class TreeMoves
{
    public const int MostDepth = 8;

    public static bool IsGroup(IReadOnlyList<TreeRow> rows, int at) => EndOf(rows, at) > at + 1;

    /// <summary>The row after the last one that belongs to it.</summary>
    public static int EndOf(IReadOnlyList<TreeRow> rows, int at)
    {
        var end = at + 1;
        while (end < rows.Count && rows[end].Depth > rows[at].Depth)
        {
            end++;
        }

        return end;
    }

    /// <summary>Before the row above it that lies as deep.</summary>
    public static void Up(List<TreeRow> rows, int at)
    {
        if (Before(rows, at) is { } before)
        {
            Move(rows, at, EndOf(rows, at), before);
        }
    }

    /// <summary>Behind the row below it that lies as deep.</summary>
    public static void Down(List<TreeRow> rows, int at)
    {
        var end = EndOf(rows, at);
        if (end < rows.Count && rows[end].Depth == rows[at].Depth)
        {
            Move(rows, end, EndOf(rows, end), at);
        }
    }

    /// <summary>Below the row above it.</summary>
    public static void In(List<TreeRow> rows, int at)
    {
        var end = EndOf(rows, at);
        var deepest = rows[at..end].Max(row => row.Depth);
        if (Before(rows, at) is not null && deepest < MostDepth - 1)
        {
            Shift(rows, at, end, 1);
        }
    }

    /// <summary>Out of its group, to the place right behind it.</summary>
    public static void Out(List<TreeRow> rows, int at)
    {
        if (rows[at].Depth == 0)
        {
            return;
        }

        var (end, group) = (EndOf(rows, at), at);
        while (rows[group].Depth >= rows[at].Depth)
        {
            group--;
        }

        var behind = EndOf(rows, group);
        Shift(rows, at, end, -1);
        Move(rows, at, end, behind);
    }

    /// <summary>Into pieces of one sitting each, which lie below it.</summary>
    public static void Split(List<TreeRow> rows, int at, int sitting, Func<Guid> fresh)
    {
        var row = rows[at];
        if (IsGroup(rows, at) || row.IsDone || row.Depth >= MostDepth - 1 || row.Text.Length == 0)
        {
            return;
        }

        rows.InsertRange(
            at + 1,
            Splitter
                .Divide(row.Text, row.Size ?? sitting, sitting)
                .Select(piece => new TreeRow(fresh(), row.Depth + 1, piece.Text, Minute.Write(piece.Minutes))
                {
                    IsNew = true,
                })
        );
    }

    /// <summary>Half as long, and everything below it too.</summary>
    public static void Shrink(List<TreeRow> rows, int at)
    {
        for (var (i, end) = (at, EndOf(rows, at)); i < end; i++)
        {
            if (!rows[i].IsDone && rows[i].Size is { } minutes)
            {
                rows[i] = rows[i] with { Minutes = Minute.Write((int)Amounts.Halve(minutes, Scale.Minutes)) };
            }
        }
    }

    /// <summary>An empty row right behind it, as deep.</summary>
    public static void Add(List<TreeRow> rows, int at, Guid id) =>
        rows.Insert(
            at < 0 ? rows.Count : EndOf(rows, at),
            new TreeRow(id, at < 0 ? 0 : rows[at].Depth, "", Minute.Write(Splitter.LeastSitting)) { IsNew = true }
        );

    /// <summary>Takes out this one row; what lay below it stays.</summary>
    public static void Remove(List<TreeRow> rows, int at)
    {
        Shift(rows, at + 1, EndOf(rows, at), -1);
        rows.RemoveAt(at);
    }

    private static int? Before(List<TreeRow> rows, int at)
    {
        for (var i = at - 1; i >= 0 && rows[i].Depth >= rows[at].Depth; i--)
        {
            if (rows[i].Depth == rows[at].Depth)
            {
                return i;
            }
        }

        return null;
    }

    private static void Shift(List<TreeRow> rows, int from, int end, int by)
    {
        for (var i = from; i < end; i++)
        {
            rows[i] = rows[i] with { Depth = rows[i].Depth + by };
        }
    }

    private static void Move(List<TreeRow> rows, int from, int end, int to)
    {
        var moved = rows[from..end];
        rows.RemoveRange(from, end - from);
        rows.InsertRange(to > from ? to - (end - from) : to, moved);
    }
}
