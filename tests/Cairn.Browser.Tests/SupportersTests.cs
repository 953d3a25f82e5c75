using Cairn.Browser.Harness;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cairn.Browser;

/// <summary>From a goal that is shared to a cheer that comes with a win, and to the end of it: in two browsers.</summary>
public sealed class SupportersTests(Chromium chromium)
{
    private const string Cheer = "Five days on that path. I saw every one of them.";

    private static readonly string[] Notes =
    [
        "Up to the second bench. Somebody had left a book there, and I read three pages before it got dark.",
        "Only to the corner and back, but in the rain.",
        "I did not want to, and went.",
    ];

    public static TheoryData<Looks> SomeLooks => [Looks.Phone, new Looks(1280, Dark: true)];

    [Theory, MemberData(nameof(SomeLooks))]
    public async Task Sharing_is_worth_showing_at_each_point(Looks looks)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        await LiveDays(cairn, 5);
        var goal = await cairn.FirstGoal();
        var ada = await Open(cairn, looks, await cairn.BecomesShared("Ada"));
        var nora = await Open(cairn, looks, await cairn.Join("Nora"));

        await ada.GotoAsync(goal);
        await ada.ClickAsync("a[href$='/supporters']");
        await ada.WaitForSelectorAsync("#invite");
        await ada.Check("share-1-begin", looks);
        await ada.ClickAsync($"form[action='{goal}/supporters'] button");
        await ada.WaitForSelectorAsync("#link");
        await ada.Check("share-2-link", looks);

        await nora.GotoAsync(await ada.InputValueAsync("#link"));
        await nora.Check("support-1-offer", looks);
        await nora.ClickAsync("main form button");
        await nora.WaitForSelectorAsync("#cheer");
        var page = new Uri(nora.Url).AbsolutePath;
        await ada.GotoAsync($"{goal}/supporters");
        await ada.ClickAsync("a[href$='/notes']");
        await ada.CheckAsync("input[name=note] >> nth=1");
        await ada.Check("share-notes-1-choose", looks);
        if (looks == Looks.Phone)
        {
            Assert.Empty(await ada.TooSmallForAThumb());
        }

        await ada.ClickAsync("main form button");
        await ada.WaitForSelectorAsync("#seen");
        await ada.Check("share-notes-2-chosen", looks);
        await nora.ReloadAsync();
        Assert.Equal(Notes[0], await nora.InnerTextAsync("blockquote.note"));
        await nora.Check("support-2-goal", looks);
        await nora.FillAsync("#text", Cheer);
        await nora.ClickAsync($"form[action='{page}'] button");
        await nora.WaitForSelectorAsync(".cheers blockquote");
        await nora.Check("support-3-cheered", looks);

        await ada.GotoAsync("/");
        await ada.ClickAsync(".step .bar >> nth=0");
        await ada.WaitForSelectorAsync(".answer .cheer-now");
        await ada.Check("today-cheer-1-comes", looks);
        Assert.Contains(Cheer, await ada.InnerTextAsync("#say"), StringComparison.Ordinal);
        await ada.GotoAsync("/");
        Assert.Contains(Cheer, await ada.InnerTextAsync(".cheer"), StringComparison.Ordinal);
        await ada.Check("today-cheer-2-stays", looks);

        await ada.GotoAsync($"{goal}/supporters");
        await ada.Check("share-3-shared", looks);
        if (looks == Looks.Phone)
        {
            Assert.Empty(await ada.TooSmallForAThumb());
            await nora.GotoAsync("/supporting");
            await nora.Check("support-4-all", looks);
            await nora.GotoAsync(page);
            Assert.Empty(await nora.TooSmallForAThumb());
        }

        await ada.ClickAsync($"form[action$='/end'] button");
        await ada.WaitForSelectorAsync("form[action$='/end']", new() { State = WaitForSelectorState.Detached });
        Assert.Equal(404, (await nora.GotoAsync(page))!.Status);
        Assert.Equal(0, await cairn.Look(db => db.Supporters.CountAsync()));
    }

    private async Task<IPage> Open(TestCairn cairn, Looks looks, Guid person)
    {
        var page = await chromium.Look(cairn.Address, looks);
        await page.Clock.SetFixedTimeAsync(cairn.Clock.GetUtcNow().UtcDateTime);
        await page.Context.AddCookiesAsync([
            new Cookie
            {
                Name = "cairn-session",
                Value = (await cairn.BeginSession(person)).Text,
                Url = cairn.Address.ToString(),
            },
        ]);
        return page;
    }

    private static async Task LiveDays(TestCairn cairn, int days)
    {
        using var visitor = cairn.Visit();
        await visitor.BeginWithALadder();
        for (var day = 0; day < days; day++)
        {
            await visitor.Open("/");
            await visitor.Press("tier", day % 2 == 0 ? "Target" : "Floor");
            var note = Notes[day % Notes.Length];
            await cairn.Look(db =>
                db.Entries.Where(entry => entry.Note == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Note, note))
            );
            cairn.Clock.Advance(TimeSpan.FromDays(1));
        }
    }
}
