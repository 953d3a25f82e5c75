using System.IO.Compression;
using System.Text;
using Cairn.Backups;
using Cairn.Data;
using Cairn.Demo;
using Cairn.Harness;
using Cairn.Transfer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cairn.Leaving;

/// <summary>Delete means gone: every row, every file, every page of the database.</summary>
public sealed class LeavingTests : IDisposable
{
    /// <summary>Words that are nowhere else.</summary>
    private const string Marked = "zanderquartz";

    /// <summary>Tables in which nothing of a person can be; each with its reason, where there is one.</summary>
    private static readonly string[] Nobodys = [];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-leaving-");

    [Fact]
    public void Every_table_is_known_to_hold_rows_of_a_person_or_none()
    {
        using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite().Options);
        var personal = PersonRows.Types(db.Model).Select(type => type.GetTableName()!).ToList();

        // A table that is new and not found: its rows should name their person, or it is listed above with the reason.
        Assert.Equal(
            PersonRows
                .Tables(db.Model)
                .Select(type => type.GetTableName()!)
                .Except(Nobodys)
                .Order(StringComparer.Ordinal),
            personal.Order(StringComparer.Ordinal)
        );
        Assert.Equal("People", personal[^1]);
    }

    [Theory, EachDatabase]
    public async Task Five_years_go_out_are_deleted_and_come_back_the_same(Database database)
    {
        await using var cairn = await TestCairn.Start(database, Desk.Noon);
        await cairn.Look(async db =>
            await new DemoPeople(db, cairn.Services.GetRequiredService<WriteGate>(), cairn.Clock).Write(
                2,
                5,
                3,
                null,
                _ => { },
                CancellationToken.None
            )
        );
        using var visitor = cairn.Visit();
        var (me, before) = await Mine(cairn);
        var others = await Lines(cairn, me, theirs: true);
        await visitor.Open("/settings/delete");
        var archive = await visitor.Http.GetByteArrayAsync(new Uri("/settings/export/archive", UriKind.Relative));

        visitor.Fill("confirm", "delete everything");
        await visitor.Press(within: "main form");

        Assert.Equal(200, (int)visitor.Status);
        Assert.Contains("It is gone", visitor.Text, StringComparison.Ordinal);
        Assert.All(
            await cairn.Look(db => PersonRows.Count(db, me, CancellationToken.None)),
            table => Assert.True(table.Value == 0, $"{table.Value} rows stay in {table.Key}")
        );
        Assert.Equal(others, await Lines(cairn, me, theirs: true));

        // Back, into a Cairn that is empty; whoever was alone would be asked to begin anew.
        await using var anew = await TestCairn.Start(database, Desk.Noon);
        using var back = anew.Visit();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(archive), "file", "cairn.zip" } };
        using var sent = await back.Http.PostAsync(new Uri("/settings/import", UriKind.Relative), form);
        await back.Open(sent.Headers.Location!.ToString());
        await back.Press("do", "add");
        Assert.Equal(
            Parts(archive),
            Parts(await back.Http.GetByteArrayAsync(new Uri("/settings/export/archive", UriKind.Relative)))
        );
        Assert.True(before > 2000, $"only {before} rows in five years");
    }

    [Fact]
    public async Task No_word_stays_in_any_file_but_the_backups_and_the_door_is_open_again()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, Desk.Noon);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await Write(cairn, visitor);
        Assert.NotEmpty(FilesWith(cairn.Storage.Folder));
        await new BackupMaker(cairn.Storage, cairn.Clock).Make(Occasion.Nightly, CancellationToken.None);

        await visitor.Open("/settings/delete");
        visitor.Fill("confirm", "  Delete EVERYTHING ");
        await visitor.Press(within: "main form");

        Assert.Contains("It is gone", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("No copy was kept here", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(FilesWith(cairn.Storage.Folder));
        Assert.Equal(Occasion.Nightly, Assert.Single(new BackupMaker(cairn.Storage, cairn.Clock).All()).Occasion);
        await visitor.Open("/");
        Assert.Equal("/welcome", visitor.Path);
        await visitor.Begin();
        await visitor.Open("/");
        Assert.Contains("Walk", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_stays_for_thirty_days_only_if_asked_for()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, Desk.Noon);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Open("/settings/delete");
        var fields = visitor.FieldsFor(visitor.FindButton(within: "main form"));
        (fields["keep"], fields["confirm"]) = ("true", "delete everything");
        await visitor.Post("/settings/delete", fields);

        Assert.Contains("An archive is kept here until 9 Apr 2026", visitor.Text, StringComparison.Ordinal);
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(cairn.Storage.Folder, "farewell")));
        Assert.Equal("cairn", TransferFile.Read(kept).Format);
        var copies = new FarewellCopies(cairn.Storage, cairn.Clock);
        cairn.Clock.Advance(TimeSpan.FromDays(30));
        copies.Sweep();
        Assert.True(File.Exists(kept));
        cairn.Clock.Advance(TimeSpan.FromDays(1));
        copies.Sweep();
        Assert.False(File.Exists(kept));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("delete")]
    public async Task Another_word_deletes_nothing(string word)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, Desk.Noon);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var before = await cairn.Look(db => Everything.In(db));

        await visitor.Post("/settings/delete", new() { ["confirm"] = word });

        Assert.Equal(422, (int)visitor.Status);
        Assert.Contains("Nothing was deleted", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(before, await cairn.Look(db => Everything.In(db)));
    }

    [Fact]
    public async Task Whoever_finds_a_device_that_is_signed_in_cannot_delete_its_owner()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, Desk.Noon);
        using var owner = await cairn.SignIn(await cairn.BecomesShared());
        cairn.Clock.Advance(TimeSpan.FromMinutes(16));
        var before = await cairn.Look(db => Everything.In(db));

        await owner.Open("/settings/delete");
        Assert.Null(owner.Page.QuerySelector("main form button"));
        Assert.NotNull(owner.Page.QuerySelector("a[href='/sign-in?back=/settings/delete&again=true']"));
        await owner.Post("/settings/delete", new() { ["confirm"] = "delete everything" });

        Assert.Equal("/sign-in?back=/settings/delete&again=true", owner.Path);
        Assert.Equal(before, await cairn.Look(db => Everything.In(db)));
        using var again = await cairn.SignIn(await cairn.Look(db => db.People.Select(p => p.Id).SingleAsync()));
        await again.Post("/settings/delete", new() { ["confirm"] = "delete everything" });
        Assert.Contains("It is gone", again.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Among_others_the_copy_before_an_import_is_of_one_person_and_goes_with_them(Database database)
    {
        await using var cairn = await TestCairn.Start(database, Desk.Noon);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await Strangers.Settle(cairn);
        await visitor.Open(await visitor.HandIn(Samples.Beaver));
        await visitor.Press("do", "add");
        var copies = Path.Combine(cairn.Storage.Folder, "before-import");
        Assert.Single(Directory.GetFiles(copies, "*.zip", SearchOption.AllDirectories));
        Assert.Empty(new BackupMaker(cairn.Storage, cairn.Clock).All());

        await visitor.Post("/settings/delete", new() { ["confirm"] = "delete everything" });

        Assert.Empty(Directory.GetFiles(copies, "*", SearchOption.AllDirectories));
        Assert.Equal(1, await cairn.Look(db => db.Goals.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Who_looks_after_a_Cairn_names_who_does_it_next(Database database)
    {
        await using var cairn = await TestCairn.Start(database, Desk.Noon);
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
        }

        var owner = await cairn.BecomesShared();
        var (nora, eve) = (await cairn.Join("Nora"), await cairn.Join("Eve"));
        using var leaves = await cairn.SignIn(owner);
        await leaves.Open("/settings/delete");
        Assert.Equal(
            ["", $"{nora}", $"{eve}"],
            leaves.Page.QuerySelectorAll("#next option").Select(o => o.GetAttribute("value"))
        );

        foreach (var next in new[] { "", "nobody", $"{owner}", $"{Guid.Empty}" })
        {
            await leaves.Post("/settings/delete", new() { ["confirm"] = "delete everything", ["next"] = next });
            Assert.Equal(422, (int)leaves.Status);
            Assert.Contains("choose who looks after it next", leaves.Text, StringComparison.Ordinal);
        }

        await leaves.Post("/settings/delete", new() { ["confirm"] = "delete everything", ["next"] = $"{eve}" });

        Assert.Contains("It is gone", leaves.Text, StringComparison.Ordinal);
        Assert.Equal(
            [(nora, Role.Member), (eve, Role.Owner)],
            (await cairn.Look(db => db.Accounts.ToListAsync()))
                .OrderByDescending(a => a.Name, StringComparer.Ordinal)
                .Select(a => (a.PersonId, a.Role))
        );
        using var named = await cairn.SignIn(eve);
        await named.Open("/people");
        Assert.Equal(200, (int)named.Status);
        await named.Open("/account");
        Assert.Contains("From now on you look after this Cairn", named.Text, StringComparison.Ordinal);
        using var member = await cairn.SignIn(nora);
        await member.Open("/settings/delete");
        Assert.Null(member.Page.QuerySelector("#next")); // nobody has to come after her
        await member.Post("/settings/delete", new() { ["confirm"] = "delete everything" });
        Assert.Contains("It is gone", member.Text, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Marked words wherever one can write, some of them over what stood there before, and a file that waits.</summary>
    private static async Task Write(TestCairn cairn, Visitor visitor)
    {
        foreach (var text in new[] { Marked + " one", Marked + " two" })
        {
            await visitor.Post(
                "/act/noticed",
                new() { ["id"] = $"{Guid.CreateVersion7(cairn.Clock.GetUtcNow())}", ["text"] = text }
            );
            await visitor.Post(
                "/act/checkIn",
                new()
                {
                    ["id"] = $"{Guid.CreateVersion7(cairn.Clock.GetUtcNow())}",
                    ["say.best"] = string.Concat(Enumerable.Repeat(text, 300)),
                }
            );
            cairn.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await visitor.Open(await cairn.FirstGoal());
        await cairn.Look(db => db.Goals.ExecuteUpdateAsync(set => set.SetProperty(goal => goal.Why, Marked + " why")));
        await cairn.Look(db => db.Goals.ExecuteUpdateAsync(set => set.SetProperty(goal => goal.Why, "changed")));
        await visitor.Open(await visitor.HandIn($"Date,Habit,Note\n2026-03-02,Walk,{Marked} note\n"));
        await visitor.Press("do", "add");
        await visitor.HandIn($"Date,Habit,Note\n2026-03-03,Walk,{Marked} waits\n");
    }

    private static List<string> FilesWith(string folder)
    {
        var word = Encoding.UTF8.GetBytes(Marked);
        return
        [
            .. Directory
                .GetFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => !file.Contains("-nightly", StringComparison.Ordinal))
                .Where(file => Read(file).AsSpan().IndexOf(word) >= 0),
        ];
    }

    private static byte[] Read(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using Stream content = file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(open, CompressionMode.Decompress)
            : open;
        using var all = new MemoryStream();
        content.CopyTo(all);
        return all.ToArray();
    }

    private static Task<(Guid Id, int Rows)> Mine(TestCairn cairn) =>
        cairn.Look(async db =>
        {
            var me = await db.People.OrderBy(person => person.Created).Select(person => person.Id).FirstAsync();
            return (me, (await PersonRows.Count(db, me, CancellationToken.None)).Sum(table => table.Value));
        });

    private static Task<List<string>> Lines(TestCairn cairn, Guid person, bool theirs) =>
        cairn.Look(async db =>
            (await Everything.In(db))
                .Where(line => line.Contains($"{person}", StringComparison.OrdinalIgnoreCase) != theirs)
                .ToList()
        );

    private static List<string> Parts(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return
        [
            .. zip.Entries.Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return $"{entry.FullName}: {reader.ReadToEnd()}";
            }),
        ];
    }
}
