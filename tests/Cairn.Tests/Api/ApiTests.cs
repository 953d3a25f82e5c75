using System.Net;
using System.Text.Json.Nodes;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Api;

/// <summary>What a program does in a day: wins, goals, steps, corrections; sent twice, seen again, page by page.</summary>
public sealed class ApiTests
{
    [Theory, EachDatabase]
    public async Task A_win_is_one_however_often_and_at_once_it_is_sent(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        using var http = cairn.Program(await cairn.MakeKey());
        var day = await http.Read("today");
        var step = (string)day["steps"]![0]!["step"]!;
        var id = Guid.CreateVersion7(cairn.Clock.GetUtcNow());

        var answers = new List<HttpStatusCode>();
        for (var time = 0; time < 5; time++)
        {
            using var answer = await http.Send(
                HttpMethod.Post,
                "actions",
                new
                {
                    kind = "win",
                    step,
                    amount = 9,
                },
                id
            );
            answers.Add(answer.StatusCode);
        }

        var twin = Guid.CreateVersion7(cairn.Clock.GetUtcNow());
        var noticed = new
        {
            kind = "noticed",
            id = twin,
            text = "I breathed",
        };
        var both = await Task.WhenAll(
            http.Send(HttpMethod.Post, "actions", noticed),
            http.Send(HttpMethod.Post, "actions", noticed)
        );

        Assert.Equal([HttpStatusCode.Created, .. Enumerable.Repeat(HttpStatusCode.OK, 4)], answers);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Created], both.Select(answer => answer.StatusCode).Order());
        Assert.Equal(
            (1, 1),
            await cairn.Look(async db => (await db.Entries.CountAsync(), await db.DayWords.CountAsync()))
        );
        var now = await http.Read($"today?said={id}");
        Assert.Equal("won", (string)now["steps"]![0]!["said"]!["outcome"]!);
        Assert.Equal("I breathed", (string)now["noticed"]![0]!["text"]!);
        Assert.NotEqual((string)day["sentence"]!, (string)now["sentence"]!);
        await visitor.Open("/");
        Assert.Contains("I breathed", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_is_told_in_a_sentence_and_changes_nothing(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        using var http = cairn.Program(await cairn.MakeKey());
        var step = (string)(await http.Read("today"))["steps"]![0]!["step"]!;
        var id = Guid.CreateVersion7(cairn.Clock.GetUtcNow());
        (HttpMethod Method, string Path, object? Body, Guid? Id, string? Tag, int Status)[] all =
        [
            (
                HttpMethod.Post,
                "actions",
                new
                {
                    kind = "win",
                    step,
                    tier = "floor",
                },
                null,
                null,
                400
            ), // no id
            (
                HttpMethod.Post,
                "actions",
                new
                {
                    kind = "win",
                    id = Guid.CreateVersion7(cairn.Clock.GetUtcNow()),
                    step,
                },
                id,
                null,
                400
            ), // two ids
            (
                HttpMethod.Post,
                "actions",
                new
                {
                    kind = "win",
                    step,
                    tier = "floor",
                    mood = 3,
                },
                id,
                null,
                400
            ),
            (HttpMethod.Post, "actions", new { kind = "win", step }, id, null, 422),
            (HttpMethod.Post, "actions", "[", id, null, 400),
            (HttpMethod.Post, "actions", "{\"kind\":\"win\",\"kind\":\"win\"}", id, null, 400),
            (HttpMethod.Post, "goals", new { title = "", area = "health" }, id, null, 422),
            (HttpMethod.Post, "goals", new { title = "x", area = "" }, id, null, 422),
            (
                HttpMethod.Post,
                "goals",
                new
                {
                    title = "x",
                    area = "health",
                    colour = "red",
                },
                id,
                null,
                400
            ),
            (HttpMethod.Post, "goals", new { title = "x", area = "health" }, null, null, 400),
            (HttpMethod.Put, $"steps/{step}", new { name = "Run" }, id, null, 428),
            (HttpMethod.Put, $"steps/{step}", new { name = "Run" }, id, "\"v7\"", 412),
            (HttpMethod.Put, $"steps/{step}", new { name = "Run" }, id, "nonsense", 412),
            (HttpMethod.Put, $"steps/{step}", new { name = "Run", pinned = -1 }, id, "\"v2\"", 422),
            (HttpMethod.Get, "entries?limit=201", null, null, null, 400),
            (HttpMethod.Get, "entries?cursor=nonsense", null, null, null, 400),
            (HttpMethod.Get, "entries?from=yesterday", null, null, null, 400),
            (HttpMethod.Get, "days/2026-01-01", null, null, null, 404),
            (HttpMethod.Get, "nothing", null, null, null, 404),
            (HttpMethod.Delete, "today", null, null, null, 404),
        ];
        var before = await cairn.Look(async db =>
            (await db.StepVersions.CountAsync(), await db.Goals.CountAsync(), await db.Entries.CountAsync())
        );

        foreach (var (method, path, body, key, tag, status) in all)
        {
            using var answer = await http.Send(method, path, body, key, tag);
            var problem = await answer.Json();
            Assert.True(
                status == (int)answer.StatusCode,
                $"{method} {path} {body}: {(int)answer.StatusCode} {problem}"
            );
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.True(((string?)problem!["detail"])?.Length > 20, $"{method} {path}: {problem}");
        }

        Assert.Equal(
            before,
            await cairn.Look(async db =>
                (await db.StepVersions.CountAsync(), await db.Goals.CountAsync(), await db.Entries.CountAsync())
            )
        );
    }

    [Theory, EachDatabase]
    public async Task A_goal_and_its_steps_from_the_beginning_to_the_end(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var http = cairn.Program(await cairn.MakeKey());
        var (goal, walk, water) = (Id(1), Id(2), Id(3));

        for (var time = 0; time < 2; time++)
        {
            await Is(
                time == 0 ? 201 : 200,
                http.Send(
                    HttpMethod.Post,
                    "goals",
                    new
                    {
                        title = "Move more",
                        area = "garden",
                        why = "Air",
                    },
                    goal
                )
            );
            await Is(
                time == 0 ? 201 : 200,
                http.Send(
                    HttpMethod.Post,
                    $"goals/{goal}/steps",
                    new
                    {
                        name = "Walk",
                        amount = 20,
                        unit = "min",
                    },
                    walk
                )
            );
            await Is(
                time == 0 ? 201 : 200,
                http.Send(HttpMethod.Post, $"goals/{goal}/steps", new { name = "Drink", kind = "moment" }, water)
            );
        }

        await Is(422, http.Send(HttpMethod.Post, "goals", new { title = "Sleep", area = "health" }, goal));
        var said = new
        {
            name = "Walk far",
            amount = 2.55,
            cue = "pour the coffee",
            time = "07:30:00",
            rhythm = new { kind = "days", days = new[] { "monday", "sunday" } },
        };
        var change = Id(4);
        var changed = await Is(200, http.Send(HttpMethod.Put, $"steps/{walk}", said, change, "\"v1\""));
        var again = await Is(200, http.Send(HttpMethod.Put, $"steps/{walk}", said, change, "\"v1\""));
        await Is(412, http.Send(HttpMethod.Put, $"steps/{walk}", said with { name = "Run" }, Id(5), "\"v1\""));
        Assert.Equal(2.55, (double)changed!["amount"]!);
        Assert.Equal("min", (string)changed["unit"]!);
        Assert.Equal(
            "monday,sunday",
            string.Join(',', changed["rhythm"]!["days"]!.AsArray().Select(day => (string)day!))
        );
        Assert.Equal(changed.ToJsonString(), again!.ToJsonString());
        Assert.Equal(2, (await http.Read($"steps/{walk}/versions"))["items"]!.AsArray().Count);

        await Is(
            200,
            http.Send(HttpMethod.Put, $"goals/{goal}", new { title = "Move", why = (string?)null }, Id(6), "\"v0\"")
        );
        var put = await Is(200, http.Send(HttpMethod.Put, $"goals/{goal}/state", new { state = "letGo" }, Id(7)));
        Assert.Equal(
            ("Move", "letGo", "garden"),
            ((string)put!["title"]!, (string)put["state"]!, (string)put["area"]!)
        );
        Assert.Null(put["why"]);
        Assert.True((bool)(await http.Read($"steps/{walk}"))["isPutAway"]!);
        await Is(409, http.Send(HttpMethod.Post, $"goals/{goal}/steps", new { name = "Swim", kind = "moment" }, Id(8)));
        await Is(200, http.Send(HttpMethod.Put, $"goals/{goal}/state", new { state = "open" }, Id(9)));
        await Is(200, http.Send(HttpMethod.Put, $"steps/{walk}/state", new { isPutAway = true }));
        Assert.Empty((await http.Read("today"))["steps"]!.AsArray());

        Guid Id(byte last) => new(2026, 3, 2, [0x80, 0, 0, 0, 0, 0, 0, last]);
    }

    [Theory, EachDatabase]
    public async Task Whoever_has_seen_it_hears_so_and_what_was_changed_since_is_not_overwritten(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var http = cairn.Program(await cairn.MakeKey());
        using var seen = await http.Send(HttpMethod.Get, "settings");
        var tag = seen.Headers.ETag!.ToString();
        var settings = (await seen.Json())!;

        using var same = await Again(tag);
        settings["openSteps"] = 3;
        await Is(200, http.Send(HttpMethod.Put, "settings", settings.ToJsonString(), null, tag));
        await Is(200, http.Send(HttpMethod.Put, "settings", settings.ToJsonString(), null, tag)); // the answer was lost
        settings["openSteps"] = 4;
        await Is(412, http.Send(HttpMethod.Put, "settings", settings.ToJsonString(), null, tag));
        using var other = await Again(tag);

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Empty(await same.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(3, await cairn.Look(db => db.People.Select(person => person.OpenSteps).SingleAsync()));
        settings["zone"] = "Nowhere";
        await Is(
            422,
            http.Send(HttpMethod.Put, "settings", settings.ToJsonString(), null, other.Headers.ETag!.ToString())
        );

        async Task<HttpResponseMessage> Again(string known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/settings");
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
            return await http.SendAsync(request);
        }
    }

    [Theory, EachDatabase]
    public async Task A_thousand_entries_come_page_by_page_each_once(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var all = await cairn.Look(db => Many(db, cairn.Clock.GetUtcNow()));
        using var http = cairn.Program(await cairn.MakeKey([Keys.Scopes.Read]));
        var (found, pages) = (new List<Guid>(), 0);

        var next = "/api/v1/entries?limit=150";
        while (next is not null)
        {
            using var answer = await http.GetAsync(new Uri(next, UriKind.Relative));
            var page = (await answer.Json())!;
            found.AddRange(page["items"]!.AsArray().Select(entry => (Guid)entry!["id"]!));
            pages++;
            next = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
            Assert.Equal(next is null, page["next"] is null);
        }

        Assert.Equal(7, pages);
        Assert.Equal(all.Order(), found.Order());
        var march = (await http.Read("entries?from=2025-03-01&to=2025-03-31&limit=200"))["items"]!.AsArray();
        Assert.All(march, entry => Assert.StartsWith("2025-03", (string)entry!["day"]!, StringComparison.Ordinal));
        Assert.Equal(62, march.Count);
    }

    [Theory, EachDatabase]
    public async Task An_old_entry_is_corrected_and_answers_come_by_day(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Target");
        using var http = cairn.Program(await cairn.MakeKey());
        var entry = (string)(await http.Read("entries"))["items"]![0]!["id"]!;
        var (correction, answer) = (
            Guid.CreateVersion7(cairn.Clock.GetUtcNow()),
            Guid.CreateVersion7(cairn.Clock.GetUtcNow())
        );

        var now = await Is(
            201,
            http.Send(
                HttpMethod.Post,
                $"entries/{entry}/corrections",
                new { said = "floor", note = "In the rain" },
                correction
            )
        );
        await Is(
            200,
            http.Send(
                HttpMethod.Post,
                $"entries/{entry}/corrections",
                new { said = "floor", note = "In the rain" },
                correction
            )
        );
        await Is(412, http.Send(HttpMethod.Post, $"entries/{entry}/corrections", new { said = "stretch" }, answer));
        await Is(
            201,
            http.Send(
                HttpMethod.Post,
                "actions",
                new { kind = "checkIn", answers = new { mood = 7, best = "Rain" } },
                answer
            )
        );

        Assert.Equal(("floor", "In the rain"), ((string)now!["tier"]!, (string)now["note"]!));
        Assert.Equal($"{correction}", (string)(await http.Read($"entries/{entry}"))["replacedBy"]!);
        var said = (await http.Read("check-ins"))["items"]![0]!["answers"]!;
        Assert.Equal((7, "Rain"), ((int)said["mood"]!, (string)said["best"]!));
        Assert.Equal(1, (int)(await http.Read("progress"))["stones"]!);
        Assert.Equal(1, (int)(await http.Read("progress/calendar/2026"))["days"]!.AsArray().Last()!["wins"]!);
        using var archive = await http.Send(HttpMethod.Get, "export/archive");
        Assert.Equal((byte)'P', (await archive.Content.ReadAsByteArrayAsync())[0]);
        using var table = await http.Send(HttpMethod.Get, "export/entries");
        Assert.Contains("In the rain", await table.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<JsonNode?> Is(int status, Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode} for {answer.RequestMessage}: {text}");
        return JsonNode.Parse(text);
    }

    /// <summary>Two a day for 500 days, with ids that are in no order.</summary>
    private static async Task<List<Guid>> Many(CairnDb db, DateTimeOffset now)
    {
        var step = await db.Steps.AsNoTracking().SingleAsync();
        var second = new Step
        {
            PersonId = step.PersonId,
            Id = Guid.CreateVersion7(now),
            GoalId = step.GoalId,
            Kind = StepKind.Practice,
            Position = 1,
            Created = now,
        };
        db.Steps.Add(second);
        db.StepVersions.Add(
            (await db.StepVersions.AsNoTracking().OrderBy(v => v.Number).LastAsync()) with
            {
                StepId = second.Id,
                Number = 1,
                Action = null,
            }
        );
        var entries = Enumerable
            .Range(0, 1000)
            .Select(place => new Entry
            {
                PersonId = step.PersonId,
                Id = new Guid(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(place)).AsSpan(0, 16)),
                StepId = place % 2 == 0 ? step.Id : second.Id,
                Day = new DateOnly(2024, 10, 1).AddDays(place / 2),
                Zone = "Europe/Berlin",
                At = now.AddDays((place / 2) - 600),
                Outcome = Outcome.Won,
                Tier = Tier.Floor,
                Bars = new Bars(1, 2, 5, .97, .9, .5),
            })
            .ToList();
        db.Entries.AddRange(entries);
        await db.SaveChangesAsync();
        return entries.ConvertAll(entry => entry.Id);
    }
}
