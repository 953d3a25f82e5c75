using System.Net;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Reflect;

public sealed class LookingBackTests
{
    [Theory, EachDatabase]
    public async Task A_week_shows_its_stones_and_its_good_moments(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Open("/reflect/week/2026-03-04");
        Assert.Contains("No stone this week", visitor.Text, StringComparison.Ordinal);

        await visitor.Open("/");
        await visitor.Press("tier", "Target");
        await visitor.Open("/reflect");
        visitor.Fill("say.best", "rain on the roof");
        await visitor.Press(within: ".own-words");
        Assert.InRange(await QueryCount.During(cairn, () => visitor.Open("/reflect/week/2026-03-04")), 1, 6);

        Assert.Contains("One stone this week", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("rain on the roof", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("On one day.", visitor.Text, StringComparison.Ordinal);
        await visitor.Open("/reflect/week/2026-03-09");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Theory, EachDatabase]
    public async Task A_step_becomes_smaller_rests_comes_back_is_let_go_and_taken_up(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        cairn.Clock.Advance(TimeSpan.FromDays(2));
        await visitor.Open("/reflect/week/2026-03-04");

        await visitor.Press(within: "form[action='/act/smaller']");
        Assert.Equal("/reflect/week/2026-03-02", visitor.Path);
        Assert.Contains("Smaller from today on.", visitor.Text, StringComparison.Ordinal);
        await visitor.Press(within: "form[action='/act/letGrow']");
        Assert.Null(visitor.Page.QuerySelector("form[action='/act/letGrow']"));

        await visitor.Press(within: "form[action='/act/pause']");
        Assert.Contains("Rests until March 11.", visitor.Text, StringComparison.Ordinal);
        await visitor.Press(within: "form[action='/act/resume']");
        Assert.Contains("Not this week.", visitor.Text, StringComparison.Ordinal);

        await visitor.Press(within: "form[action$='/let-go']");
        Assert.Contains("Let go. All you did for it stays.", visitor.Text, StringComparison.Ordinal);
        await visitor.Press(within: "form[action$='/take-up']");
        Assert.Contains("Not this week.", visitor.Text, StringComparison.Ordinal);

        await visitor.Post(
            $"/reflect/steps/{Guid.CreateVersion7(TestCairn.Monday)}/let-go",
            new() { ["back"] = "/reflect" }
        );
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Theory, EachDatabase]
    public async Task A_letter_is_written_when_it_is_first_read_and_stays_as_it_was(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Open("/");
        await visitor.Press("tier", "Target");
        cairn.Clock.Advance(TimeSpan.FromDays(4));
        await visitor.Open("/");
        await visitor.Press("tier", "Target");
        await visitor.Open("/reflect");
        visitor.Fill("say.best", "rain on the roof");
        await visitor.Press(within: ".own-words");
        await visitor.Open("/reflect/letter/2026-03");
        Assert.Contains("This letter will be written on", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(await Letters(cairn));

        cairn.Clock.Advance(TimeSpan.FromDays(26)); // the first of April
        await visitor.Open("/reflect/letter/2026-03");
        Assert.Contains("In March 2026 you laid 2 stones, on 2 days.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Once you were away", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("rain on the roof", visitor.Text, StringComparison.Ordinal);

        var step = await cairn.Look(db => db.Steps.Select(s => s.Id).SingleAsync());
        await visitor.Post(
            "/act/win",
            new(StringComparer.Ordinal)
            {
                ["id"] = Guid.CreateVersion7(TestCairn.Monday).ToString(),
                ["step"] = step.ToString(),
                ["tier"] = "floor",
                ["day"] = "2026-03-30",
            }
        );
        await visitor.Open("/reflect/letter/2026-03");
        Assert.Contains("2 stones, on 2 days", visitor.Text, StringComparison.Ordinal);
        Assert.Single(await Letters(cairn));

        await visitor.Open("/reflect/letter/2025");
        Assert.Contains("2025 has no stones.", visitor.Text, StringComparison.Ordinal);
        foreach (var no in new[] { "2026-13", "26", "0001", "letter" })
        {
            await visitor.Open($"/reflect/letter/{no}");
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }
    }

    [Theory, EachDatabase]
    public async Task Help_is_reached_from_each_screen_and_shows_what_the_host_wrote(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        foreach (
            var screen in new[]
            {
                "/",
                "/goals",
                "/reflect",
                "/settings",
                "/welcome",
                "/reflect/week/2026-03-02",
                "/no-such-page",
            }
        )
        {
            await visitor.Open(screen);
            Assert.NotNull(visitor.Page.QuerySelector("footer a[href='/help/lines']"));
        }

        await visitor.Open("/help/lines");
        Assert.Contains("Whom you can turn to", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]", visitor.Text);

        var file = Path.Combine(cairn.Storage.Folder, "help-lines.yaml");
        await File.WriteAllTextAsync(
            file,
            """
            - country: DE
              lines:
                - name: A line for the test
                  phone: 000 / 111 222
                  note: Day and night.
                  web: https://example.org/help
                - name: No link for this
                  web: "javascript:alert(1)"
            """
        );
        await visitor.Open("/help/lines");
        Assert.Equal("tel:000111222", visitor.Page.QuerySelector("main a.button")!.GetAttribute("href"));
        Assert.Contains("Day and night.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", visitor.Page.Body!.InnerHtml, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, "- country: [");
        await visitor.Open("/help/lines");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("Whom you can turn to", visitor.Text, StringComparison.Ordinal);
    }

    private static Task<List<Letter>> Letters(TestCairn cairn) =>
        cairn.Look(db => db.DayWords.OfType<Letter>().AsNoTracking().ToListAsync());
}
