using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Supporters;

/// <summary>Single notes of a shared goal, shown to one person and taken back.</summary>
public sealed class NotesTests
{
    private const string Tower = "Up to the tower <b>, in the rain";
    private const string Knee = "With a sore knee";

    [Theory, EachDatabase]
    public async Task A_note_is_seen_by_whom_it_was_chosen_for_until_it_is_taken_back_corrected_or_gone(
        Database database
    )
    {
        await using var cairn = await TestCairn.Start(database);
        var (ada, goal) = await cairn.OwnerOfAGoal();
        using var owner = ada;
        var first = await Write(cairn, Tower);
        await owner.NextDay(cairn);
        await owner.Press("tier", "Floor");
        var second = await Write(cairn, Knee);
        var (nora, eve) = (await cairn.Join("Nora"), await cairn.Join("Eve"));
        var id = Guid.Parse(goal.Split('/')[^1]);
        var (support, other) = (await cairn.Supports(nora, id), await cairn.Supports(eve, id));
        using var friend = await cairn.SignIn(nora);
        using var stranger = await cairn.SignIn(eve);
        var notes = $"{goal}/supporters/{support}/notes";
        await AssertSeen();

        await owner.Open($"{goal}/supporters");
        await owner.Open(owner.Page.QuerySelector($"a[href='{notes}']")!.GetAttribute("href")!);
        Assert.Equal([second, first], Boxes(owner).Select(box => box.Value)); // the newest first
        Assert.DoesNotContain(Boxes(owner), box => box.IsChecked);
        await Choose(owner, notes, first);
        await AssertSeen(Tower);
        await stranger.Open($"/supporting/{other}");
        Assert.DoesNotContain(Tower, stranger.Text, StringComparison.Ordinal);
        await owner.Open($"{goal}/supporters");
        Assert.Contains("1 note", owner.Text, StringComparison.Ordinal);

        // Both are chosen in one window; the other, opened before, takes nothing back and brings nothing back.
        await owner.Open(notes);
        var old = Sent(owner, first, second);
        await Choose(owner, notes, first, second);
        await AssertSeen(Knee, Tower);
        await Choose(owner, notes, second);
        await AssertSeen(Knee);
        await owner.PostAll(notes, old);
        await AssertSeen(Knee);

        // Corrected: neither the old words nor the new ones, until these are chosen.
        await owner.Open("/history/day/2026-03-03");
        owner.Fill("note", "The knee is well again");
        await owner.Press(within: "form[action^='/history/entries/']");
        await AssertSeen();
        await Choose(owner, notes, second); // that one is no more
        await AssertSeen();
        await owner.Open(notes);
        Assert.DoesNotContain(Boxes(owner), box => box.IsChecked);
        await Choose(owner, notes, Boxes(owner)[0].Value);
        await AssertSeen("The knee is well again");

        // Its win is taken back: gone at once.
        await owner.Open("/history/day/2026-03-03");
        await owner.Press(within: "form[action='/act/takeBack']");
        await AssertSeen();

        await Choose(owner, notes, first);
        await AssertSeen(Tower);
        await owner.Post($"{goal}/supporters/{support}/end", []);
        await friend.Open($"/supporting/{support}");
        Assert.Equal(HttpStatusCode.NotFound, friend.Status);
        Assert.Equal(0, await cairn.Look(db => db.SharedNotes.CountAsync()));
        await owner.Open(notes);
        Assert.Equal(HttpStatusCode.NotFound, owner.Status);

        async Task AssertSeen(params string[] words)
        {
            await friend.Open($"/supporting/{support}");
            Assert.Equal(words, friend.Page.QuerySelectorAll(".note").Select(note => note.TextContent));
        }
    }

    [Theory, EachDatabase]
    public async Task Only_a_note_at_a_win_of_this_goal_can_be_chosen(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        var (ada, goal) = await cairn.OwnerOfAGoal();
        using var owner = ada;
        var nora = await cairn.Join("Nora");
        var support = await cairn.Supports(nora, Guid.Parse(goal.Split('/')[^1]));
        var notes = $"{goal}/supporters/{support}/notes";
        await owner.Open(notes);
        Assert.Contains("No win of this goal has a note so far", owner.Text, StringComparison.Ordinal);
        Assert.Empty(Boxes(owner));

        await owner.NextDay(cairn);
        var step = (await cairn.FirstStep()).Split('/')[^1];
        await owner.Post(
            "/act/notToday",
            new() { ["id"] = $"{Guid.CreateVersion7(cairn.Clock.GetUtcNow())}", ["step"] = step }
        );
        var put = await Write(cairn, Knee);
        var (elsewhere, _) = await Strangers.Settle(cairn);
        var theirs = await cairn.Look(async db =>
        {
            var win = await db.Entries.AsNoTracking().FirstAsync(e => e.Outcome == Outcome.Won);
            var person = await db.Steps.Where(s => s.Id == elsewhere).Select(s => s.PersonId).SingleAsync();
            db.Entries.Add(WinOf(person, elsewhere, win, new DateOnly(2026, 3, 1), "Somebody else's"));
            var goals = await db.Goals.AsNoTracking().SingleAsync(g => g.PersonId == win.PersonId);
            db.Goals.Add(
                new Goal
                {
                    PersonId = win.PersonId,
                    Id = Guid.CreateVersion7(cairn.Clock.GetUtcNow()),
                    Title = "Another",
                    Area = goals.Area,
                    Created = goals.Created,
                }
            );
            await db.SaveChangesAsync();
            return await db.Entries.Where(e => e.PersonId == person).Select(e => e.Id).ToListAsync();
        });
        await owner.Open(notes);
        Assert.Empty(Boxes(owner));
        await owner.PostAll(
            notes,
            [new("note", put), .. theirs.Select(id => KeyValuePair.Create("note", $"{id}")), new("note", "x")]
        );
        Assert.Equal(0, await cairn.Look(db => db.SharedNotes.CountAsync()));

        // The way to the notes of one goal does not lead through another.
        var another = await cairn.Look(db => db.Goals.Where(g => g.Title == "Another").Select(g => g.Id).SingleAsync());
        await owner.Open($"/goals/{another}/supporters/{support}/notes");
        Assert.Equal(HttpStatusCode.NotFound, owner.Status);
    }

