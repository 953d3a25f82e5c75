using System.Net;
using System.Text.Json.Nodes;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Api;

/// <summary>What a program does beside the day: looking back, routines, breaking down, two minutes, tests by coin, ladders.</summary>
public sealed class PartsTests
{
    [Theory, EachDatabase]
    public async Task A_week_and_a_letter_are_what_the_screens_show_and_a_look_keeps_no_letter(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Target");
        using var http = cairn.Program(await cairn.MakeKey());
        var goal = (string)(await http.Read("goals"))["items"]![0]!["id"]!;
        await Is(
            201,
            http.Send(
                HttpMethod.Post,
                "actions",
                new { kind = "checkIn", answers = new { best = "Rain", inTheWay = "No quiet place" } },
                Id(1)
            )
        );

        var week = await http.Read("weeks/2026-03-04");
        var easier = await Is(
            200,
            http.Send(HttpMethod.Put, "weeks/2026-03-02/easier", new { name = "Shoes by the door" })
        );
        var again = await Is(200, http.Send(HttpMethod.Put, "weeks/2026-03-02/easier", new { name = "Shoes out" }));
        var ofDay = await Is(
            200,
            http.Send(HttpMethod.Put, "days/2026-03-02/easier", new { name = "A quiet room", goal })
        );
        await Is(404, http.Send(HttpMethod.Put, "days/2026-02-20/easier", new { name = "Too late" }));
        await Is(404, http.Send(HttpMethod.Put, "days/2026-03-02/easier", new { name = "Nowhere", goal = Id(9) }));
        await Is(422, http.Send(HttpMethod.Put, "weeks/2026-03-02/easier", new { name = " " }));
        await Is(404, http.Send(HttpMethod.Get, "weeks/2026-03-09"));
        await Is(404, http.Send(HttpMethod.Get, "weeks/0001-01-01"));

        Assert.Equal(("2026-03-02", "2026-03-08"), ((string)week["monday"]!, (string)week["sunday"]!));
        Assert.Equal(1, (int)week["days"]![0]!["stones"]!);
        Assert.Equal(("Rain", "No quiet place"), ((string)week["best"]![0]!["text"]!, (string)week["inTheWay"]!));
        Assert.Equal(("Walk", 1), ((string)week["steps"]![0]!["name"]!, (int)week["steps"]![0]!["days"]!));
        Assert.Equal((string)easier!["id"]!, (string)again!["id"]!);
        Assert.Equal(("task", goal), ((string)ofDay!["kind"]!, (string)ofDay["goal"]!));
        Assert.Equal("Shoes out", (string)(await http.Read("weeks/2026-03-02"))["easier"]!);

        var going = await http.Read("letters/2026-03");
        Assert.Null(going["facts"]);
        await Is(404, http.Send(HttpMethod.Get, "letters/2026-04"));
        await Is(404, http.Send(HttpMethod.Get, "letters/soon"));
        cairn.Clock.Advance(TimeSpan.FromDays(31));
        var march = await http.Read("letters/2026-03");
        Assert.Empty((await http.Read("letters"))["items"]!.AsArray());
        await visitor.Open("/reflect/letter/2026-03");
        var read = await http.Read("letters/2026-03");
        Assert.Equal((1, "Rain"), ((int)march["facts"]!["stones"]!, (string)march["facts"]!["moments"]![0]!["text"]!));
        Assert.Null(march["written"]);
        Assert.Equal(march["facts"]!.ToJsonString(), read["facts"]!.ToJsonString());
        Assert.Equal("2026-04-02", (string)read["written"]!);
        Assert.Equal("2026-03", (string)(await http.Read("letters"))["items"]![0]!["period"]!);
    }

