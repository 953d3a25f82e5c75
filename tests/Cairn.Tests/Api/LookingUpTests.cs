using System.Text.Json.Nodes;
using Cairn.Harness;
using Xunit;

namespace Cairn.Api;

/// <summary>What a program looks up and puts right: the history, settings, reports, tables, and what is said of a step.</summary>
public sealed class LookingUpTests
{
    [Theory, EachDatabase]
    public async Task What_was_said_is_found_by_words_and_put_right_with_what_stood_there_before(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Target");
        using var http = cairn.Program(await cairn.MakeKey());
        await Is(201, http.Send(HttpMethod.Post, "actions", new { kind = "noticed", text = "A crème brûlée" }, Id(1)));
        await Is(
            201,
            http.Send(
                HttpMethod.Post,
                "actions",
                new { kind = "checkIn", answers = new { mood = 3, best = "Rain" } },
                Id(2)
            )
        );
        await Is(201, http.Send(HttpMethod.Post, "actions", new { kind = "feel", feel = "rough" }, Id(3)));

        var all = new List<string>();
        for (string? next = "history?limit=1"; next is not null; )
        {
            var page = await http.Read(next);
            all.AddRange(page["items"]!.AsArray().Select(one => (string)one!["kind"]!));
            next = (string?)page["next"] is { } cursor ? $"history?limit=1&cursor={cursor}" : null;
        }

        Assert.Equal(["checkIns", "mornings", "noticed", "wins"], all.Order(StringComparer.Ordinal));
        Assert.Equal(["wins"], Kinds(await http.Read("history?q=walk")));
        Assert.Equal(["noticed"], Kinds(await http.Read("history?q=BRULEE&kind=noticed")));
        Assert.Equal(["checkIns"], Kinds(await http.Read("history?q=rain")));
        Assert.Equal(["wins"], Kinds(await http.Read("history?tier=target&area=health&from=2026-03-02&to=2026-03-02")));
        Assert.Empty(Kinds(await http.Read("history?tier=stretch")));
        Assert.Empty(Kinds(await http.Read($"history?goal={Id(9)}")));
        await Is(400, http.Send(HttpMethod.Get, "history?kind=wishes"));
        await Is(422, http.Send(HttpMethod.Get, $"history?q={new string('x', 201)}"));

        var right = await Is(
            201,
            http.Send(HttpMethod.Post, $"noticed/{Id(1)}/corrections", new { text = "A custard" }, Id(4))
        );
        await Is(200, http.Send(HttpMethod.Post, $"noticed/{Id(1)}/corrections", new { text = "A custard" }, Id(4)));
        await Is(412, http.Send(HttpMethod.Post, $"noticed/{Id(1)}/corrections", new { text = "A pie" }, Id(5)));
        await Is(422, http.Send(HttpMethod.Post, $"noticed/{Id(4)}/corrections", new { text = " " }, Id(5)));
        await Is(404, http.Send(HttpMethod.Post, $"noticed/{Id(3)}/corrections", new { text = "A pie" }, Id(5)));
        var answers = new { answers = new { mood = 7, best = (string?)null } };
        var day = await Is(200, http.Send(HttpMethod.Post, "check-ins/2026-03-02/corrections", answers, Id(6)));
        await Is(200, http.Send(HttpMethod.Post, "check-ins/2026-03-02/corrections", answers, Id(6)));
        await Is(404, http.Send(HttpMethod.Post, "check-ins/2026-03-01/corrections", answers, Id(7)));
        foreach (var cannotBe in new object[] { new { mood = 11 }, new { mood = 7, solving = 4 } })
        {
            await Is(
                422,
                http.Send(HttpMethod.Post, "check-ins/2026-03-02/corrections", new { answers = cannotBe }, Id(8))
            );
        }

        var history = await http.Read("history/days/2026-03-02");
        await visitor.Open("/history/day/2026-03-02");

        Assert.Equal("A custard", (string)right!["text"]!);
        Assert.Equal("""{"mood":7}""", day!["answers"]!.ToJsonString());
        Assert.Contains((string)history["entries"]![0]!["text"]!, visitor.Text, StringComparison.Ordinal);
        var word = history["words"]!.AsArray().Single(one => (string)one!["now"]!["kind"]! == "noticed")!;
        Assert.Equal(
            ("A custard", "A crème brûlée"),
            ((string)word["now"]!["text"]!, (string)word["before"]![0]!["text"]!)
        );
        var mood = history["answers"]!.AsArray().Single(one => (string)one!["key"]! == "mood")!;
        Assert.Equal((7, 3), ((int)mood["now"]!, (int)mood["before"]![0]!["answer"]!));
        await Is(404, http.Send(HttpMethod.Get, "history/days/2026-03-03"));
    }