    [Fact]
    public async Task Many_notes_come_in_pages_and_those_that_are_seen_stand_above_each()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var (ada, goal) = await cairn.OwnerOfAGoal();
        using var owner = ada;
        await cairn.Look(async db =>
        {
            var win = await db.Entries.AsNoTracking().SingleAsync();
            db.Entries.AddRange(
                Enumerable
                    .Range(1, 60)
                    .Select(back => WinOf(win.PersonId, win.StepId, win, win.Day.AddDays(-back), $"Note {back}"))
            );
            return await db.SaveChangesAsync();
        });
        var support = await cairn.Supports(await cairn.Join("Nora"), Guid.Parse(goal.Split('/')[^1]));
        var notes = $"{goal}/supporters/{support}/notes";

        await owner.Open($"{notes}?page=3");
        Assert.Equal("Note 60", Texts()[^1]);
        Assert.Equal(10, Boxes(owner).Count);
        await Choose(owner, $"{notes}?page=3", Boxes(owner)[^1].Value);

        Assert.Equal(notes, owner.Path);
        Assert.Equal(["Note 60", .. Enumerable.Range(1, 25).Select(back => $"Note {back}")], Texts());
        Assert.Equal([true, false], Boxes(owner).Select(box => box.IsChecked).Distinct());
        await owner.Open(owner.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(["Note 60", .. Enumerable.Range(26, 25).Select(back => $"Note {back}")], Texts());
        await owner.Open($"{notes}?page=99");
        Assert.Equal("Note 59", Texts()[^1]);
        await owner.Open($"{notes}?page=nothing");
        Assert.Equal("Note 25", Texts()[^1]);

        List<string> Texts() => [.. owner.Page.QuerySelectorAll(".note").Select(note => note.TextContent)];
    }

    /// <summary>Puts words to the last thing that was said.</summary>
    /// <returns>The id of its entry.</returns>
    private static Task<string> Write(TestCairn cairn, string note) =>
        cairn.Look(async db =>
        {
            var last = await db
                .Entries.Where(e => e.SupersededBy == null)
                .OrderByDescending(e => e.Day)
                .Select(e => e.Id)
                .FirstAsync();
            await db.Entries.Where(e => e.Id == last).ExecuteUpdateAsync(set => set.SetProperty(e => e.Note, note));
            return $"{last}";
        });

    /// <summary>A win like another one, of another day or person.</summary>
    private static Entry WinOf(Guid person, Guid step, Entry like, DateOnly day, string note) =>
        new()
        {
            PersonId = person,
            Id = Guid.CreateVersion7(like.At),
            StepId = step,
            Kind = like.Kind,
            Day = day,
            Zone = like.Zone,
            At = like.At,
            Outcome = like.Outcome,
            Tier = like.Tier,
            Note = note,
            Bars = like.Bars,
        };

    private static List<IHtmlInputElement> Boxes(Visitor owner) =>
        [.. owner.Page.QuerySelectorAll<IHtmlInputElement>("input[name=note]")];

    /// <summary>What the page sends when exactly these are checked.</summary>
    private static List<KeyValuePair<string, string>> Sent(Visitor owner, params string[] chosen) =>
        [
            .. owner
                .Page.QuerySelectorAll<IHtmlInputElement>("input[name=was]")
                .Select(was => KeyValuePair.Create("was", was.Value)),
            .. chosen.Select(note => KeyValuePair.Create("note", note)),
        ];

    /// <summary>Opens the page, checks exactly these, and saves.</summary>
    private static async Task Choose(Visitor owner, string page, params string[] notes)
    {
        await owner.Open(page);
        await owner.PostAll(page.Split('?')[0], Sent(owner, notes));
        Assert.Equal(HttpStatusCode.OK, owner.Status);
    }
}