    [Theory, EachDatabase]
    public async Task A_routine_is_made_once_changed_unless_it_was_meanwhile_and_put_away(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        using var http = cairn.Program(await cairn.MakeKey());
        var step = (string)(await http.Read("today"))["steps"]![0]!["step"]!;
        var (goal, water) = ((string)(await http.Read("goals"))["items"]![0]!["id"]!, Id(2));
        await Is(
            201,
            http.Send(HttpMethod.Post, $"goals/{goal}/steps", new { name = "Drink", kind = "moment" }, water)
        );
        var (id, said) = (
            Id(3),
            new
            {
                name = "Morning",
                steps = new[] { step },
                minutes = 15,
            }
        );

        await Is(201, http.Send(HttpMethod.Post, "routines", said, id));
        await Is(200, http.Send(HttpMethod.Post, "routines", said, id));
        await Is(422, http.Send(HttpMethod.Post, "routines", said with { name = "Evening" }, id));
        await Is(422, http.Send(HttpMethod.Post, "routines", said with { steps = [step, $"{water}"] }, Id(4)));
        await Is(422, http.Send(HttpMethod.Post, "routines", said with { steps = [] }, Id(4)));
        await Is(422, http.Send(HttpMethod.Post, "routines", said with { minutes = 0 }, Id(4)));
        await Is(428, http.Send(HttpMethod.Put, $"routines/{id}", said with { name = "Early" }));
        await Is(200, http.Send(HttpMethod.Put, $"routines/{id}", said with { name = "Early" }, null, "\"v1\""));
        await Is(200, http.Send(HttpMethod.Put, $"routines/{id}", said with { name = "Early" }, null, "\"v1\"")); // the answer was lost
        await Is(412, http.Send(HttpMethod.Put, $"routines/{id}", said with { name = "Late" }, null, "\"v1\""));
        var list = (await http.Read("routines"))["items"]!.AsArray();
        var stand = await http.Read($"routines/{id}/stand");
        await visitor.Open("/routines");

        Assert.Equal(("Early", 2), ((string)list.Single()!["name"]!, (int)list[0]!["version"]!));
        Assert.Equal(("Walk", 0), ((string)stand["steps"]![0]!["name"]!, (int)stand["done"]!));
        Assert.Equal((double)stand["steps"]![0]!["bars"]!["target"]!, (double)stand["usual"]!);
        Assert.Contains("Early", visitor.Text, StringComparison.Ordinal);
        await Is(204, http.Send(HttpMethod.Delete, $"routines/{id}"));
        await Is(204, http.Send(HttpMethod.Delete, $"routines/{id}"));
        await Is(404, http.Send(HttpMethod.Get, $"routines/{id}"));
        Assert.Empty((await http.Read("routines"))["items"]!.AsArray());
    }