    [Theory, EachDatabase]
    public async Task A_step_becomes_easier_says_why_it_is_so_large_and_hears_how_sure_one_is(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        using var http = cairn.Program(await cairn.MakeKey());
        var today = (await http.Read("today"))["steps"]![0]!;
        var (step, goal) = ((string)today["step"]!, (string)today["goal"]!);

        await Is(
            201,
            http.Send(HttpMethod.Post, $"steps/{step}/easier", new { text = "Boots", inTheWay = true }, Id(1))
        );
        await Is(
            200,
            http.Send(HttpMethod.Post, $"steps/{step}/easier", new { text = "Boots", inTheWay = true }, Id(1))
        );
        await Is(
            201,
            http.Send(HttpMethod.Post, $"steps/{step}/easier", new { text = "Shoes", inTheWay = false }, Id(2))
        );
        await Is(422, http.Send(HttpMethod.Post, $"steps/{step}/easier", new { text = "", inTheWay = false }, Id(3)));
        await Is(
            422,
            http.Send(HttpMethod.Post, $"steps/{step}/easier", new { text = "X", inTheWay = true }, Guid.Parse(step))
        );
        var begun = await Is(200, http.Send(HttpMethod.Put, $"steps/{step}/easier/{Id(1)}/today"));
        await Is(200, http.Send(HttpMethod.Put, $"steps/{step}/easier/{Id(1)}/today"));
        await Is(404, http.Send(HttpMethod.Put, $"steps/{step}/easier/{Id(9)}/today"));
        var lists = await http.Read($"steps/{step}/easier");
        await visitor.Open($"/steps/{step}/easier");

        Assert.Equal(("task", goal), ((string)begun!["kind"]!, (string)begun["goal"]!));
        Assert.Equal(
            ["onToday", "thought"],
            lists["items"]!.AsArray().Select(item => (string)item!["state"]!).Order(StringComparer.Ordinal)
        );
        Assert.Contains("Boots", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await http.Read("today"))["steps"]!.AsArray().Count);
        await Is(204, http.Send(HttpMethod.Delete, $"steps/{step}/easier/{Id(1)}"));
        await Is(204, http.Send(HttpMethod.Delete, $"steps/{step}/easier/{Id(1)}"));
        Assert.Single((await http.Read("today"))["steps"]!.AsArray());
        Assert.NotEmpty((await http.Read($"steps/{step}/suggestions"))["cues"]!.AsArray());

        var sure = await Is(200, http.Send(HttpMethod.Post, $"steps/{step}/confidence", new { rating = 5 }, Id(10)));
        var again = await Is(200, http.Send(HttpMethod.Post, $"steps/{step}/confidence", new { rating = 5 }, Id(10)));
        var quite = await Is(200, http.Send(HttpMethod.Post, $"steps/{step}/confidence", new { rating = 7 }, Id(11)));
        await Is(422, http.Send(HttpMethod.Post, $"steps/{step}/confidence", new { rating = 11 }, Id(12)));
        await Is(422, http.Send(HttpMethod.Post, $"steps/{Id(1)}/confidence", new { rating = 9 }, Id(12)));
        Assert.Equal(sure!.ToJsonString(), again!.ToJsonString());
        Assert.Equal((false, 10), ((bool)sure["stays"]!, (int)sure["step"]!["amount"]!));
        Assert.Equal((true, 10), ((bool)quite!["stays"]!, (int)quite["step"]!["amount"]!));

