using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Cairn.Data;
using Cairn.Demo;
using Cairn.Engine.Capacity;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cairn.History;

public sealed class HistoryTests
{
    [Theory, EachDatabase]
    public async Task What_was_written_is_found_leads_to_its_day_and_is_changed_there_with_what_stood_before(
        Database database
    )
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Floor");
        await Say(cairn, visitor, "checkIn", ("say.best", "Das Gespräch über MÜLLER"), ("rate.mood", "7"));
        await Say(cairn, visitor, "noticed", ("text", "Die Tür repariert"));
        cairn.Clock.Advance(TimeSpan.FromDays(60));

        foreach (var (looked, found) in new[] { ("müller", "Gespräch"), ("TUR", "repariert"), ("walk", "Walk, ") })
        {
            Assert.InRange(
                await QueryCount.During(cairn, () => visitor.Open("/history?q=" + Uri.EscapeDataString(looked))),
                1,
                5
            );
            Assert.Contains(found, Assert.Single(Items(visitor)).TextContent, StringComparison.Ordinal);
            Assert.NotNull(visitor.Page.QuerySelector("mark"));
        }

        await visitor.Open(visitor.Page.QuerySelector(".found-day h2 a")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        visitor.Fill("note", "Es hat geregnet");
        await visitor.Press(within: "form[action^='/history/entries/']");
        visitor.Fill("text", "Die Tür gestrichen");
        await visitor.Press(within: "form[action^='/history/words/']");
        visitor.Fill("say.best", "Das Gespräch über Meier");
        await visitor.Press(within: "form[action$='/answers']");

        foreach (var kept in new[] { "Es hat geregnet", "gestrichen", "repariert", "Meier", "MÜLLER" })
        {
            Assert.Contains(kept, visitor.Text, StringComparison.Ordinal);
        }

        Assert.Equal(3, visitor.Page.QuerySelectorAll(".before").Length);
        foreach (var (looked, count) in new[] { ("repariert", 0), ("gestrichen", 1), ("müller", 0), ("geregnet", 1) })
        {
            await visitor.Open("/history?q=" + Uri.EscapeDataString(looked));
            Assert.Equal(count, Items(visitor).Count());
        }

        await visitor.Open("/history/day/2026-03-02");
        await visitor.Press(within: "form[action^='/history/words/'] ~ form");
        Assert.Equal("/history/day/2026-03-02", visitor.Path);
        await visitor.Open("/history?q=gestrichen");
        Assert.Empty(Items(visitor));
    }

    [Theory, EachDatabase]
    public async Task A_note_stays_with_its_step_when_another_bar_is_tapped_and_goes_when_the_win_is_taken_back(
        Database database
    )
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Floor");
        await visitor.Open("/history/day/2026-03-02");
        visitor.Fill("note", "Es hat geregnet");
        await visitor.Press(within: "form[action^='/history/entries/']");
        cairn.Clock.Advance(TimeSpan.FromMinutes(5));

        await visitor.Open("/");
        await visitor.Press("tier", "Target");

        var counts = await Counting();
        Assert.Equal((Tier.Target, "Es hat geregnet"), (counts.Tier, counts.Note));
        await Say(cairn, visitor, "takeBack", ("entry", $"{counts.Id}"));
        Assert.Null((await Counting()).Note);