    [Theory, EachDatabase]
    public async Task A_goal_is_broken_down_and_two_minutes_of_it_begin_once(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        using var http = cairn.Program(await cairn.MakeKey());
        var goal = (string)(await http.Read("goals"))["items"]![0]!["id"]!;
        using var seen = await http.Send(HttpMethod.Get, $"goals/{goal}/breakdown");
        var tag = seen.Headers.ETag!.ToString();

        var pieces = (await http.Read($"goals/{goal}/breakdown/suggestions?text=Tax&blocker=unclear&minutes=30"))[
            "pieces"
        ]!.AsArray();
        var said = new
        {
            tasks = pieces
                .Select(
                    (piece, place) =>
                        new
                        {
                            id = Id((byte)(10 + place)),
                            text = (string)piece!["text"]!,
                            minutes = (int)piece["minutes"]!,
                            depth = (int)piece["depth"]!,
                        }
                )
                .ToArray(),
        };
        await Is(422, http.Send(HttpMethod.Get, $"goals/{goal}/breakdown/suggestions?text=%20&blocker=unclear"));
        await Is(400, http.Send(HttpMethod.Get, $"goals/{goal}/breakdown/suggestions?text=Tax&blocker=7"));
        await Is(400, http.Send(HttpMethod.Get, $"goals/{goal}/breakdown/suggestions?text=Tax"));
        var kept = await Is(200, http.Send(HttpMethod.Put, $"goals/{goal}/breakdown", said, null, tag));
        await Is(200, http.Send(HttpMethod.Put, $"goals/{goal}/breakdown", said, null, tag)); // the answer was lost
        await Is(412, http.Send(HttpMethod.Put, $"goals/{goal}/breakdown", new { tasks = said.tasks[1..] }, null, tag));
        var wrong = await Is(
            422,
            http.Send(
                HttpMethod.Put,
                $"goals/{goal}/breakdown",
                new { tasks = new[] { said.tasks[0] with { minutes = 0 } } },
                null,
                tag
            )
        );

        Assert.True(pieces.Count > 3);
        Assert.Equal("tasks[0]", (string)wrong!["field"]!);
        Assert.Equal(
            said.tasks.Select(task => task.text),
            kept!["tasks"]!.AsArray().Select(task => (string)task!["text"]!)
        );
        var today = (await http.Read("today"))["steps"]!.AsArray();
        var first = said.tasks.First(task => task.minutes > 0); // what stands above it only names it
        Assert.Contains(today, step => (Guid)step!["step"]! == first.id);
        await Is(201, http.Send(HttpMethod.Post, "actions", new { kind = "done", step = first.id }, Id(40)));
        using var after = await http.Send(HttpMethod.Get, $"goals/{goal}/breakdown");
        var done = (await after.Json())!["tasks"]!.AsArray().Where(task => (bool)task!["isDone"]!);
        Assert.Equal([first.id], done.Select(task => (Guid)task!["id"]!));
        Assert.NotEqual(tag, after.Headers.ETag!.ToString());

        var two = await http.Read($"goals/{goal}/unstick?blocker=tooBig");
        var what = new { what = (string)two["suggestions"]![0]! };
        await Is(201, http.Send(HttpMethod.Post, $"goals/{goal}/unstick", what, Id(50)));
        var begun = await Is(200, http.Send(HttpMethod.Post, $"goals/{goal}/unstick", what, Id(50)));
        await Is(422, http.Send(HttpMethod.Post, $"goals/{goal}/unstick", new { what = "" }, Id(51)));
        await Is(422, http.Send(HttpMethod.Post, $"goals/{goal}/unstick", what, (Guid)today[0]!["step"]!));
        Assert.Equal(("task", what.what), ((string)begun!["kind"]!, (string)begun["name"]!));
        await visitor.Open($"/now/{Id(50)}");
        Assert.Contains(what.what, visitor.Text, StringComparison.Ordinal);
        Assert.Null((await http.Read("unstick"))["stuck"]);
        await Is(200, http.Send(HttpMethod.Put, $"goals/{goal}/state", new { state = "done" }, Id(52)));
        await Is(409, http.Send(HttpMethod.Post, $"goals/{goal}/unstick", what, Id(53)));
    }

    [Theory, EachDatabase]
    public async Task A_test_by_coin_begins_once_and_ends_and_what_is_ignored_is_named(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        using var http = cairn.Program(await cairn.MakeKey());
        var step = (string)(await http.Read("today"))["steps"]![0]!["step"]!;
        var experiment = Id(60);

        var begun = await Is(201, http.Send(HttpMethod.Post, $"steps/{step}/experiments", null, experiment));
        var again = await Is(200, http.Send(HttpMethod.Post, $"steps/{step}/experiments", null, experiment));
        await Is(409, http.Send(HttpMethod.Post, $"steps/{step}/experiments", null, Id(61)));
        Assert.Equal(("2026-03-03", "2026-05-25"), ((string)begun!["first"]!, (string)begun["last"]!));
        Assert.Equal(begun.ToJsonString(), again!.ToJsonString());
        Assert.Null(begun["asks"]);
        cairn.Clock.Advance(TimeSpan.FromDays(3));
        var stand = await http.Read($"experiments/{experiment}");
        await visitor.Open($"/insights/experiments/{experiment}");
        Assert.Contains("3", visitor.Text, StringComparison.Ordinal);
        Assert.Equal((2, 28), (stand["days"]!.AsArray().Count, (int)stand["nextLook"]!));
        await Is(204, http.Send(HttpMethod.Post, $"experiments/{experiment}/end", null, Id(62)));
        await Is(204, http.Send(HttpMethod.Post, $"experiments/{experiment}/end", null, Id(62)));
        var over = await http.Read($"experiments/{experiment}");
        Assert.True((bool)over["isOver"]!);
        Assert.Equal((Id(62), "2026-03-04"), ((Guid)over["id"]!, (string)over["last"]!));

        await Is(201, http.Send(HttpMethod.Post, $"steps/{step}/experiments", null, Id(63)));
        await Is(422, http.Send(HttpMethod.Post, $"experiments/{Id(63)}/end", null, Id(62))); // that id says something else
        await Is(204, http.Send(HttpMethod.Post, $"experiments/{Id(63)}/end", null, Id(64)));
        await Is(404, http.Send(HttpMethod.Get, $"experiments/{Id(63)}")); // it never had a day
        Assert.Single((await http.Read("insights"))["experiments"]!.AsArray());

        await Is(204, http.Send(HttpMethod.Put, $"insights/steps/{step}", new { isIgnored = true }, Id(65)));
        Assert.Equal(step, (string)(await http.Read("insights"))["ignored"]![0]!);
        await Is(204, http.Send(HttpMethod.Put, $"insights/steps/{step}", new { isIgnored = false }, Id(66)));
        Assert.Empty((await http.Read("insights"))["ignored"]!.AsArray());
        Assert.Equal(2, await cairn.Look(db => db.DayWords.CountAsync(word => word is Ignored || word is TakenBack)));
    }