        await Is(
            201,
            http.Send(
                HttpMethod.Post,
                "actions",
                new
                {
                    kind = "win",
                    step,
                    tier = "stretch",
                },
                Id(20)
            )
        );
        cairn.Clock.Advance(TimeSpan.FromDays(1));
        var why = await http.Read($"steps/{step}/why");
        Assert.Equal("2026-03-02", (string)why["days"]![0]!["day"]!);
        Assert.Equal("stretch", (string)why["days"]![0]!["said"]!["tier"]!);
        var proposal = await http.Read($"steps/{step}/experiments/proposal");
        Assert.Equal(("2026-03-04", null), ((string)proposal["first"]!, (string?)proposal["running"]));
        Assert.Equal(step, (string)(await http.Read("insights"))["testable"]![0]!);
    }

    [Theory, EachDatabase]
    public async Task Settings_a_report_and_the_tables_are_those_of_the_screens(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Target");
        using var http = cairn.Program(await cairn.MakeKey());
        var step = (string)(await http.Read("today"))["steps"]![0]!["step"]!;

        Assert.Equal(
            3,
            (await http.Read("check-ins/2026-03-02"))["questions"]!.AsArray().Count(q => q!["low"] is not null)
        );
        await Is(204, http.Send(HttpMethod.Put, "settings/feelings", new { areAsked = false }));
        Assert.False((bool)(await http.Read("settings/feelings"))["areAsked"]!);
        Assert.DoesNotContain(
            (await http.Read("check-ins/2026-03-02"))["questions"]!.AsArray(),
            q => q!["low"] is not null
        );
        await Is(404, http.Send(HttpMethod.Get, "check-ins/2026-02-23"));
        await Is(204, http.Send(HttpMethod.Put, "settings/figures/momentum", new { isHidden = true }));
        await Is(404, http.Send(HttpMethod.Put, "settings/figures/none", new { isHidden = true }));
        Assert.Equal(
            ["momentum"],
            (await http.Read("settings/figures"))["figures"]!
                .AsArray()
                .Where(figure => (bool)figure!["isHidden"]!)
                .Select(figure => (string)figure!["figure"]!)
        );

        var parts = (await http.Read("report/parts"))["items"]!
            .AsArray()
            .Select(part => (string)part!["part"]!)
            .ToList();
        Assert.Contains($"step.{step}", parts);
        Assert.DoesNotContain("question.mood", parts);
        var report = await http.Read($"report?part=step.{step}&part=wins");
        Assert.Equal((1, "health"), ((int)report["steps"]![0]!["wins"]!, (string)report["areas"]![0]!));
        Assert.Equal(("2026-01-01", "2026-03-02"), ((string)report["from"]!, (string)report["to"]!));
        Assert.Null(report["noticed"]);
        await Is(422, http.Send(HttpMethod.Get, "report"));
        await Is(422, http.Send(HttpMethod.Get, "report?part=wins&from=2026-03-02&to=2026-03-01"));

        var win = (await http.Read("wins"))["items"]!.AsArray().Single()!;
        Assert.Equal(("Walk", "target", "health"), ((string)win["name"]!, (string)win["tier"]!, (string)win["area"]!));
        foreach (
            var (table, page) in new[]
            {
                ("wins", "progress/wins"),
                ("calendar/2026", "progress/calendar/2026"),
                ("momentum", "progress/momentum"),
                ("promises", "insights/promises"),
            }
        )
        {
            using var said = await http.GetAsync(new Uri($"{ApiEndpoints.Root}/export/{table}", UriKind.Relative));
            Assert.Equal("text/csv", said.Content.Headers.ContentType!.MediaType);
            Assert.Equal(
                await visitor.Http.GetStringAsync(new Uri($"/{page}.csv", UriKind.Relative)),
                await said.Content.ReadAsStringAsync()
            );
        }

        await Is(404, http.Send(HttpMethod.Get, "export/calendar/2027"));
        Assert.Null((await http.Read("insights/shuffle"))["quiet"]);
        Assert.Contains(
            (await http.Read("insights/how"))["items"]!.AsArray(),
            how => (string)how!["number"]! == "coin" && how["lines"]!.AsArray().Count > 3
        );
        Assert.Empty((await http.Read("help-lines"))["items"]!.AsArray());
    }

    private static IEnumerable<string> Kinds(JsonNode page) =>
        page["items"]!.AsArray().Select(one => (string)one!["kind"]!);

    private static Guid Id(byte last) => new(2026, 3, 2, [0x90, 0, 0, 0, 0, 0, 0, last]);

    private static async Task<JsonNode?> Is(int status, Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        var json = await answer.Json();
        Assert.True(status == (int)answer.StatusCode, $"{status} expected, {(int)answer.StatusCode}: {json}");
        return json;
    }
}
