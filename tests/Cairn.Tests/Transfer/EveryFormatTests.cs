using Cairn.Backups;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Transfer;

/// <summary>What holds for every import, into both databases.</summary>
public sealed class EveryFormatTests
{
    private static readonly (string, string)[] Answers = [("zone", "Europe/Berlin"), ("activity:walk", "step")];

    [Theory, EachDatabase]
    public async Task The_same_file_twice_changes_nothing(Database database)
    {
        await using var desk = await Desk.Open(database);
        foreach (var (format, content) in Samples.All)
        {
            using var file = new TemporaryFile(content());

            var first = await desk.Import(file.Path, Answers);
            var facts = await Facts(desk);
            var second = await desk.Import(file.Path, Answers);

            Assert.False(first.IsEmpty, format);
            Assert.True(second.IsEmpty, format);
            Assert.Equal(facts, await Facts(desk));
        }
    }

    [Theory, EachDatabase]
    public async Task A_shorter_export_takes_no_note_away(Database database)
    {
        await using var desk = await Desk.Open(database);
        using var full = new TemporaryFile(Samples.Beaver);
        using var less = new TemporaryFile(
            Samples.Beaver.Replace(",\"text\":\"round the block\"", "", StringComparison.Ordinal)
        );
        await desk.Import(full.Path);

        Assert.True((await desk.Import(less.Path)).IsEmpty);
        Assert.Contains("round the block", (await desk.Db.Entries.AsNoTracking().ToListAsync()).Select(e => e.Note));
    }

    [Theory, EachDatabase]
    public async Task What_was_there_is_copied_first_and_five_copies_stay(Database database)
    {
        await using var desk = await Desk.Open(database);
        var backups = new BackupMaker(desk.Storage, desk.Clock);
        for (var day = 1; day <= 7; day++)
        {
            using var file = new TemporaryFile($"Date,Habit\n2026-03-0{day},Walk\n");
            await desk.Import(file.Path);
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(Math.Min(day - 1, SafetyCopy.Kept), backups.All().Count); // of nothing there is no copy
        }

        var copies = backups.All();
        Assert.Equal(SafetyCopy.Kept, copies.Count);
        Assert.All(copies, copy => Assert.Equal(Occasion.BeforeImport, copy.Occasion));
        Assert.Equal(6, (await backups.Verify(copies[0].Path, CancellationToken.None)).Entries); // before the seventh
    }

    [Theory, EachDatabase]
    public async Task A_table_that_was_written_reads_back(Database database)
    {
        await using var desk = await Desk.Open(database);
        using var file = new TemporaryFile(
            "Date,Habit,Amount,Unit,Note\n2026-03-02,=Walk,20,min,\"a, \"\"b\"\"\"\n2026-03-03,=Walk,5,min,@x\n"
        );
        await desk.Import(file.Path);

        using var csv = new MemoryStream();
        await EntriesCsv.Write(csv, desk.Db, desk.Me, CancellationToken.None);

        var text = System.Text.Encoding.UTF8.GetString(csv.ToArray());
        Assert.Contains("'=Walk", text, StringComparison.Ordinal);
        Assert.Contains("'@x", text, StringComparison.Ordinal);
        var told = Foreign.Tell(csv.ToArray());
        Assert.Equal(["2026-03-02 Won Target 20 a, \"b\"", "2026-03-03 Won Floor 5 '@x"], told.Goals[0].Days());
    }

    private static async Task<List<(Guid, Guid?, Outcome, double?, string?)>> Facts(Desk desk) =>
        [
            .. (await desk.Db.Entries.AsNoTracking().OrderBy(e => e.Id).ToListAsync()).Select(e =>
                (e.Id, e.SupersededBy, e.Outcome, e.Amount, e.Note)
            ),
        ];
}
