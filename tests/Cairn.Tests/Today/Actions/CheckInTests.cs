using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Today.Actions;

public sealed class CheckInTests
{
    private static readonly DateTimeOffset Noon = TestCairn.Monday;

    [Theory, EachDatabase]
    public async Task Of_each_question_the_later_answer_counts_whatever_arrives_first(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        await cairn.LivesIn("Europe/Berlin");
        using var visitor = cairn.Visit();
        var (early, late) = (
            Action(-10, new { mood = (int?)3, best = "the walk" }),
            Action(-5, new { mood = (int?)8, solving = 0 })
        );

        Assert.Equal(["saved"], await Send(visitor, late));
        Assert.Equal(["saved", "known"], await Send(visitor, early, late));

        var answers = await Answers(cairn, new DateOnly(2026, 3, 2));
        Assert.Equal(8, answers["mood"].Rating);
        Assert.Equal(0, answers["solving"].Rating);
        Assert.Equal("the walk", answers["best"].Text);
    }

    [Theory, EachDatabase]
    public async Task Nothing_takes_an_answer_away_and_taking_back_brings_the_one_before(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        await cairn.LivesIn("Europe/Berlin");
        using var visitor = cairn.Visit();
        var none = Action(-5, new { mood = (int?)null, best = "  " });

        await Send(visitor, Action(-10, new { mood = (int?)3, best = "the walk" }), none);
        Assert.Empty(await Answers(cairn, new DateOnly(2026, 3, 2)));

        await Send(
            visitor,
            new
            {
                kind = "takeBack",
                id = Guid.CreateVersion7(TestCairn.Monday),
                at = Noon,
                entry = none["id"],
            }
        );
        Assert.Equal(3, (await Answers(cairn, new DateOnly(2026, 3, 2)))["mood"].Rating);
    }

    [Theory, EachDatabase]
    public async Task What_is_no_answer_is_refused_with_a_sentence(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        await cairn.LivesIn("Europe/Berlin");
        using var visitor = cairn.Visit();

        Assert.Equal(
            ["refused", "refused", "refused", "refused", "refused", "saved"],
            await Send(
                visitor,
                Action(-1, new { mood = 11 }),
                Action(-1, new { mood = -1 }),
                Action(-1, new { mood = 5.5 }),
                Action(-1, new { }),
                Action(-1, new Dictionary<string, object> { ["a key"] = 1 }),
                Action(-1, new { mood = 10 })
            )
        );
    }

    [Theory, EachDatabase]
    public async Task A_form_says_the_same_and_leads_back_to_a_page_of_ours_only(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        await cairn.LivesIn("Europe/Berlin");
        using var visitor = cairn.Visit();
        var fields = new Dictionary<string, string>
        {
            ["id"] = Guid.CreateVersion7(TestCairn.Monday).ToString(),
            ["day"] = "2026-02-28",
            ["rate.mood"] = "7",
            ["say.best"] = "7",
            ["back"] = "/settings",
        };

        await visitor.Post("/act/checkIn", fields);
        Assert.Equal("/settings", visitor.Path);
        var answers = await Answers(cairn, new DateOnly(2026, 2, 28));
        Assert.Equal((7, "7"), (answers["mood"].Rating, answers["best"].Text));

        foreach (var elsewhere in new[] { "//example.org/", "https://example.org/", "/\\example.org", "/a\nb" })
        {
            await visitor.Post(
                "/act/checkIn",
                new(fields) { ["id"] = Guid.CreateVersion7(TestCairn.Monday).ToString(), ["back"] = elsewhere }
            );
            Assert.DoesNotContain("example.org", visitor.Path, StringComparison.Ordinal);
        }

        await visitor.Post(
            "/act/checkIn",
            new(fields) { ["id"] = Guid.CreateVersion7(TestCairn.Monday).ToString(), ["rate.mood"] = "a lot" }
        );
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
    }

    private static Dictionary<string, object> Action(int minutes, object answers) =>
        new()
        {
            ["kind"] = "checkIn",
            ["id"] = Guid.CreateVersion7(TestCairn.Monday),
            ["at"] = Noon.AddMinutes(minutes),
            ["answers"] = answers,
        };

    private static async Task<string[]> Send(Visitor visitor, params object[] actions)
    {
        using var answer = await visitor.Http.PostAsJsonAsync(new Uri("/actions", UriKind.Relative), actions);
        answer.EnsureSuccessStatusCode();
        var results = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results");
        return [.. results.EnumerateArray().Select(result => result.GetProperty("state").GetString()!)];
    }

    private static async Task<IReadOnlyDictionary<string, Answer>> Answers(TestCairn cairn, DateOnly day)
    {
        var words = await cairn.Look(db => db.DayWords.AsNoTracking().Where(w => w.SupersededBy == null).ToListAsync());
        return CheckIn.ByDay(words).GetValueOrDefault(day) ?? new Dictionary<string, Answer>();
    }
}
