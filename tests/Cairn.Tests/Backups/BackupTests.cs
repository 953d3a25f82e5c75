using Cairn.Data;
using Cairn.Demo;
using Cairn.Harness;
using Cairn.Transfer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Cairn.Backups;

public sealed class BackupTests : IDisposable
{
    private const string Secret = "a passphrase of some length";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-backup-");

    [Theory, EachDatabase]
    public async Task What_is_put_back_is_what_was_there_and_what_was_there_since_is_kept(Database database)
    {
        await using var desk = await Desk.Open(database);
        await Live(desk, people: 2);
        var before = await Everything.In(desk.Db);
        var (backup, held) = await Maker(desk).Make(Occasion.ByHand, CancellationToken.None);
        await desk.Db.DayWords.ExecuteDeleteAsync();
        await desk.Db.Entries.ExecuteDeleteAsync();
        var since = await Everything.In(desk.Db);
        LetGo(desk);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));

        var done = await new Restoring(desk.Storage, desk.Clock).From(backup.Path, CancellationToken.None);

        Assert.Equal(before, await Everything.In(desk.Db));
        Assert.Equal((2, held.Entries), (done.Contents.People, done.Contents.Entries));
        Assert.True(held.Entries > 300);
        LetGo(desk);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await new Restoring(desk.Storage, desk.Clock).From(done.Kept!, CancellationToken.None);
        Assert.Equal(since, await Everything.In(desk.Db));
        Assert.DoesNotContain(
            Directory.GetFiles(desk.Storage.Folder),
            file => file.Contains(".coming", StringComparison.Ordinal)
        );
    }

    [Theory, EachDatabase]
    public async Task A_backup_of_the_other_database_is_put_back_as_well(Database database)
    {
        await using var desk = await Desk.Open(database);
        await Live(desk);
        var (backup, _) = await Maker(desk).Make(Occasion.ByHand, CancellationToken.None);
        if (database == Database.Postgres)
        {
            await using var other = await Desk.Open(Database.Sqlite);
            LetGo(other);
            await new Restoring(other.Storage, other.Clock).From(backup.Path, CancellationToken.None);
            Assert.Equal(await Texts(desk), await Texts(other));
        }
        else if (PostgresCluster.IsHere && Environment.GetEnvironmentVariable("CAIRN_DATABASE") != "sqlite")
        {
            await using var other = await Desk.Open(Database.Postgres);
            await new Restoring(other.Storage, other.Clock).From(backup.Path, CancellationToken.None);
            Assert.Equal(await Texts(desk), await Texts(other));
        }
    }

    [InAnyZone, Fact]
    public async Task A_sealed_backup_opens_with_its_key_only_and_holds_no_readable_word()
    {
        await using var desk = await Desk.Open(Database.Sqlite);
        await Live(desk);
        var sealing = new BackupMaker(desk.Storage with { BackupKey = Key(Secret) }, desk.Clock);

        var (backup, held) = await sealing.Make(Occasion.Nightly, CancellationToken.None);

        Assert.True(backup.IsSealed);
        Assert.Equal(held, await sealing.Verify(backup.Path, CancellationToken.None));
        var content = await File.ReadAllBytesAsync(backup.Path);
        Assert.True(content.AsSpan().IndexOf("SQLite format"u8) < 0);
        Assert.True(content.AsSpan().IndexOf(new byte[] { 0x1F, 0x8B, 8, 0, 0, 0 }) < 0);
        var other = new BackupMaker(desk.Storage with { BackupKey = Key(Secret + "!") }, desk.Clock);
        await Refused(() => other.Verify(backup.Path, CancellationToken.None), BackupsWords.SealBroken);
        await Refused(() => Maker(desk).Verify(backup.Path, CancellationToken.None), BackupsWords.NeedsKey);
    }

    [InAnyZone, Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_is_changed_in_a_backup_it_is_refused_with_a_sentence(bool isSealed)
    {
        await using var desk = await Desk.Open(Database.Sqlite);
        await Live(desk);
        var storage = desk.Storage with { BackupKey = isSealed ? Key(Secret) : null };
        var maker = new BackupMaker(storage, desk.Clock);
        var whole = await File.ReadAllBytesAsync(
            (await maker.Make(Occasion.ByHand, CancellationToken.None)).Backup.Path
        );
        var broken = Path.Combine(folder.FullName, "broken");
        var random = new Random(7);

        for (var round = 0; round < (isSealed ? 6 : 30); round++)
        {
            var changed = (byte[])whole.Clone();
            // the first ten bytes of a gzip say when and on what it was packed, and nothing of what is in it
            changed[random.Next(isSealed ? 0 : 10, whole.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(broken, changed);
            await Refused(() => maker.Verify(broken, CancellationToken.None));
        }

        foreach (var length in new[] { 0, 1, 20, whole.Length / 2, whole.Length - 4, whole.Length - 1 })
        {
            await File.WriteAllBytesAsync(broken, whole[..length]);
            await Refused(() => maker.Verify(broken, CancellationToken.None));
        }

        var before = await Everything.In(desk.Db);
        LetGo(desk);
        await Refused(() => new Restoring(storage, desk.Clock).From(broken, CancellationToken.None));
        Assert.Equal(before, await Everything.In(desk.Db));
    }

    [InAnyZone, Fact]
    public async Task Nothing_is_put_back_under_a_Cairn_that_is_open()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var maker = new BackupMaker(cairn.Storage, cairn.Clock);
        var (backup, _) = await maker.Make(Occasion.ByHand, CancellationToken.None);
        var before = await cairn.Look(db => Everything.In(db));
        using (var pooled = new SqliteConnection(cairn.Storage.SqliteConnection()))
        {
            SqliteConnection.ClearPool(pooled); // as after some idle minutes
        }

        await Refused(
            () => new Restoring(cairn.Storage, cairn.Clock).From(backup.Path, CancellationToken.None),
            BackupsWords.InUse
        );

        Assert.Equal(before, await cairn.Look(db => Everything.In(db)));
        await visitor.Open("/");
        Assert.Equal(200, (int)visitor.Status);
    }

    [Fact]
    public async Task A_damaged_store_is_told_of_its_last_backup_and_comes_back_from_it()
    {
        await using var desk = await Desk.Open(Database.Sqlite);
        await Live(desk);
        var before = await Everything.In(desk.Db);
        await Maker(desk).Make(Occasion.Nightly, CancellationToken.None);
        LetGo(desk);
        await File.WriteAllTextAsync(desk.Storage.SqliteFile, "not a database at all");

        var problem = await OpenStore.Open(desk.Storage, desk.Db, desk.Clock, CancellationToken.None);
        Assert.Contains(
            "The last backup is of 2026-03-10 11:00 UTC: “cairn restore”",
            problem,
            StringComparison.Ordinal
        );

        var done = await new Restoring(desk.Storage, desk.Clock).From(
            Maker(desk).All()[0].Path,
            CancellationToken.None
        );
        Assert.Equal("not a database at all", await File.ReadAllTextAsync(done.Kept!));
        Assert.Null(await OpenStore.Open(desk.Storage, desk.Db, desk.Clock, CancellationToken.None));
        Assert.Equal(before, await Everything.In(desk.Db));
    }

    [Theory, EachDatabase]
    public async Task A_store_of_an_earlier_version_is_copied_first_and_every_fact_of_it_stays(Database database)
    {
        await using var desk = await Desk.Open(database);
        await Live(desk);
        var migrator = desk.Db.GetService<IMigrator>();
        var earlier = desk
            .Db.Database.GetMigrations()
            .First(name => name.EndsWith("_CheckIns", StringComparison.Ordinal));
        await desk.Db.Beliefs.ExecuteDeleteAsync(); // derived, and made anew
        await migrator.MigrateAsync(earlier);
        var columns = await Everything.Columns(desk.Db);
        var before = await Everything.In(desk.Db, columns);

        Assert.Null(await OpenStore.Open(desk.Storage, desk.Db, desk.Clock, CancellationToken.None));

        Assert.True(before.Count > 300);
        Assert.Equal(before, await Everything.In(desk.Db, columns));
        var copy = Assert.Single(Maker(desk).All());
        Assert.Equal(Occasion.BeforeUpgrade, copy.Occasion);
        var held = await Maker(desk).Verify(copy.Path, CancellationToken.None);
        Assert.True(held.IsOlder);
        Assert.EndsWith("_CheckIns", held.Version, StringComparison.Ordinal);
        LetGo(desk);
        await new Restoring(desk.Storage, desk.Clock).From(copy.Path, CancellationToken.None);
        Assert.Equal(before, await Everything.In(desk.Db, columns));
    }

    [Fact]
    public async Task Without_a_copy_first_nothing_is_upgraded()
    {
        await using var desk = await Desk.Open(Database.Sqlite);
        var earlier = desk
            .Db.Database.GetMigrations()
            .First(name => name.EndsWith("_CheckIns", StringComparison.Ordinal));
        await desk.Db.GetService<IMigrator>().MigrateAsync(earlier);
        await File.WriteAllTextAsync(desk.Storage.BackupFolder, "a file where the folder should be");

        var problem = await OpenStore.Open(desk.Storage, desk.Db, desk.Clock, CancellationToken.None);

        Assert.Contains("not brought up to this one. No backup could be made", problem, StringComparison.Ordinal);
        Assert.Equal(earlier, (await desk.Db.Database.GetAppliedMigrationsAsync()).Last());
    }

    [InAnyZone, Fact]
    public void Both_databases_take_the_same_steps_so_that_a_backup_fits_both()
    {
        using var sqlite = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite().Options);
        using var postgres = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql().Options);

        Assert.Equal(Names(sqlite), Names(postgres));

        static List<string> Names(CairnDb db) => [.. db.Database.GetMigrations().Select(name => name.Split('_', 2)[1])];
    }

    [InAnyZone, Fact]
    public async Task Only_its_owner_may_read_a_backup_and_nothing_is_left_beside_it()
    {
        await using var desk = await Desk.Open(Database.Sqlite);

        var (backup, _) = await Maker(desk).Make(Occasion.ByHand, CancellationToken.None);

        Assert.Equal([backup.Path], Directory.GetFiles(desk.Storage.BackupFolder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup.Path));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(desk.Storage.BackupFolder)
            );
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task Live(Desk desk, int people = 1)
    {
        var demo = new DemoPeople(desk.Db, desk.Cairn.Gate, desk.Clock);
        await demo.Write(people, 1, 3, null, _ => { }, CancellationToken.None);
    }

    private static BackupMaker Maker(Desk desk) => new(desk.Storage, desk.Clock);

    /// <summary>As when the program has ended.</summary>
    private static void LetGo(Desk desk)
    {
        using var pooled = new SqliteConnection(desk.Storage.SqliteConnection());
        SqliteConnection.ClearPool(pooled);
        desk.Db.ChangeTracker.Clear();
    }

    /// <summary>What a person wrote, in a form that both databases share.</summary>
    private static async Task<List<string>> Texts(Desk desk) =>
        [
            .. (await desk.Db.Entries.AsNoTracking().ToListAsync())
                .Select(e =>
                    $"{e.Id} {e.StepId} {e.Day:O} {e.At:O} {e.Outcome} {e.Tier} {e.Amount:R} {e.Bars} {e.Note} {e.SupersededBy}"
                )
                .Order(StringComparer.Ordinal),
            .. (await desk.Db.DayWords.AsNoTracking().ToListAsync())
                .Select(word => $"{word.Id} {word.GetType().Name} {word.Day} {word.At:O} {(word as NoticedWin)?.Text}")
                .Order(StringComparer.Ordinal),
            .. (await desk.Db.StepVersions.AsNoTracking().ToListAsync())
                .Select(version => $"{version}")
                .Order(StringComparer.Ordinal),
        ];

    private string Key(string text)
    {
        var path = Path.Combine(folder.FullName, $"key{text.Length}");
        File.WriteAllText(path, text + "\n");
        return path;
    }

    private static async Task Refused(Func<Task> work, string? sentence = null)
    {
        var refusal = await Assert.ThrowsAsync<BackupException>(work);
        Assert.DoesNotContain('\n', refusal.Message);
        if (sentence is not null)
        {
            Assert.Equal(sentence, refusal.Message);
        }
    }
}
