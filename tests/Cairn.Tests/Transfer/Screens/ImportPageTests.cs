using System.Net;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Transfer.Screens;

/// <summary>Bringing a history along without a script: hand in, look, answer, add.</summary>
public sealed class ImportPageTests
{
    [Theory, EachDatabase]
    public async Task A_file_is_shown_before_it_is_added_and_then_it_is_gone(Database database)
    {
        await using var cairn = await TestCairn.Start(database, Desk.Noon);
        using var visitor = cairn.Visit();

        var address = await visitor.HandIn(Samples.Beaver);
        await visitor.Open(address);
        Assert.Equal(0, await cairn.Look(db => db.Goals.CountAsync()));
        Assert.Single(Directory.GetFiles(Uploads(cairn), "*", SearchOption.AllDirectories));
        await visitor.Press("do", "add");

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("It is all here now", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(2, await cairn.Look(db => db.Entries.CountAsync()));
        Assert.Empty(Directory.GetFiles(Uploads(cairn), "*", SearchOption.AllDirectories));
    }

    [Theory, EachDatabase]
    public async Task What_only_the_person_knows_is_asked_and_kept_as_typed(Database database)
    {
        await using var cairn = await TestCairn.Start(database, Desk.Noon);
        using var visitor = cairn.Visit();
        await visitor.Open(await visitor.HandIn(Samples.HabitTrove));

        visitor.Fill("q:zone", "Mars/Olympus");
        await visitor.Press("do", "add");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(0, await cairn.Look(db => db.Goals.CountAsync()));
        visitor.Fill("q:zone", "Asia/Tokyo");
        await visitor.Press("do", "add");

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(2, await cairn.Look(db => db.Entries.CountAsync()));
    }

    [Fact]
    public async Task A_file_that_is_nothing_gets_a_sentence_and_is_not_kept()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, Desk.Noon);
        using var visitor = cairn.Visit();

        using var answer = await visitor.SendFile("just words");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            "nothing that Cairn can read",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.GetFiles(Uploads(cairn), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_waits_for_an_hour_readable_by_its_owner_only()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, Desk.Noon);
        using var visitor = cairn.Visit();
        var address = await visitor.HandIn(Samples.Beaver);
        var file = Assert.Single(Directory.GetFiles(Uploads(cairn), "*", SearchOption.AllDirectories));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        cairn.Clock.Advance(TimeSpan.FromMinutes(61));
        await visitor.Open(address);

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task An_unknown_file_is_not_found_and_a_form_without_one_is_told_so()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, Desk.Noon);
        using var visitor = cairn.Visit();

        await visitor.Open($"/settings/import/{Guid.Empty}");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await visitor.Post("/settings/import", new Dictionary<string, string> { ["file"] = "x" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
    }

    [Fact]
    public async Task Script_in_a_file_stays_text_on_the_page()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, Desk.Noon);
        using var visitor = cairn.Visit();
        await visitor.Open(
            await visitor.HandIn(
                "Date,<script>alert(1)</script>,\"\"\" onfocus=\"\"x\"\n2026-03-02,maybe,<img src=x>\n"
            )
        );

        Assert.Empty(visitor.Page.QuerySelectorAll("main script, main img, [onfocus]"));
        Assert.Contains("<script>", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Everything_can_be_taken_out(Database database)
    {
        await using var cairn = await TestCairn.Start(database, Desk.Noon);
        using var visitor = cairn.Visit();
        await visitor.Open(await visitor.HandIn(Samples.Beaver));
        await visitor.Press("do", "add");

        using var archive = new TemporaryFile(
            await visitor.Http.GetByteArrayAsync(new Uri("/settings/export/archive", UriKind.Relative))
        );
        using var table = await visitor.Http.GetAsync(new Uri("/settings/export/entries", UriKind.Relative));

        Assert.Equal(2, Archive.ArchiveFile.Read(archive.Path).Entries.Count);
        Assert.Equal("cairn-2026-03-10.csv", table.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains("round the block", await table.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(table.Headers.CacheControl?.NoStore);
    }

    private static string Uploads(TestCairn cairn) => Path.Combine(cairn.Storage.Folder, "uploads");
}
