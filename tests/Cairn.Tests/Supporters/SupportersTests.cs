using System.Globalization;
using System.Net;
using Cairn.Data;
using Cairn.Harness;
using Cairn.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Supporters;

/// <summary>One goal, shared with one person, seen, cheered and taken back.</summary>
public sealed class SupportersTests
{
    private const string Cheer = "Three days in a row <b>, I saw it & smiled.";

    [Theory, EachDatabase]
    public async Task A_goal_is_shared_by_a_link_looked_at_cheered_and_taken_back(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        var (ada, goal) = await cairn.OwnerOfAGoal();
        using var friend = await cairn.SignIn(await cairn.Join("Nora"));

        var link = await Share(ada, goal);
        await friend.Open(link);
        Assert.Contains("Owner would like you to see this goal", friend.Text, StringComparison.Ordinal);
        Assert.Equal(0, await cairn.Look(db => db.Looks.CountAsync())); // nothing was seen yet
        await friend.Press(within: "main form");

        var page = friend.Path;
        Assert.Contains("Move more", friend.Text, StringComparison.Ordinal);
        Assert.Contains("One stone", friend.Text, StringComparison.Ordinal);
        Assert.NotNull(friend.Page.QuerySelector(".ladder-picture"));
        await friend.Open("/supporting");
        Assert.Contains("A goal of Owner", friend.Text, StringComparison.Ordinal);
        await friend.Open("/goals");
        Assert.DoesNotContain("Move more", friend.Text, StringComparison.Ordinal);

        await friend.Open(page);
        await ada.Open($"{goal}/supporters");
        var look = Assert.Single(ada.Page.QuerySelectorAll("#looks ~ table tr")); // opened twice within a minute
        Assert.Contains(
            "2 Mar 2026, 12:00",
            look.TextContent.Replace("noon", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.EndsWith("Nora", look.TextContent, StringComparison.Ordinal);
        cairn.Clock.Advance(TimeSpan.FromMinutes(16));
        await friend.Open(page);
        await ada.Open($"{goal}/supporters");
        Assert.Equal(2, ada.Page.QuerySelectorAll("#looks ~ table tr").Length);

        friend.Fill("text", Cheer);
        await friend.Press(within: $"form[action='{page}']");
        Assert.Contains("Waits for the next win", friend.Text, StringComparison.Ordinal);
        await ada.Open("/");
        Assert.DoesNotContain(Cheer, ada.Text, StringComparison.Ordinal);
        await ada.NextDay(cairn);
        await ada.Press("tier", "Floor");
        Assert.Contains($"Nora: “{Cheer}”", ada.Page.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.Null(ada.Page.QuerySelector(".cheer"));
        await ada.Open("/");
        Assert.Contains(Cheer, ada.Page.QuerySelector(".cheer")!.TextContent, StringComparison.Ordinal);
        await ada.NextDay(cairn);
        Assert.DoesNotContain(Cheer, ada.Text, StringComparison.Ordinal);

        await ada.Open($"{goal}/supporters");
        Assert.Contains(Cheer, ada.Text, StringComparison.Ordinal);
        await ada.Press(within: "form[action$='/take-away']");
        Assert.DoesNotContain(Cheer, ada.Text, StringComparison.Ordinal);
        await ada.Press(within: "form[action$='/end']");
        Assert.Contains("Nora", ada.Text, StringComparison.Ordinal); // who looked stays known
        await friend.Open(page);
        Assert.Equal(HttpStatusCode.NotFound, friend.Status);
        await friend.Open(link);
        Assert.Equal(HttpStatusCode.NotFound, friend.Status);
        await ada.Open("/account");
        Assert.Contains("is no longer shared", ada.Text, StringComparison.Ordinal);
        ada.Dispose();
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_shown_that_was_not_chosen(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        var (ada, goal) = await cairn.OwnerOfAGoal();
        var id = Guid.Parse(goal.Split('/')[^1]);
        await cairn.Look(db => db.Goals.ExecuteUpdateAsync(set => set.SetProperty(g => g.Why, "For the tower")));
        await cairn.Look(db => db.Entries.ExecuteUpdateAsync(set => set.SetProperty(e => e.Note, "With a sore knee")));
        var nora = await cairn.Join("Nora");
        using var friend = await cairn.SignIn(nora);
        var support = await cairn.Supports(nora, id, SharedParts.Wins);

        await friend.Open($"/supporting/{support}");
        Assert.Contains("1 win", friend.Text, StringComparison.Ordinal);
        AssertHides("Walk", "tower", "knee", "One stone");
        Assert.Empty(friend.Page.QuerySelectorAll(".cairn-scene, .ladder-picture"));

        await ada.Open($"{goal}/supporters");
        await ada.Post($"{goal}/supporters/{support}", new() { ["ladder"] = "true", ["why"] = "true" });
        await friend.Open($"/supporting/{support}");
        Assert.Contains("Walk", friend.Text, StringComparison.Ordinal);
        Assert.Contains("For the tower", friend.Text, StringComparison.Ordinal);
        AssertHides("knee", "1 win");
        Assert.Empty(friend.Page.QuerySelectorAll(".cairn-scene"));

        await ada.Post($"{goal}/supporters/{support}", new() { ["cairn"] = "true" });
        await friend.Open($"/supporting/{support}");
        Assert.Single(friend.Page.QuerySelectorAll(".cairn-scene"));
        Assert.Empty(friend.Page.QuerySelectorAll(".cairn-scene a"));
        AssertHides("Walk", "tower", "knee");

        await ada.Post($"{goal}/supporters/{support}", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ada.Status);
        Assert.Equal(SharedParts.Cairn, await cairn.Look(db => db.Supporters.Select(s => s.Sees).SingleAsync()));
        ada.Dispose();

        void AssertHides(params string[] words) =>
            Assert.All(
                words,
                word =>
                    Assert.DoesNotContain(word, friend.Page.QuerySelector("main")!.OuterHtml, StringComparison.Ordinal)
            );
    }

    [Theory, EachDatabase]
    public async Task A_link_opens_once_for_somebody_else_until_it_is_over_or_taken_back(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        var (ada, goal) = await cairn.OwnerOfAGoal();
        var nora = await cairn.Join("Nora");
        using var friend = await cairn.SignIn(nora);
        using var other = await cairn.SignIn(await cairn.Join("Eve"));

        await ada.Post($"{goal}/supporters", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ada.Status);
        var link = await Share(ada, goal);
        await ada.Open(link);
        Assert.Contains("your own link", ada.Text, StringComparison.Ordinal);
        await ada.Post(link, []);
        Assert.Equal(HttpStatusCode.NotFound, ada.Status);
        await friend.Post(link, []);
        await other.Post(link, []);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (friend.Status, other.Status));

        await friend.Post(await Share(ada, goal, "wins"), []); // to the same friend, who sees something else from now on
        Assert.Equal(SharedParts.Wins, await cairn.Look(db => db.Supporters.Select(s => s.Sees).SingleAsync()));

        var back = await Share(ada, goal);
        await ada.Press(within: "form[action$='/withdraw']");
        await other.Post(back, []);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        var late = await Share(ada, goal);
        cairn.Clock.Advance(TimeSpan.FromDays(7));
        await other.Post(late, []);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        await other.Post(late.Replace("/supporting/", "/", StringComparison.Ordinal), []); // nor is it an account
        Assert.Equal(HttpStatusCode.NotFound, other.Status);

        using var stranger = cairn.Visit();
        await stranger.Open(late);
        Assert.Equal($"/sign-in?back={Uri.EscapeDataString(late)}", stranger.Path);
        Assert.Equal(late, stranger.Page.QuerySelector("input[name=back]")!.GetAttribute("value"));
        ada.Dispose();
    }

    [Theory, EachDatabase]
    public async Task Cheers_are_few_short_and_kept_once(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        var (ada, goal) = await cairn.OwnerOfAGoal();
        var nora = await cairn.Join("Nora");
        using var friend = await cairn.SignIn(nora);
        var page = $"/supporting/{await cairn.Supports(nora, Guid.Parse(goal.Split('/')[^1]))}";

        await friend.Post(page, Words("   "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, friend.Status);
        await friend.Post(page, Words(new string('a', 141)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, friend.Status);
        Assert.Contains("140", friend.Text, StringComparison.Ordinal);
        Assert.Equal(141, friend.Page.QuerySelector("#text")!.GetAttribute("value")!.Length);
        var once = Words("one");
        await friend.Post(page, once);
        await friend.Post(page, once);
        await friend.Post(page, Words("two"));
        await friend.Post(page, Words("three"));
        Assert.Equal(HttpStatusCode.OK, friend.Status);
        await friend.Post(page, Words("four"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, friend.Status);
        Assert.Equal(3, await cairn.Look(db => db.Cheers.CountAsync()));
        cairn.Clock.Advance(TimeSpan.FromDays(1));
        await friend.Post(page, Words("four"));
        Assert.Equal(HttpStatusCode.OK, friend.Status);

        // Won without a network: what waited is on the next page that comes.
        var step = (await cairn.FirstStep()).Split('/')[^1];
        var at = cairn.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        using var sent = new StringContent(
            $$"""[{ "kind": "win", "id": "{{NewId()}}", "step": "{{step}}", "tier": "floor", "at": "{{at}}" }]""",
            System.Text.Encoding.UTF8,
            "application/json"
        );
        using var answer = await ada.Http.PostAsync(new Uri("/actions", UriKind.Relative), sent);
        await ada.Open("/");
        Assert.Equal(
            ["one", "two", "three", "four"],
            ada.Page.QuerySelectorAll(".cheer blockquote").Select(cheer => cheer.TextContent)
        );

        await friend.Post(page, Words("five"));
        await ada.Open($"{goal}/supporters");
        Assert.Contains("One is waiting", ada.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("five", ada.Text, StringComparison.Ordinal);
        await ada.Press(within: "form[action$='/end']");
        Assert.Equal(4, await cairn.Look(db => db.Cheers.CountAsync())); // what was not heard yet went with it
        await friend.Post(page, Words("six"));
        Assert.Equal(HttpStatusCode.NotFound, friend.Status);
        ada.Dispose();

        Dictionary<string, string> Words(string text) => new() { ["id"] = $"{NewId()}", ["text"] = text };

        Guid NewId() => Guid.CreateVersion7(cairn.Clock.GetUtcNow());
    }

    [Theory, EachDatabase]
    public async Task Who_leaves_takes_along_what_they_see_and_their_name_and_who_shared_takes_all(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        var (ada, goal) = await cairn.OwnerOfAGoal();
        var id = Guid.Parse(goal.Split('/')[^1]);
        var (nora, eve) = (await cairn.Join("Nora"), await cairn.Join("Eve"));
        using var friend = await cairn.SignIn(nora);
        using var other = await cairn.SignIn(eve);
        foreach (
            var (who, page) in new[]
            {
                (friend, await cairn.Supports(nora, id)),
                (other, await cairn.Supports(eve, id)),
            }
        )
        {
            await cairn.ChooseNotes(page);
            await who.Open($"/supporting/{page}");
            who.Fill("text", Cheer);
            await who.Press(within: $"form[action='/supporting/{page}']");
        }

        await ada.NextDay(cairn);
        await ada.Press("tier", "Floor");
        await Leave(nora);
        await other.Open("/supporting");
        await other.Open(other.Page.QuerySelector(".cards a")!.GetAttribute("href")!);
        await other.Press(within: "form[action$='/leave']");
        Assert.Equal("/supporting", other.Path);
        Assert.Equal(
            0,
            await cairn.Look(async db => await db.Supporters.CountAsync() + await db.SharedNotes.CountAsync())
        );
        await ada.Open($"{goal}/supporters");
        Assert.DoesNotContain("Nora", ada.Text, StringComparison.Ordinal);
        Assert.Equal(2, ada.Page.QuerySelectorAll(".cheers blockquote").Length);
        Assert.Equal(
            ["Eve", "Eve", "Somebody who is not here any more"], // who looked on the second day, on the first, and left
            ada.Page.QuerySelectorAll("td:last-child").Select(cell => cell.TextContent).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(
            $"{nora}",
            string.Concat(await cairn.Look(db => Everything.In(db))),
            StringComparison.OrdinalIgnoreCase
        );

        var support = await cairn.Supports(eve, id);
        await cairn.ChooseNotes(support);
        await Leave(await cairn.Look(db => db.Goals.Select(g => g.PersonId).SingleAsync()));
        Assert.Equal(
            0,
            await cairn.Look(async db =>
                await db.Supporters.CountAsync()
                + await db.SharedNotes.CountAsync()
                + await db.Looks.CountAsync()
                + await db.Cheers.CountAsync()
            )
        );
        await other.Open("/supporting");
        Assert.Contains("None so far", other.Text, StringComparison.Ordinal);
        ada.Dispose();

        // Who deletes everything has just signed in.
        async Task Leave(Guid who)
        {
            using var anew = await cairn.SignIn(who);
            await anew.Post("/settings/delete", new() { ["confirm"] = "delete everything", ["next"] = $"{eve}" });
            Assert.Equal(HttpStatusCode.OK, anew.Status);
        }
    }

    [Fact]
    public async Task Where_nobody_signs_in_the_page_says_how_that_begins()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var goal = await cairn.FirstGoal();

        await visitor.Open(goal);
        await visitor.Open(visitor.Page.QuerySelector("a[href$='/supporters']")!.GetAttribute("href")!);

        Assert.NotNull(visitor.Page.QuerySelector("main a[href='/account']"));
        await visitor.Post($"{goal}/supporters", new() { ["cairn"] = "true" });
        Assert.Equal(0, await cairn.Look(db => db.Links.CountAsync()));
    }

    /// <returns>The path of the link.</returns>
    private static async Task<string> Share(Visitor owner, string goal, params string[] parts)
    {
        await owner.Open($"{goal}/supporters");
        if (parts.Length == 0)
        {
            await owner.Press(within: $"form[action='{goal}/supporters']");
        }
        else
        {
            await owner.Post($"{goal}/supporters", parts.ToDictionary(part => part, _ => "true"));
        }

        return new Uri(owner.Page.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
    }
}
