using System.Diagnostics;
using Cairn.Api;
using Cairn.Backups;
using Cairn.Harness;
using Cairn.Transfer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Data;

/// <summary>A full disk, a folder that may only be read, a database that another program holds, a clock that jumps: a sentence, nothing lost, and it passes.</summary>
[InAnyZone]
public sealed class StoreTroubleTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-trouble-");

    [Fact]
    public async Task A_full_disk_gets_a_sentence_and_nothing_is_lost()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.UserName == "root",
            "Only root can mount the small disk that this fills."
        );
        Assert.SkipUnless(
            Run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder.FullName),
            "Nothing can be mounted here."
        );
        try
        {
            await using (var cairn = await TestCairn.Start(await OnTheDisk(), Desk.Noon))
            {
                var storage = cairn.Storage;
                using var visitor = cairn.Visit();
                await visitor.Begin();
                await Say(visitor, "before");
                using var program = cairn.Program(await cairn.MakeKey());
                await program.Read("today");
                var filler = Path.Combine(storage.Folder, "filler");
                Fill(filler);

                var before = await Words(cairn);
                for (var time = 0; time < 200 && (int)visitor.Status != 503; time++)
                {
                    before = await Words(cairn);
                    await Say(visitor, new string('w', 400));
                }

                Assert.Equal(503, (int)visitor.Status);
                Assert.Contains("There is no room left", visitor.Text, StringComparison.Ordinal);
                using var told = await program.Send(
                    HttpMethod.Post,
                    "actions",
                    new { kind = "noticed", text = new string('w', 400) },
                    Guid.CreateVersion7(cairn.Clock.GetUtcNow())
                );
                Assert.Equal(503, (int)told.StatusCode);
                Assert.Contains(
                    "There is no room left",
                    (string)(await told.Json())!["detail"]!,
                    StringComparison.Ordinal
                );
                Assert.Equal(before, await Words(cairn));
                var refusal = await Assert.ThrowsAsync<BackupException>(() =>
                    new BackupMaker(storage, cairn.Clock).Make(Occasion.ByHand, CancellationToken.None)
                );
                Assert.Contains("No backup could be made", refusal.Message, StringComparison.Ordinal);

                File.Delete(filler);
                await Say(visitor, "after");
                Assert.Equal(200, (int)visitor.Status);
                Assert.Equal(before + 1, await Words(cairn));
                Assert.Equal("ok", await Integrity(cairn));
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Run("umount", "-l", folder.FullName);
        }
    }

    [Fact]
    public async Task A_disk_that_may_only_be_read_gets_a_sentence_and_nothing_is_lost()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.UserName == "root",
            "Only root can mount the disk that is made unwritable."
        );
        Assert.SkipUnless(
            Run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder.FullName),
            "Nothing can be mounted here."
        );
        try
        {
            var storage = await OnTheDisk();
            Assert.True(Run("mount", "-o", "remount,ro", folder.FullName));
            await using (var db = Db(storage))
            {
                var problem = await Store.Open(storage, db, CancellationToken.None);
                Assert.Contains("cannot be written to", problem, StringComparison.Ordinal);
            }

            Assert.True(Run("mount", "-o", "remount,rw", folder.FullName));
            await using var again = Db(storage);
            Assert.Null(await Store.Open(storage, again, CancellationToken.None));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Run("umount", "-l", folder.FullName);
        }
    }

    [Fact]
    public async Task A_database_that_another_program_holds_gets_a_sentence_and_is_free_again_later()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await using (var other = new SqliteConnection(cairn.Storage.SqliteConnection() + ";Pooling=False"))
        {
            await other.OpenAsync();
            await using var hold = other.BeginTransaction();
            await using var command = other.CreateCommand();
            command.CommandText = "UPDATE \"People\" SET \"Zone\" = \"Zone\"";
            await command.ExecuteNonQueryAsync();

            await Say(visitor, "while it is held");

            Assert.Equal(503, (int)visitor.Status);
            Assert.Contains("Another program holds on to the database", visitor.Text, StringComparison.Ordinal);
            await hold.RollbackAsync();
        }

        await Say(visitor, "afterwards");
        Assert.Equal(200, (int)visitor.Status);
        Assert.Equal(1, await Words(cairn));
    }

    [Fact]
    public async Task Whoever_is_signed_in_reads_on_while_nothing_can_be_written()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = await cairn.SignIn(await cairn.BecomesShared());
        cairn.Clock.Advance(TimeSpan.FromHours(2)); // that they were here would be written down by now
        await using var other = new SqliteConnection(cairn.Storage.SqliteConnection() + ";Pooling=False");
        await other.OpenAsync();
        await using var hold = other.BeginTransaction(deferred: false);

        await visitor.Open("/goals");

        Assert.Equal(200, (int)visitor.Status);
    }

    [Theory, EachDatabase]
    public async Task A_clock_that_jumps_back_an_hour_loses_and_doubles_nothing(Database database)
    {
        var id = Guid.CreateVersion7(Desk.Noon);
        var cairn = await TestCairn.Start(database, Desk.Noon);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await Say(visitor, "at noon", id);

        await using var earlier = await cairn.Restart(TimeSpan.FromHours(-1));
        await Say(visitor, "at noon", id); // the same word once more
        await Say(visitor, "an hour before");
        await visitor.Open("/");

        Assert.Equal(200, (int)visitor.Status);
        Assert.Equal(2, await Words(earlier));
        var made = await new BackupMaker(earlier.Storage, earlier.Clock).Make(Occasion.Nightly, CancellationToken.None);
        Assert.Equal(1, made.Contents.People);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<Storage> OnTheDisk()
    {
        var storage = new Storage { Folder = Path.Combine(folder.FullName, "data"), MakesNightlyBackups = false };
        var template = await FreshStore.Of(Database.Sqlite);
        Directory.CreateDirectory(storage.Folder);
        File.Copy(template.SqliteFile, storage.SqliteFile);
        FreshStore.Remove(template);
        return storage;
    }

    private static SqliteDb Db(Storage storage) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(storage.SqliteConnection()).Options);

    private static Task Say(Visitor visitor, string text, Guid? id = null) =>
        visitor.Post(
            "/act/noticed",
            new() { ["id"] = $"{id ?? new Guid(Interlocked.Increment(ref said), 7, 7, new byte[8])}", ["text"] = text }
        );

    private static int said;

    private static Task<int> Words(TestCairn cairn) => cairn.Look(db => db.DayWords.CountAsync());

    private static Task<string> Integrity(TestCairn cairn) =>
        cairn.Look(db =>
            db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync()
        );

    /// <summary>To the last block.</summary>
    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 64 * 1024, 4096 })
        {
            try
            {
                for (var block = new byte[size]; ; )
                {
                    file.Write(block);
                }
            }
            catch (IOException)
            {
                // full
            }
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
