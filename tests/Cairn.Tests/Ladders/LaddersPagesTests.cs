using System.Net;
using AngleSharp.Dom;
using Cairn.Data;
using Cairn.Harness;
using Xunit;

namespace Cairn.Ladders;

[InAnyZone]
public sealed class LaddersPagesTests
{
    private const string Own = "health/tea-with-a-neighbour.yaml";

    [Fact]
    public async Task Each_area_can_be_looked_through_and_each_ladder_opened()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();

        await visitor.Open("/ladders");
        Assert.Empty(visitor.Page.QuerySelectorAll(".ladder"));
        foreach (var area in Areas.Given)
        {
            await visitor.Open($"/ladders?area={area}");
            Assert.True(visitor.Page.QuerySelectorAll("a.ladder").Length >= 40, area);
        }

        foreach (var ladder in Library.Ours.All)
        {
            await visitor.Open($"/ladders/{ladder.Id}");
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            Assert.Equal(ladder.Rungs.Count, visitor.Page.QuerySelectorAll(".rungs li").Length);
            Assert.Equal(
                ladder.Safety is not null,
                visitor.Page.QuerySelector(".mind")?.TextContent.Contains(ladder.Safety!.En, StringComparison.Ordinal)
                    ?? false
            );
        }
    }

    [Theory]
    [InlineData("/ladders/nothing")]
    [InlineData("/ladders/..%2F..%2Fetc")]
    public async Task What_is_not_there_is_not_there(string path)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();

        await visitor.Open(path);

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Fact]
    public async Task What_is_searched_for_stays_in_the_field_as_typed()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();

        await visitor.Open("/ladders?q=" + Uri.EscapeDataString("<script>laundry</script> \"שלום\""));

        Assert.Equal("<script>laundry</script> \"שלום\"", visitor.Page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Empty(visitor.Page.QuerySelectorAll("main script"));
        Assert.Contains("Laundry", visitor.Page.QuerySelector("a.ladder")!.TextContent, StringComparison.Ordinal);

        await visitor.Open("/ladders?q=" + new string('x', 2_000));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("Your own words are just as good", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_ladder_may_itself_become_the_goal(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();

        await visitor.Open("/ladders/drawing");
        await visitor.Press("ladder", "drawing");

        Assert.Equal("Drawing and painting", visitor.Page.QuerySelector("#name")!.GetAttribute("value"));
        await visitor.Press();
        Assert.EndsWith("/sure", visitor.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hosts_own_ladders_are_found_beside_ours_and_a_faulty_one_is_left_out()
    {
        var data = Directory.CreateTempSubdirectory("cairn-own-ladders-").FullName;
        var text = await File.ReadAllTextAsync(Path.Combine(Library.FolderOfFiles, "health", "short-walk.yaml"));
        Put(
            data,
            Own,
            text.Replace("id: short-walk", "id: tea-with-a-neighbour", StringComparison.Ordinal)
                .Replace("A short walk", "Tea next door", StringComparison.Ordinal)
        );
        Put(data, "health/faulty.yaml", "id: faulty");
        Put(data, "health/short-walk.yaml", text);
        Put(data, "notes.txt", "not a ladder");

        await using var cairn = await TestCairn.Start(new Storage { Folder = data }, TestCairn.Monday);
        using var visitor = cairn.Visit();
        await visitor.Open("/ladders?q=tea+next+door");
        Assert.Contains("Tea next door", visitor.Page.QuerySelector("a.ladder")!.TextContent, StringComparison.Ordinal);
        await visitor.Open("/ladders/faulty");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);

        var faults = LadderLibrary.With(Path.Combine(data, "ladders")).Faults;
        Assert.Contains(faults, fault => fault.StartsWith("health/faulty.yaml, line 1: ", StringComparison.Ordinal));
        Assert.Contains(
            faults,
            fault => fault.StartsWith("health/short-walk.yaml: there is", StringComparison.Ordinal)
        );
        Assert.Contains(faults, fault => fault.StartsWith("notes.txt: ", StringComparison.Ordinal));
    }

    private static void Put(string data, string place, string text)
    {
        var path = Path.Combine(data, "ladders", place);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
