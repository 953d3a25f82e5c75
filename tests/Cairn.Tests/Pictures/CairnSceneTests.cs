using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Cairn.Pictures;

public sealed class CairnSceneTests
{
    [Fact]
    public async Task A_week_of_stones_stays_small_on_the_wire()
    {
        var bytes = Encoding.UTF8.GetBytes(await Scene(Stones.Week(4, 4, 4, 4, 4, 4, 4)));
        using var wire = new MemoryStream();
        await using (var brotli = new BrotliStream(wire, CompressionLevel.Optimal, leaveOpen: true))
        {
            await brotli.WriteAsync(bytes, TestContext.Current.CancellationToken);
        }

        Assert.InRange(bytes.Length, 1, 10_500);
        Assert.InRange(wire.Length, 1, 2_800);
    }

    [Fact]
    public async Task It_is_one_image_with_a_name_and_every_stone_says_what_it_was()
    {
        var svg = XDocument.Parse(await Scene(Stones.Week(2, 0, 3, 5))).Root!;
        Assert.Equal("img", svg.Attribute("role")?.Value);
        Assert.Equal("5 stones today", svg.Attribute("aria-label")?.Value);
        Assert.Equal(10, svg.Descendants().Count(e => e.Name.LocalName == "title"));
    }

    [Fact]
    public async Task It_holds_to_a_strict_content_security_policy()
    {
        var svg = XDocument.Parse(await Scene(Stones.Week(3, 0, 9)));
        Assert.DoesNotContain(
            svg.Descendants(),
            e => e.Name.LocalName is "style" or "script" or "image" or "foreignObject"
        );
        Assert.DoesNotContain(
            svg.Descendants().Attributes(),
            a => a.Name.LocalName is "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(40)]
    public async Task Everything_it_refers_to_is_there_once(int stones)
    {
        var svg = XDocument.Parse(await Scene(Stones.Week(2, stones)));
        var ids = svg.Descendants().Attributes("id").Select(a => a.Value).ToArray();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        var used = svg.Descendants()
            .Attributes("href")
            .Select(a => a.Value[1..])
            .Concat(
                svg.Descendants()
                    .Attributes("fill")
                    .Where(a => a.Value.StartsWith("url(#", StringComparison.Ordinal))
                    .Select(a => a.Value[5..^1])
            );
        Assert.Empty(used.Except(ids, StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_empty_day_shows_where_its_first_stone_will_lie()
    {
        Assert.Contains("first-place", await Scene(Stones.Week(3, 0)), StringComparison.Ordinal);
        Assert.DoesNotContain("first-place", await Scene(Stones.Week(0, 1)), StringComparison.Ordinal);
        Assert.Contains("first-place", await Scene([]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_stone_that_was_just_won_moves()
    {
        var days = Stones.Week(2, 3);
        var svg = XDocument.Parse(await Scene(days, days[^1].Stones[^1].Id));
        Assert.Single(svg.Descendants(), e => e.Attribute("class")?.Value == "landing");
    }

    [Fact]
    public async Task What_a_person_wrote_is_text_and_nothing_else()
    {
        var stone = Stones.One(1) with { Label = "<b onclick=\"x\">Gemüse & Obst</b>" };
        var svg = XDocument.Parse(await Scene([new(new DateOnly(2026, 11, 1), [stone])]));
        Assert.Equal(stone.Label, Assert.Single(svg.Descendants(), e => e.Name.LocalName == "title").Value);
    }

    [Fact]
    public async Task Every_class_it_uses_has_a_style_that_reaches_it()
    {
        var css = await File.ReadAllTextAsync(
            Source.Of("Pictures", "Pictures.css"),
            TestContext.Current.CancellationToken
        );
        var svg = XDocument.Parse(await Scene(Stones.Week(0, 9, 0)));
        var classes = svg.Root!.Elements()
            .DescendantsAndSelf()
            .Attributes("class")
            .SelectMany(a => a.Value.Split(' '))
            .Distinct(StringComparer.Ordinal);

        // Copies made by <use> live outside the scene for a stylesheet: theirs begin with c- and stand alone.
        var unstyled = classes.Where(c =>
            c.StartsWith("c-", StringComparison.Ordinal)
                ? !css.Contains($"\n.{c} ", StringComparison.Ordinal)
                : !css.Contains($".cairn-scene .{c} ", StringComparison.Ordinal)
                    && !css.Contains($".cairn-scene .{c},", StringComparison.Ordinal)
                    && !css.Contains($".cairn-scene stop.{c} ", StringComparison.Ordinal)
        );
        Assert.Empty(unstyled);
    }

    [Fact]
    public async Task Days_are_drawn_from_far_to_near_and_an_empty_day_is_simply_path()
    {
        var with = await Scene(Stones.Week(2, 0, 3));
        Assert.Equal(2, with.Split("<g data-ago=").Length - 1);
    }

    private static async Task<string> Scene(IReadOnlyList<Pile> days, Guid? landing = null)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    [nameof(CairnScene.Days)] = days,
                    [nameof(CairnScene.Label)] = $"{(days is [.., var today] ? today.Stones.Count : 0)} stones today",
                    [nameof(CairnScene.Landing)] = landing,
                }
            );
            return (await renderer.RenderComponentAsync<CairnScene>(parameters)).ToHtmlString();
        });
    }
}