    [Fact]
    public async Task Insights_say_what_their_screen_says_with_the_same_doubt()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        await UpwardLife.Live(cairn);
        using var visitor = cairn.Visit();
        using var http = cairn.Program(await cairn.MakeKey([Keys.Scopes.Read]));

        var insights = await http.Read("insights");
        await visitor.Open("/insights");

        string Shown(string of) => visitor.Page.QuerySelector(of)!.TextContent.Replace('−', '-');
        string Said(JsonNode? number, double scale = 1) =>
            Math.Round(scale * (double)number!, 1).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains(
            Said(insights["spiral"]!["winsToEvening"]!["effect"]),
            Shown("#wins-to-evening"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"{insights["spiral"]!["eveningToWins"]!["days"]}",
            Shown("#evening-to-wins"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            Said(insights["bestAndHardest"]!["best"]!["win"], 100),
            Shown("#best-and-worst"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            Said(insights["evenings"]!["more"]!["mood"]),
            Shown("#evenings-by-wins"),
            StringComparison.Ordinal
        );
        Assert.All(insights["worthTesting"]!.AsArray(), one => Assert.True((bool)one!["morningMayExplain"]!)); // no morning was told
    }

    [Fact]
    public async Task Ladders_come_in_the_language_of_the_caller_page_by_page_and_by_what_somebody_would_like_to_move()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var http = cairn.Program(await cairn.MakeKey([Keys.Scopes.Read]));
        var (found, next) = (new List<string>(), "/api/v1/ladders?limit=60");
        while (next is not null)
        {
            using var answer = await http.GetAsync(new Uri(next, UriKind.Relative));
            var page = (await answer.Json())!["items"]!.AsArray();
            found.AddRange(page.Select(ladder => (string)ladder!["id"]!));
            next = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }

        var sleep = (await http.Read("ladders?q=cannot%20meditate"))["items"]!.AsArray();
        var work = (await http.Read("ladders?area=work&limit=200"))["items"]!.AsArray();
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        var german = await http.Read("ladders/body-scan");

        Assert.Equal(found.Distinct(), found);
        Assert.True(found.Count > 100);
        Assert.Contains(sleep, ladder => (string)ladder!["id"]! == "body-scan");
        Assert.All(work, ladder => Assert.Equal("work", (string)ladder!["area"]!));
        Assert.Equal("Eine Reise durch den Körper", (string)german["title"]!);
        Assert.Equal((1, 7), ((int)german["rungs"]![0]!["amount"]!, german["rungs"]!.AsArray().Count));
        await Is(404, http.Send(HttpMethod.Get, "ladders/none"));
    }

    private static Guid Id(byte last) => new(2026, 3, 2, [0x80, 0, 0, 0, 0, 0, 0, last]);

    private static async Task<JsonNode?> Is(int status, Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        var json = await answer.Json();
        Assert.True(status == (int)answer.StatusCode, $"{status} expected, {(int)answer.StatusCode}: {json}");
        return json;
    }
}
