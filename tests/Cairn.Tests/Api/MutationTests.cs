using System.Text;
using Cairn.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Api;

/// <summary>What programs send, changed at random, each round from its own number: an answer or a sentence, and the person's day stays readable.</summary>
[InAnyZone]
public sealed class MutationTests
{
    private static readonly string[] Queries = ["from", "to", "cursor", "limit", "step", "goal", "said", "add", "map"];

    [Fact]
    public async Task Whatever_is_sent_is_taken_or_refused_with_a_sentence()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Target");
        var owners = await Things.Of(cairn, except: Guid.Empty);
        var key = await cairn.MakeKey();
        using var http = cairn.Program(key);
        var document = await Operation.Document(cairn);
        var rounds = LongRun.IsOn ? 5_000 : 20;
        var taken = 0;

        foreach (
            var operation in Operation
                .AllOf(cairn)
                .Where(operation => operation.Method != "GET" && !operation.TakesAFile)
        )
        {
            for (var round = 0; round < rounds; round++)
            {
                var random = new Random(round);
                using var answer = await operation.Ask(
                    cairn,
                    key,
                    owners,
                    document,
                    body => Transfer.MutationTests.Mutate(body, random)
                );
                await Check(answer, $"{operation.Method} {operation.Path}, round {round}");
                taken += answer.IsSuccessStatusCode ? 1 : 0;
            }
        }

        for (var round = 0; round < 5 * rounds; round++)
        {
            var random = new Random(round);
            var name = Queries[round % Queries.Length];
            var value = Transfer.MutationTests.Mutate("2026-03-02"u8.ToArray(), random);
            var path = new[] { "entries", "steps", "goals", "noticed", "check-ins", "today" }[random.Next(6)];
            using var answer = await http.Send(
                HttpMethod.Get,
                $"{path}?{name}={Uri.EscapeDataString(Encoding.Latin1.GetString(value))}"
            );
            await Check(answer, $"{path} {name}, round {round}");
        }

        Assert.True(taken > 0, "nothing that was changed was ever taken, so this tests too little");
        foreach (
            var path in new[]
            {
                "today",
                "goals?limit=200",
                "steps?limit=200",
                "entries",
                "settings",
                "progress",
                "insights",
            }
        )
        {
            Assert.NotNull(await http.Read(path));
        }

        await visitor.Open("/");
        Assert.Equal(System.Net.HttpStatusCode.OK, visitor.Status);
        Assert.All(
            await cairn.Look(db => db.Goals.Select(goal => goal.Title).ToListAsync()),
            title => Assert.DoesNotContain('\0', title)
        );
    }

    private static async Task Check(HttpResponseMessage answer, string where)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode < 500, $"{where}: {(int)answer.StatusCode} {text}");
        Assert.True(
            answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType == "application/problem+json",
            $"{where}: {(int)answer.StatusCode} {text}"
        );
    }
}
