using Xunit;

namespace Cairn.Pictures;

public sealed class StoneShapeTests
{
    public static TheoryData<int> All => [.. Enumerable.Range(0, Quarry.Shapes.Count)];

    [Theory, MemberData(nameof(All))]
    public void A_silhouette_is_one_closed_smooth_curve(int shape)
    {
        var path = Quarry.Shapes[shape].Path;
        Assert.StartsWith("M", path, StringComparison.Ordinal);
        Assert.EndsWith("z", path, StringComparison.Ordinal);
        Assert.Equal(1, path.Count(c => c == 'M'));
        Assert.True(path.Length < 140, "A silhouette costs every page that shows it.");
    }

    [Theory, MemberData(nameof(All))]
    public void A_stone_has_stone_between_its_faces_and_ends_in_a_round_edge(int shape)
    {
        var stone = Quarry.Shapes[shape];
        for (var u = -0.9; u <= 0.9; u += 0.05)
        {
            Assert.True(stone.Above(u) + stone.Below(u) > 0.4, $"too thin at {u}");
            Assert.InRange(stone.Above(u), -1.03, 1.03);
            Assert.InRange(stone.Below(u), -1.03, 1.03);
        }
    }

    [Fact]
    public void No_two_silhouettes_are_alike() =>
        Assert.Equal(Quarry.Shapes.Count, Quarry.Shapes.Select(s => s.Path).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void The_first_silhouette_stays_as_it_is_so_that_yesterdays_stones_do() =>
        Assert.Equal(
            "M98 22c-6 9-25 15-49 17s-73 0-97-3-40-9-47-18-6-24 2-34 21-20 44-23 71 0 94 4 34 10 43 20 16 28 10 37z",
            Quarry.Shapes[0].Path
        );
}
