using Cairn.Harness;
using Xunit;

namespace Cairn.Goals.Breakdown;

public sealed class TreeMovesTests
{
    [Fact]
    public void However_a_tree_is_moved_no_row_is_lost_and_none_hangs_in_the_air()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var dice = new Random(seed);
            var rows = Tree(dice, 60);
            var ids = rows.Select(row => row.Id).ToHashSet();
            for (var turn = 0; turn < 100; turn++)
            {
                var at = dice.Next(rows.Count);
                Action<List<TreeRow>, int>[] all =
                [
                    TreeMoves.Up,
                    TreeMoves.Down,
                    TreeMoves.In,
                    TreeMoves.Out,
                    TreeMoves.Shrink,
                ];
                all[dice.Next(all.Length)](rows, at);
                Assert.True(ids.SetEquals(rows.Select(row => row.Id)) && rows.Count == ids.Count, $"seed {seed}");
                Assert.True(Stands(rows), $"seed {seed}, turn {turn}");
            }
        }
    }

    [Fact]
    public void A_row_moves_with_everything_below_it()
    {
        var rows = Rows("0 a", "1 b", "0 c", "1 d", "2 e");

        TreeMoves.Up(rows, 2);
        Assert.Equal("0 c,1 d,2 e,0 a,1 b", Said(rows));
        TreeMoves.Down(rows, 0);
        Assert.Equal("0 a,1 b,0 c,1 d,2 e", Said(rows));
        TreeMoves.In(rows, 2);
        Assert.Equal("0 a,1 b,1 c,2 d,3 e", Said(rows));
    }

    [Fact]
    public void What_is_taken_out_of_a_group_lands_behind_it_and_takes_no_neighbour_along()
    {
        var rows = Rows("0 a", "1 b", "2 c", "1 d", "0 e");

        TreeMoves.Out(rows, 1);

        Assert.Equal("0 a,1 d,0 b,1 c,0 e", Said(rows));
    }

    [Fact]
    public void Taking_a_group_out_keeps_what_lies_below_it()
    {
        var rows = Rows("0 a", "1 b", "2 c", "0 d");

        TreeMoves.Remove(rows, 1);

        Assert.Equal("0 a,1 c,0 d", Said(rows));
    }

    [Fact]
    public void A_leaf_that_is_split_becomes_a_group_of_sittings()
    {
        var rows = Rows("0 a", "0 b");
        rows[0] = rows[0] with { Minutes = "30" };

        TreeMoves.Split(rows, 0, 8, () => Guid.CreateVersion7(TestCairn.Monday));

        Assert.True(TreeMoves.IsGroup(rows, 0));
        Assert.Equal("2,7,7,7,7", string.Join(',', rows.Where(row => row.Depth == 1).Select(row => row.Minutes)));
        TreeMoves.Split(rows, 0, 8, () => Guid.CreateVersion7(TestCairn.Monday));
        Assert.Equal(7, rows.Count); // it is one already
    }

    internal static List<TreeRow> Rows(params string[] rows) =>
        [.. rows.Select(row => new TreeRow(Guid.CreateVersion7(TestCairn.Monday), row[0] - '0', row[2..], "5"))];

    internal static string Said(IEnumerable<TreeRow> rows) =>
        string.Join(',', rows.Select(row => $"{row.Depth} {row.Text}"));

    private static List<TreeRow> Tree(Random dice, int count)
    {
        var rows = new List<TreeRow>();
        for (var i = 0; i < count; i++)
        {
            var deepest = i == 0 ? 0 : Math.Min(rows[^1].Depth + 1, TreeMoves.MostDepth - 1);
            rows.Add(new TreeRow(Guid.CreateVersion7(TestCairn.Monday), dice.Next(deepest + 1), $"{i}", "20"));
        }

        return rows;
    }

    private static bool Stands(List<TreeRow> rows) =>
        rows[0].Depth == 0
        && rows.Zip(rows.Skip(1)).All(pair => pair.Second.Depth <= pair.First.Depth + 1 && pair.Second.Depth >= 0)
        && rows.TrueForAll(row => row.Depth < TreeMoves.MostDepth);
}
