using System.IO.Compression;
using System.Text;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Transfer;

/// <summary>Files made to hurt: each gets one sentence or is read with what is wrong left out.</summary>
[InAnyZone]
public sealed class HostileTextTests
{
    [Fact]
    public void Json_deeper_than_any_diary() => Refused("damaged", "{\"habits\":" + new string('[', 100_000));

    [Fact]
    public void Json_that_ends_early() => Refused("damaged", Samples.Beaver[..^5]);

    [Fact]
    public void Json_of_something_else() => Refused("nothing that Cairn can read", """{"weather":[1,2,3]}""");

    [Fact]
    public void A_text_larger_than_a_diary() => Refused("larger than", new string('a', StrangerTable.MostBytes + 1));

    [Fact]
    public void A_quote_that_never_ends() =>
        Refused("never ends", "Date,Habit\n2026-03-02,\"" + new string('x', 5_000_000));

    [Fact]
    public void A_table_of_commas() =>
        Refused("far more cells", string.Concat(Enumerable.Repeat(new string(',', 900) + "x\n", 5000)));

    [Fact]
    public void A_zip_that_unpacks_without_end()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("Habits.csv", CompressionLevel.Fastest).Open();
            var blank = new byte[1024 * 1024];
            for (var megabytes = 0; megabytes < 200; megabytes++)
            {
                part.Write(blank);
            }
        }

        Assert.Contains(
            "unpacks to more",
            Assert.Throws<UnusableFileException>(() => Foreign.Tell(bytes.ToArray())).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Ten_thousand_habits_of_one_name_are_told_apart_quickly()
    {
        var text = new StringBuilder("{\"habits\":[");
        text.AppendJoin(',', Enumerable.Repeat("{\"name\":\"Walk\",\"records\":[]}", 10_000)).Append("]}");

        Assert.Equal(10_000, Foreign.Tell(text.ToString()).Goals.Count);
        Refused(
            "More than 10000",
            text.Replace("]}", ",{\"name\":\"x\",\"records\":[]}]}", text.Length - 2, 2).ToString()
        );
    }

    [Fact]
    public void A_flood_of_rows_about_one_day_stays_one_day()
    {
        var text = new StringBuilder("{\"habits\":[{\"name\":\"Walk\",\"records\":[");
        text.AppendJoin(
            ',',
            Enumerable.Range(0, 200_000).Select(i => $"{{\"day\":\"2026-03-02\",\"done\":true,\"text\":\"{i}\"}}")
        );

        var told = Foreign.Tell(text.Append("]}]}").ToString());

        Assert.Single(told.Goals[0].Steps[0].Entries);
        Assert.Equal(10_001, told.Skipped.Count);
    }

    [Fact]
    public void Script_and_formulas_stay_text()
    {
        var told = Foreign.Tell(
            """{"habits":[{"name":"<script>alert(1)</script>","records":[{"day":"2026-03-02","done":true,"text":"=1+1"}]}]}"""
        );

        Assert.Equal("<script>alert(1)</script>", told.Goals[0].Title);
        Assert.Equal(["2026-03-02 Won Target =1+1"], told.Goals[0].Days());
    }

    [Theory, EachDatabase]
    public async Task Nothing_changes_where_a_file_is_refused_or_a_question_is_open(Database database)
    {
        await using var desk = await Desk.Open(database);
        foreach (var content in new[] { Samples.Beaver[..^5], Samples.HabitTrove })
        {
            using var file = new TemporaryFile(content);
            try
            {
                Assert.True((await desk.Import(file.Path)).IsOpen);
            }
            catch (UnusableFileException) { }
        }

        Assert.Equal(0, await desk.Db.Goals.CountAsync() + await desk.Db.Entries.CountAsync());
        Assert.False(Directory.Exists(desk.Storage.BackupFolder));
    }

    private static void Refused(string because, string text)
    {
        var refusal = Assert.Throws<UnusableFileException>(() => Foreign.Tell(text));
        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }
}
