using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Cairn.Harness;
using Cairn.Pictures;
using Xunit;

namespace Cairn.Progress;

public sealed class FieldTests
{
    private const int HeaviestPicture = 80 * 1024;
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void Ten_thousand_wins_are_at_most_eighty_kilobytes_and_none_is_left_out()
    {
        foreach (var (years, areas) in new[] { (1, 3), (5, 3), (5, 7), (12, 7), (27, 2) })
        {
            var view = All(10_000, years, areas);
            var svg = Draw(view, out var stones);

            Assert.InRange(Wire(svg), 1, HeaviestPicture);
            Assert.InRange(stones, 5, 800);
            Assert.Equal(
                10_000,
                view.Piles.Sum(pile => Grains.Merge(pile.Wins, view.Grain).Sum(heap => heap.Wins.Count))
            );
        }
    }

    [Fact]
    public void Few_wins_are_one_stone_each_in_every_picture()
    {
        var view = All(20, 1, 3);
        Draw(view, out var stones);

        Assert.Equal(Grain.Win, view.Grain);
        Assert.Equal(20, stones);
    }

    [Fact]
    public void No_cairn_has_more_stones_than_lie_well()
    {
        var view = All(10_000, 5, 3);

        Assert.All(view.Piles, pile => Assert.InRange(Grains.Merge(pile.Wins, view.Grain).Count, 1, Grains.MostStones));
    }

    [Fact]
    public void The_same_wins_are_the_same_picture() =>
        Assert.Equal(Draw(All(3_000, 3, 3), out _), Draw(All(3_000, 3, 3), out _));

    [Fact]
    public void It_is_well_formed_holds_what_it_refers_to_and_keeps_to_the_policy()
    {
        var svg = XDocument.Parse($"<svg>{Draw(All(2_000, 4, 5), out _)}</svg>");
        var ids = svg.Descendants().Attributes("id").Select(id => id.Value).ToList();
        var used = svg.Descendants()
            .Attributes()
            .Where(a =>
                a.Name.LocalName is "href" && a.Value[0] == '#' || a.Value.StartsWith("url(#", StringComparison.Ordinal)
            )
            .Select(a => a.Value.Trim('#').Replace("url(#", "", StringComparison.Ordinal).TrimEnd(')'));

        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.Empty(used.Except(ids, StringComparer.Ordinal));
        Assert.DoesNotContain(svg.Descendants().Attributes(), a => a.Name.LocalName is "style");
    }

    [Fact]
    public void Stones_stay_within_the_picture()
    {
        foreach (var view in new[] { All(10_000, 5, 3), Month(200), Month(2), Month(0) })
        {
            Field.Of(view.Rows, out var height);
            Assert.InRange(height, 60, 480);
        }
    }

    private static CairnView All(int count, int years, int areas)
    {
        var first = Today.AddYears(-years);
        var days = Today.DayNumber - first.DayNumber;
        return CairnView.Of(Today, Scope.Since(first, Today), [.. Wins(count, first, days, areas)], asList: false);
    }

    private static CairnView Month(int count)
    {
        var scope = Scope.Of(ScopeKind.Month, Today.AddDays(-1));
        return CairnView.Of(Today, scope, [.. Wins(count, scope.First, 28, 3)], asList: false);
    }

    private static IEnumerable<Win> Wins(int count, DateOnly first, int days, int areas) =>
        Enumerable
            .Range(0, count)
            .Select(number =>
            {
                var stone = Stones.One(number);
                var day = first.AddDays((int)((long)number * days / count));
                string[] own = ["health", "work", "personal", "garden", "music", "home", "friends"];
                return new Win(stone.Id, day, TestCairn.Monday, stone.Kind, own[number % areas], $"Walk {number % 50}")
                {
                    Tier = stone.Tier,
                };
            });

    private static string Draw(CairnView view, out int stones)
    {
        var rows = view.Rows;
        stones = rows.Sum(row => row.Sum(site => site?.Stones.Count ?? 0));
        return Field.Of(rows, out _);
    }

    private static long Wire(string svg)
    {
        using var wire = new MemoryStream();
        using (var brotli = new BrotliStream(wire, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(svg));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{svg.Length} characters, {wire.Length} bytes on the wire");
        return wire.Length;
    }
}
