using System.Globalization;
using System.Net;
using Cairn.Data;
using Cairn.Demo;
using Cairn.Harness;
using Cairn.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cairn.Progress;

public sealed class CairnPageTests
{
    [Theory, EachDatabase]
    public async Task The_first_stone_lies_in_each_picture_and_says_what_it_was(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Open("/progress");
        Assert.Contains("none is ever taken away", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector(".first-place"));
        await visitor.Begin();
        await visitor.Press("tier", "Floor");
        foreach (var path in new[] { "", "/day", "/week", "/month", "/year", "/all" })
        {
            Assert.InRange(await QueryCount.During(cairn, () => visitor.Open("/progress" + path)), 1, 4);
            Assert.Contains("One stone. It stays.", visitor.Text, StringComparison.Ordinal);
            Assert.StartsWith(
                "Walk, ",
                Assert.Single(Titles(visitor, ".field use title, .field g > g > g > title")),
                StringComparison.Ordinal
            );
        }

        await visitor.Open("/progress/day/2026-03-01");
        Assert.Contains("No stone in this time", visitor.Text, StringComparison.Ordinal);
        foreach (var no in new[] { "day/2026-03-03", "year/2027-01-01", "day/0001-01-01", "decade" })
        {
            await visitor.Open("/progress/" + no);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }
    }

    [Theory, EachDatabase]
    public async Task A_month_without_a_stone_is_not_what_somebody_sees_first(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Floor");
        cairn.Clock.Advance(TimeSpan.FromDays(40));

        await visitor.Open("/progress");

        Assert.Contains("One stone. It stays.", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("Since March 2026", visitor.Page.QuerySelector("h1")!.TextContent);
    }

    /// <summary>Counted from all rows that there are, one by one, as slowly and simply as can be.</summary>
    [Theory, EachDatabase]
    public async Task Every_figure_is_what_a_slow_and_simple_count_of_the_entries_says(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await Live(cairn, years: 2);
        var days = await WinsByDay(cairn);

        foreach (
            var (path, from, to) in new[]
            {
                ("day/2026-03-01", "2026-03-01", "2026-03-01"),
                ("week/2026-02-26", "2026-02-23", "2026-03-01"),
                ("month/2025-07-15", "2025-07-01", "2025-07-31"),
                ("year/2025-05-05", "2025-01-01", "2025-12-31"),
                ("all", "2000-01-01", "2100-01-01"),
            }
        )
        {
            await visitor.Open("/progress/" + path);
            var wins = days.Where(day => Within(day, from, to)).ToList();
            var said = visitor.Page.QuerySelector(".progress .said")!.TextContent;
            Assert.Equal(
                (wins.Count, wins.Distinct().Count()),
                said.Contains("one day", StringComparison.Ordinal)
                    ? (Numbers(said)[0], 1)
                    : (Numbers(said)[0], Numbers(said)[1])
            );
            var rows = visitor.Page.QuerySelectorAll("td.count").Select(cell => Numbers(cell.TextContent)[0]);
            Assert.Equal(
                wins.Count,
                path.StartsWith("day", StringComparison.Ordinal)
                    ? visitor.Page.QuerySelectorAll(".each li").Length
                    : rows.Sum()
            );

            using var csv = await visitor.Http.GetAsync(
                new Uri(visitor.Page.QuerySelector("a[download]")!.GetAttribute("href")!, UriKind.Relative)
            );
            var lines = (await csv.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(wins.Count, lines.Length - 1);
        }
    }

    [Fact]
    public async Task What_somebody_wrote_is_text_in_the_picture_the_list_and_the_table()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        foreach (var text in Texts.All)
        {
            await visitor.Post(
                "/act/noticed",
                new(StringComparer.Ordinal)
                {
                    ["id"] = Guid.CreateVersion7(TestCairn.Monday).ToString(),
                    ["text"] = text,
                    ["day"] = "2026-03-02",
                }
            );
        }

        var kept = await cairn.Look(db => db.DayWords.OfType<NoticedWin>().CountAsync());
        Assert.True(kept >= Texts.All.Count - 1, $"{kept} noticed wins were kept");
        await visitor.Open("/progress/day");
        Assert.Equal(kept, visitor.Page.QuerySelectorAll(".each li").Length);
        Assert.Equal(kept, visitor.Page.QuerySelectorAll(".field use[href='#c-flower']").Length);
        Assert.DoesNotContain(visitor.Page.QuerySelectorAll("img"), image => image.HasAttribute("onerror"));
        Assert.All(Titles(visitor, ".field g > title"), title => Assert.InRange(title.Length, 1, 100));
    }

    private static List<string> Titles(Visitor visitor, string which) =>
        [.. visitor.Page.QuerySelectorAll(which).Select(title => title.TextContent)];

    private static int[] Numbers(string text) =>
        [
            .. System
                .Text.RegularExpressions.Regex.Matches(text, "[0-9][0-9,]*")
                .Select(m =>
                    int.Parse(
                        m.Value.Trim(',').Replace(",", "", StringComparison.Ordinal),
                        CultureInfo.InvariantCulture
                    )
                ),
        ];

    private static bool Within(DateOnly day, string from, string to) =>
        string.CompareOrdinal(day.ToString("O", CultureInfo.InvariantCulture), from) >= 0
        && string.CompareOrdinal(day.ToString("O", CultureInfo.InvariantCulture), to) <= 0;

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

    private static async Task<List<DateOnly>> WinsByDay(TestCairn cairn)
    {
        var entries = await cairn.Look(db => db.Entries.AsNoTracking().ToListAsync());
        var words = await cairn.Look(db => db.DayWords.AsNoTracking().ToListAsync());
        var days = new List<DateOnly>();
        foreach (var entry in entries)
        {
            if (entry.Outcome == Outcome.Won && entry.SupersededBy is null)
            {
                days.Add(entry.Day);
            }
        }

        foreach (var word in words)
        {
            if (word is NoticedWin && word.SupersededBy is null)
            {
                days.Add(word.Day);
            }
        }

        return days;
    }
}
