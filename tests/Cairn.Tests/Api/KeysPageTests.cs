using System.Net;
using AngleSharp.Dom;
using Cairn.Api.Keys;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Subscribed = Ical.Net.Calendar;

namespace Cairn.Api;

[InAnyZone]
public sealed class KeysPageTests
{
    private const string Secret = ".made input";

    [Theory, EachDatabase]
    public async Task A_key_is_shown_once_used_and_taken_back_at_once(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Open("/settings/keys");
        visitor.Fill("name", "The display in the hall");
        var fields = visitor.FieldsFor(visitor.FindButton(within: "form:has([name=name])"));

        await visitor.Post("/settings/keys", fields);
        var key = visitor.Page.QuerySelector(Secret)!.GetAttribute("value")!;
        await visitor.Post("/settings/keys", fields);
        Assert.Equal(HttpStatusCode.Conflict, visitor.Status);
        Assert.Null(visitor.Page.QuerySelector(Secret));
        await visitor.Open("/settings/keys");

        Assert.DoesNotContain(key, visitor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("The display in the hall", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Not used yet", visitor.Text, StringComparison.Ordinal);
        using var http = cairn.Program(key);
        using (var answer = await http.Send(HttpMethod.Get, "today"))
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using (var answer = await http.Send(HttpMethod.Get, "settings"))
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await visitor.Open("/settings/keys");
        Assert.Contains("Last used: Monday", visitor.Text, StringComparison.Ordinal);
        await visitor.Press(within: ".key-list form");
        Assert.DoesNotContain("The display in the hall", visitor.Text, StringComparison.Ordinal);
        using var gone = await http.Send(HttpMethod.Get, "today");
        Assert.Equal(HttpStatusCode.Unauthorized, gone.StatusCode);
        var happened = await cairn.Look(db => db.SecurityEvents.OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());
        Assert.Equal([SecurityEventKind.KeyMade, SecurityEventKind.KeyTakenBack], happened.Order());
    }

    [Fact]
    public async Task A_key_for_nothing_or_without_a_name_is_not_made()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Open("/settings/keys");
        visitor.Fill("name", "A script");
        var fields = visitor.FieldsFor(visitor.FindButton(within: "form:has([name=name])"));

        await visitor.Post(
            "/settings/keys",
            fields.Where(field => !Scopes.OfPrograms.Contains(field.Key)).ToDictionary()
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal("A script", visitor.Page.QuerySelector("[name=name]")!.GetAttribute("value"));
        await visitor.Post("/settings/keys", new(fields) { ["name"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        await visitor.Post("/settings/keys", new(fields) { ["days"] = "100000" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);

        Assert.Equal(0, await cairn.Look(db => db.AccessKeys.CountAsync()));
        await visitor.Post($"/settings/keys/{Guid.CreateVersion7(cairn.Clock.GetUtcNow())}/back", []);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Theory, EachDatabase]
    public async Task The_calendar_has_the_planned_days_and_nothing_private(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        const string Long =
            "Walk; far, \"slow\" \\ über die Brücke und am Fluss entlang bis zum alten Baum, dann zurück";
        var rhythm = Engine.Schedule.Rhythm.On(Engine.Schedule.Weekdays.Monday | Engine.Schedule.Weekdays.Thursday);
        await cairn.Look(db =>
            db.StepVersions.ExecuteUpdateAsync(set =>
                set.SetProperty(v => v.Name, Long)
                    .SetProperty(v => v.Days, rhythm.ToString())
                    .SetProperty(v => v.Time, new TimeOnly(7, 30))
                    .SetProperty(v => v.Obstacle, "my secret reason")
            )
        );
        await visitor.Post("/act/rest", new() { ["id"] = $"{Guid.CreateVersion7(cairn.Clock.GetUtcNow())}" });
        await visitor.Open("/settings/keys");
        await visitor.Press("calendar", "true");
        var address = visitor.Page.QuerySelector(Secret)!.GetAttribute("value")!;
        using var http = cairn.Program(null);

        var text = await http.GetStringAsync(new Uri(address));

        var calendar = Subscribed.Load(text)!;
        var days = calendar.Events.Select(e => e.DtStart!.Value).Order().ToList();
        Assert.Equal(new DateTime(2026, 3, 5, 7, 30, 0), days[0]); // the Monday rests
        Assert.Equal(15, days.Count);
        Assert.All(calendar.Events, e => Assert.True(e.DtStart!.IsFloating));
        Assert.All(calendar.Events, e => Assert.Equal(Long, e.Summary));
        Assert.All(text.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain("secret reason", text, StringComparison.Ordinal);
        using var other = await http.GetAsync(new Uri(address.Replace("cairn_", "cairn_A", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        using var api = cairn.Program(address.Split('/')[^1][..^4]);
        using var refused = await api.Send(HttpMethod.Get, "today");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await visitor.Open("/settings/keys");
        await visitor.Press(within: ".key-list form");
        using var gone = await http.GetAsync(new Uri(address));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }
}
