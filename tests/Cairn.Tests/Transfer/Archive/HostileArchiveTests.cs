using System.IO.Compression;
using System.Text;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Harness;
using Xunit;

namespace Cairn.Transfer.Archive;

[InAnyZone]
public sealed class HostileArchiveTests : IDisposable
{
    private static readonly Guid Goal = Id(1);
    private static readonly Guid Step = Id(2);
    private static readonly DateOnly Day = new(2026, 3, 2);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-hostile-");

    private string File => Path.Combine(folder.FullName, "a.zip");

    [Fact]
    public void A_true_archive_is_read()
    {
        Write(Facts());
        Assert.Single(ArchiveFile.Read(File).Entries);
    }

    [Theory]
    [InlineData("cairn.json", "\"version\":2", "\"version\":3", "version 3")]
    [InlineData("cairn.json", "\"version\":2", "\"version\":2,\"mood\":3", "newer Cairn")]
    [InlineData("entries.json", "\"day\":", "\"mood\":3,\"day\":", "newer Cairn")]
    [InlineData("entries.json", "\"Won\"", "\"Lost\"", "damaged")]
    [InlineData("entries.json", "\"floor\":1", "\"floor\":-1", "cannot be")]
    [InlineData("entries.json", "\"floor\":1", "\"floor\":1e999", "")]
    [InlineData("entries.json", "2026-03-02", "2026-02-30", "damaged")]
    [InlineData("entries.json", "2026-03-02", "2020-01-01", "cannot be")]
    [InlineData("entries.json", "[", "", "damaged")]
    [InlineData("goals.json", "[", "null", "damaged")]
    [InlineData("goals.json", "Move", "Mo\\u0000ve", "do not fit")]
    [InlineData("goals.json", "Move", "Mo\\ud800ve", "")]
    [InlineData("goals.json", "\"title\":\"Move\"", "\"title\":null", "damaged")]
    [InlineData("step-versions.json", "\"stated\":10", "\"stated\":0", "cannot be")]
    [InlineData("steps.json", "00000001", "00000009", "has no goal")]
    [InlineData("day-words.json", "\"Report\"", "\"Noticed\"", "cannot be")]
    [InlineData("day-words.json", "\"Rough\"", "\"Awful\"", "damaged")]
    [InlineData("plans.json", "\"depth\":0", "\"depth\":-1", "cannot be")]
    [InlineData("plans.json", "\"kind\":\"Tasks\"", "\"kind\":\"Wishes\"", "damaged")]
    [InlineData("plans.json", "\"minutes\":20", "\"minutes\":0", "cannot be")]
    [InlineData("plans.json", "\"number\":1", "\"number\":0", "cannot be")]
    [InlineData("cairn.json", "Europe/Berlin", "Mars/Olympus", "time zone")]
    public void An_edited_archive_is_refused_in_a_sentence(string part, string text, string instead, string because)
    {
        Write(Facts());
        Edit(part, content => content.Replace(text, instead, StringComparison.Ordinal));
        Refused(because);
    }

    [Fact]
    public void Two_entries_that_both_count_are_refused()
    {
        var facts = Facts();
        Write(facts with { Entries = [facts.Entries[0], facts.Entries[0] with { Id = Id(9) }] });
        Refused("two entries count");
    }

    [Fact]
    public void A_strange_file_in_it_is_refused()
    {
        Write(Facts());
        using (var zip = ZipFile.Open(File, ZipArchiveMode.Update))
        {
            zip.CreateEntry("../../etc/passwd");
        }

        Refused("not a Cairn archive");
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_fills_the_memory()
    {
        Write(Facts());
        using (var zip = ZipFile.Open(File, ZipArchiveMode.Update))
        {
            zip.GetEntry("entries.json")!.Delete();
            using var stream = zip.CreateEntry("entries.json", CompressionLevel.Fastest).Open();
            stream.WriteByte((byte)'[');
            var blank = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
            for (var megabytes = 0; megabytes <= ArchiveFile.MostBytesOfOnePart / blank.Length; megabytes++)
            {
                stream.Write(blank);
            }
        }

        Assert.True(new FileInfo(File).Length < 10_000_000);
        Refused("unpacks to more");
    }

    [Fact]
    public void A_table_of_contents_without_end_is_not_read()
    {
        using (var zip = ZipFile.Open(File, ZipArchiveMode.Create))
        {
            for (var i = 0; i < 20_000; i++)
            {
                zip.CreateEntry(new string('a', 40) + i);
            }
        }

        Refused("nothing that Cairn can read");
    }

    [Fact]
    public void A_damaged_archive_never_ends_in_anything_but_a_sentence()
    {
        Write(Facts());
        var whole = System.IO.File.ReadAllBytes(File);
        var rounds = LongRun.IsOn ? 100_000 : 500;
        for (var round = 0; round < rounds; round++)
        {
            var random = new Random(round);
            var bytes = (byte[])whole.Clone();
            for (var i = random.Next(1, 8); i > 0; i--)
            {
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            }

            System.IO.File.WriteAllBytes(File, random.Next(6) == 0 ? bytes[..random.Next(5, bytes.Length)] : bytes);
            try
            {
                TransferFile.Read(File);
            }
            catch (UnusableFileException refusal)
            {
                Assert.DoesNotContain('\n', refusal.Message);
            }
            catch (Exception error)
            {
                Assert.Fail($"Round {round}: {error}");
            }
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Refused(string because)
    {
        var refusal = Assert.Throws<UnusableFileException>(() => TransferFile.Read(File));
        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
    }

    private void Write(ArchiveFacts facts)
    {
        using var stream = System.IO.File.Create(File);
        ArchiveFile.Write(stream, facts);
    }

    private void Edit(string part, Func<string, string> change)
    {
        using var zip = ZipFile.Open(File, ZipArchiveMode.Update);
        using var stream = zip.GetEntry(part)!.Open();
        using var reader = new StreamReader(stream);
        var before = reader.ReadToEnd();
        var after = change(before);
        Assert.NotEqual(before, after);
        stream.SetLength(0);
        stream.Write(Encoding.UTF8.GetBytes(after));
    }

    private static ArchiveFacts Facts() =>
        new(
            new(
                "cairn-archive",
                ArchiveHead.NewestVersion,
                Desk.Noon,
                new("Europe/Berlin", new(4, 0), null, Dial.Steady, Desk.Noon)
            ),
            [new(Goal, "Move", null, Areas.Health, Desk.Noon, null)],
            [new(Step, Goal, StepKind.Practice, 0, Desk.Noon, null)],
            [new(Step, 1, Day, "Walk", "min", Scale.Minutes, 10, 1, null, null, null, 1, 1, false, Desk.Noon)],
            [new(Id(3), Step, Day, 10, 8, Desk.Noon)],
            [
                new(
                    Id(4),
                    Step,
                    Day,
                    "Europe/Berlin",
                    Desk.Noon,
                    Outcome.Won,
                    Tier.Target,
                    null,
                    false,
                    MissReason.None,
                    null,
                    new(1, 5, 10, .97, .9, .5),
                    null,
                    null
                ),
            ],
            [new(Id(5), WordKind.Report, Day, "Europe/Berlin", Desk.Noon, Feel: DayFeel.Rough)],
            new(
                [new(Goal, 1, Day, "Walk", null, Areas.Health, GoalState.Open, Desk.Noon, null)],
                [new(Goal, OutlineKind.Tasks, 1, [new(Id(6), 0, "Pack", 5)], Desk.Noon)],
                [new(Id(7), 1, Day, "Morning", [Step], 20, false, Desk.Noon, null)]
            )
        );

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
