using Cairn.Data;

namespace Cairn.Goals.Breakdown;

/// <summary>
/// Two windows changed one tree. What this window has stays; what is new in the other is put in where it was, and where
/// both said something, both are shown. Nobody's row is lost.
/// </summary>
public static class TreeMerge
{
    /// <param name="before">What both began with.</param>
    /// <param name="mine">What this window has.</param>
    /// <param name="theirs">What was saved meanwhile.</param>
    public static List<TreeRow> Of(
        IReadOnlyList<OutlineTask> before,
        IReadOnlyList<TreeRow> mine,
        IReadOnlyList<OutlineTask> theirs
    )
    {
        var (old, other) = (before.ToDictionary(task => task.Id), theirs.ToDictionary(task => task.Id));
        var rows = mine.Select(row => Meet(row, old.GetValueOrDefault(row.Id), other.GetValueOrDefault(row.Id)))
            .ToList();
        for (var i = 0; i < theirs.Count; i++)
        {
            var task = theirs[i];
            if (rows.Exists(row => row.Id == task.Id) || old.GetValueOrDefault(task.Id) == task)
            {
                continue; // here already, or taken out here on purpose
            }

            var above = i == 0 ? -1 : rows.FindIndex(row => row.Id == theirs[i - 1].Id);
            var place =
                i == 0 ? 0
                : above < 0 ? rows.Count
                : above + 1;
            var deepest = place == 0 ? 0 : rows[place - 1].Depth + 1;
            rows.Insert(
                place,
                new TreeRow(task.Id, Math.Min(task.Depth, deepest), task.Text, Minute.Write(task.Minutes))
                {
                    Elsewhere = BreakdownWords.AddedElsewhere,
                }
            );
        }

        return rows;
    }

    private static TreeRow Meet(TreeRow mine, OutlineTask? before, OutlineTask? theirs)
    {
        if (theirs is null)
        {
            return before is null ? mine : mine with { Elsewhere = BreakdownWords.RemovedElsewhere };
        }

        if (before is not null && theirs.Text == before.Text && theirs.Minutes == before.Minutes)
        {
            return mine;
        }

        var (text, minutes) = (theirs.Text, Minute.Write(theirs.Minutes));
        return (mine.Text, mine.Minutes) == (text, minutes) ? mine
            : before is not null && (mine.Text, mine.Size) == (before.Text, before.Minutes)
                ? mine with
                {
                    Text = text,
                    Minutes = minutes,
                }
            : mine with { Elsewhere = Shell.Phrase.Of(BreakdownWords.ChangedElsewhere, text, theirs.Minutes) };
    }
}
