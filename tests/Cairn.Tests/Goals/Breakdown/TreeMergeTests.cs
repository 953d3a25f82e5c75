using Cairn.Data;
using Cairn.Harness;
using Xunit;

namespace Cairn.Goals.Breakdown;

public sealed class TreeMergeTests
{
    private static readonly OutlineTask A = Task("a", 0);
    private static readonly OutlineTask B = Task("b", 1);
    private static readonly OutlineTask C = Task("c", 0);

    [Fact]
    public void What_only_the_other_window_added_is_put_in_where_it_was()
    {
        var added = Task("new", 1);

        var rows = TreeMerge.Of([A, B, C], Mine(A, B, C), [A, B, added, C]);

        Assert.Equal("0 a,1 b,1 new,0 c", TreeMovesTests.Said(rows));
        Assert.Equal(BreakdownWords.AddedElsewhere, rows[2].Elsewhere);
    }

    [Fact]
    public void Where_both_changed_a_row_mine_stays_and_theirs_is_shown()
    {
        var mine = Mine(A, B);
        mine[1] = mine[1] with { Text = "b, as I say" };

        var rows = TreeMerge.Of([A, B], mine, [A, B with { Text = "b, as they say" }]);

        Assert.Equal("b, as I say", rows[1].Text);
        Assert.Contains("b, as they say", rows[1].Elsewhere, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_the_other_window_changed_is_taken()
    {
        var rows = TreeMerge.Of([A, B], Mine(A, B), [A, B with { Text = "better", Minutes = 3 }]);

        Assert.Equal(("better", "3", null), (rows[1].Text, rows[1].Minutes, rows[1].Elsewhere));
    }

    [Fact]
    public void What_the_other_window_took_out_stays_and_says_so()
    {
        var rows = TreeMerge.Of([A, B, C], Mine(A, B, C), [A, C]);

        Assert.Equal("0 a,1 b,0 c", TreeMovesTests.Said(rows));
        Assert.Equal(BreakdownWords.RemovedElsewhere, rows[1].Elsewhere);
    }

    [Fact]
    public void What_I_took_out_comes_back_only_if_the_other_window_worked_on_it()
    {
        Assert.Equal("0 a", TreeMovesTests.Said(TreeMerge.Of([A, B], Mine(A), [A, B])));
        Assert.Equal("0 a,1 bb", TreeMovesTests.Said(TreeMerge.Of([A, B], Mine(A), [A, B with { Text = "bb" }])));
    }

    private static OutlineTask Task(string text, int depth) =>
        new(Guid.CreateVersion7(TestCairn.Monday), depth, text, 5);

    private static List<TreeRow> Mine(params OutlineTask[] tasks) =>
        [.. tasks.Select(task => new TreeRow(task.Id, task.Depth, task.Text, $"{task.Minutes}"))];
}