        Task<Entry> Counting() =>
            cairn.Look(db => db.Entries.AsNoTracking().SingleAsync(entry => entry.SupersededBy == null));
    }

    /// <summary>Each filter against a count of the raw rows, one by one.</summary>
    [Theory, EachDatabase]
    public async Task Every_filter_finds_what_a_slow_count_of_the_rows_finds(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Live(cairn, years: 1);
        var entries = (await cairn.Look(db => db.Entries.AsNoTracking().ToListAsync()))
            .Where(entry => entry.SupersededBy is null)
            .ToList();
        var words = await cairn.Look(db => db.DayWords.AsNoTracking().ToListAsync());
        var steps = await cairn.Look(db => db.Steps.AsNoTracking().ToListAsync());
        var goals = await cairn.Look(db => db.Goals.AsNoTracking().ToListAsync());
        var step = steps.First(s => s.Kind == StepKind.Practice);
        var health = steps
            .Where(s => goals.Single(g => g.Id == s.GoalId).Area == "health")
            .Select(s => s.Id)
            .ToHashSet();
        var march = new DateOnly(2025, 6, 1);

        var expected = new (string Query, int Count)[]
        {
            ("kind=Wins", entries.Count(e => e.Outcome == Outcome.Won && e.Kind == StepKind.Practice)),
            ("kind=NotToday", entries.Count(e => e.Outcome == Outcome.NotToday)),
            ("kind=Moments", entries.Count(e => e.Kind == StepKind.Moment)),
            ("kind=Notes", entries.Count(e => e.Note is not null)),
            ("kind=Noticed", words.Count(w => w is NoticedWin)),
            ("kind=CheckIns", words.OfType<CheckIn>().Select(w => w.Day).Distinct().Count()),
            ("kind=Mornings", words.Count(w => w is DayReport)),
            ("kind=Rests", entries.Count(e => e.Outcome == Outcome.Rest) + words.Count(w => w is DayOff)),
            ("kind=Pauses", words.Count(w => w is Pause)),
            ($"step={step.Id}", entries.Count(e => e.StepId == step.Id)),
            ($"goal={step.GoalId}", entries.Count(e => e.StepId == step.Id)),
            ("tier=Stretch", entries.Count(e => e.Tier == Tier.Stretch)),
            (
                "kind=Wins&area=health",
                entries.Count(e => e.IsWin && e.Kind == StepKind.Practice && health.Contains(e.StepId))
            ),
            (
                "kind=Wins&from=2025-06-01&through=2025-06-30",
                entries.Count(e =>
                    e.IsWin && e.Kind == StepKind.Practice && e.Day >= march && e.Day < march.AddMonths(1)
                )
            ),
            (
                "kind=Noticed&q=dentist",
                words.OfType<NoticedWin>().Count(w => w.Text.Contains("dentist", StringComparison.Ordinal))
            ),
        };
        foreach (var (query, count) in expected)
        {
            Assert.True(count > 0, $"{query} finds nothing, which says little");
            Assert.Equal((query, count), (query, await CountPageByPage(visitor, query)));
        }
    }

    [Theory, EachDatabase]
    public async Task An_amount_of_long_ago_can_be_corrected_and_what_is_believed_follows(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        for (var day = 0; day < 40; day++)
        {
            await visitor.Press("tier", day % 3 == 0 ? "Stretch" : "Target");
            await visitor.NextDay(cairn);
        }

        var first = await cairn.Look(db => db.Entries.OrderBy(entry => entry.Day).FirstAsync());
        var before = await cairn.Look(db => db.Beliefs.AsNoTracking().SingleAsync());
        Assert.True(before.Through >= first.Day);
        await visitor.Open("/history/day/2026-03-02");
        visitor.Fill("amount", "a lot");
        await visitor.Press(within: "form[action^='/history/entries/']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("as a number", visitor.Page.QuerySelector(".wrong")!.TextContent, StringComparison.Ordinal);
        visitor.Fill("amount", "1");
        var button = visitor.FindButton(within: "form[action^='/history/entries/']");
        var (path, fields) = (button.Form!.GetAttribute("action")!, visitor.FieldsFor(button));
        await visitor.Post(path, fields);

        var now = await cairn.Look(db =>
            db.Entries.AsNoTracking().SingleAsync(e => e.Day == first.Day && e.SupersededBy == null)
        );
        Assert.Equal((Outcome.NotToday, 1.0, first.Bars), (now.Outcome, now.Amount, now.Bars));
        Assert.Contains("not today, 1", visitor.Text, StringComparison.Ordinal);
        var kept = await cairn.Look(db => db.Beliefs.AsNoTracking().SingleAsync());
        Assert.Equal(
            await cairn.Look(db =>
                db.Entries.CountAsync(e => e.Outcome == Outcome.Won && e.SupersededBy == null && e.Day <= kept.Through)
            ),
            kept.Stones
        );
        Assert.NotEqual(before.State, kept.State);
        Assert.False(
            await cairn.Look(db =>
                cairn
                    .Services.GetRequiredService<WriteGate>()
                    .Write(
                        db,
                        first.PersonId,
                        () => Snapshots.Rebuild(db, first.PersonId, kept.Through, CancellationToken.None),
                        CancellationToken.None
                    )
            ),
            "the stored belief is not what all entries say"
        );

        await visitor.Post(path, fields); // the same again
        Assert.Equal(2, await cairn.Look(db => db.Entries.CountAsync(e => e.Day == first.Day)));
        fields["id"] = Guid.CreateVersion7(cairn.Clock.GetUtcNow()).ToString();
        fields["amount"] = "2";
        await visitor.Post(path, fields); // from a window that was open before
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("another window", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("2", visitor.Page.QuerySelector("input[name=amount]")!.GetAttribute("value"));
        Assert.Equal(2, await cairn.Look(db => db.Entries.CountAsync(e => e.Day == first.Day)));
    }

    [Theory, EachDatabase]
    public async Task What_somebody_else_said_is_not_found_and_not_changed(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var (_, entry) = await Strangers.Settle(cairn);

        await visitor.Open("/history?q=secret");
        Assert.Empty(Items(visitor));
        Assert.DoesNotContain("Secret", visitor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await visitor.Open("/history/day/2026-03-02");
        Assert.DoesNotContain("Secret", visitor.Text, StringComparison.Ordinal);
        await visitor.Post(
            $"/history/entries/{entry}",
            new() { ["id"] = Guid.CreateVersion7(TestCairn.Monday).ToString(), ["note"] = "mine now" }
        );
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.False(await cairn.Look(db => db.Entries.AnyAsync(e => e.Note == "mine now")));
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_gets_a_sentence_and_a_day_to_come_is_not_there()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        await visitor.Open("/history?q=walk&from=yesterday");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("2026-03-01", visitor.Page.QuerySelector(".wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("walk", visitor.Page.QuerySelector("#q")!.GetAttribute("value"));
        foreach (var no in new[] { "2026-03-03", "0001-01-01" })
        {
            await visitor.Open("/history/day/" + no);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }
    }

    private static IEnumerable<IElement> Items(Visitor visitor) => visitor.Page.QuerySelectorAll(".found-day li");

    private static async Task<int> CountPageByPage(Visitor visitor, string query)
    {
        var (count, path) = (0, "/history?" + query);
        while (path is not null)
        {
            await visitor.Open(path);
            Assert.InRange(Items(visitor).Count(), 1, HistoryView.PageSize);
            count += Items(visitor).Count();
            path = visitor.Page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        return count;
    }

    private static Task Say(TestCairn cairn, Visitor visitor, string kind, params (string Name, string Value)[] fields)
    {
        cairn.Clock.Advance(TimeSpan.FromSeconds(1));
        var id = Guid.CreateVersion7(cairn.Clock.GetUtcNow()).ToString(null, CultureInfo.InvariantCulture);
        return visitor.Post(
            $"/act/{kind}",
            new(StringComparer.Ordinal)
            {
                ["id"] = id,
                [fields[0].Name] = fields[0].Value,
                [fields[^1].Name] = fields[^1].Value,
            }
        );
    }

    private static Task<DemoReport> Live(TestCairn cairn, int years) =>
        cairn.Look(db =>
            new DemoPeople(db, cairn.Services.GetRequiredService<WriteGate>(), cairn.Clock).Write(
                1,
                years,
                7,
                null,
                _ => { },
                CancellationToken.None
            )
        );
}
