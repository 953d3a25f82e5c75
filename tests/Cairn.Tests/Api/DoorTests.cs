using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cairn.Api.Answers;
using Cairn.Api.Keys;
using Cairn.Data;
using Cairn.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Cairn.Api;

/// <summary>Each operation that there is, against each kind of caller. Operations are found, not named: a new one is covered.</summary>
public sealed partial class DoorTests
{
    [Theory, EachDatabase]
    public async Task Each_operation_opens_for_the_right_key_and_for_no_other(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Target");
        var (strangersStep, _) = await Strangers.Settle(cairn);
        var stranger = await cairn.Look(db =>
            db.Steps.Where(s => s.Id == strangersStep).Select(s => s.PersonId).SingleAsync()
        );
        var owners = await Things.Of(cairn, except: stranger);
        var operations = Operation.AllOf(cairn);
        var document = await Document(cairn);
        var brief = await cairn.MakeKey(days: 1);
        cairn.Clock.Advance(TimeSpan.FromDays(1));
        var right = await cairn.MakeKey();
        var revoked = await cairn.MakeKey();
        await cairn.Look(async db =>
            await db.AccessKeys.Where(k => k.Id == KeySecret.Read(revoked)!.Id).ExecuteDeleteAsync()
        );
        var others = await cairn.MakeKey(person: stranger);
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var needed in Programs.EveryScope)
        {
            wrong[needed] = await cairn.MakeKey([
                .. Programs.EveryScope.Where(scope => scope != needed),
                Scopes.Calendar,
            ]);
        }

        var before = await owners.State(cairn);
        var troubles = new List<string>();

        Assert.True(operations.Count > 20, "The operations were not found.");
        foreach (var operation in operations)
        {
            foreach (
                var (caller, key) in new[]
                {
                    ("nobody", null),
                    ("no key", "nonsense"),
                    ("a key that is over", brief),
                    ("a revoked key", revoked),
                }
            )
            {
                using var answer = await operation.Ask(cairn, key, owners, document);
                Expect(answer, HttpStatusCode.Unauthorized, operation, caller);
            }

            using (var answer = await operation.Ask(cairn, wrong[operation.Scope], owners, document))
            {
                Expect(answer, HttpStatusCode.Forbidden, operation, "a key of another scope");
            }

            using (var answer = await operation.Ask(cairn, others, owners, document))
            using (var nothing = await operation.Ask(cairn, others, Things.Nowhere, document))
            {
                var text = await answer.Content.ReadAsStringAsync();
                if (operation.IsAboutOne)
                {
                    Expect(answer, HttpStatusCode.NotFound, operation, "somebody else");
                    Note(
                        text == await nothing.Content.ReadAsStringAsync(),
                        operation,
                        "somebody else is told that it exists"
                    );
                }

                Note(!text.Contains("Walk", StringComparison.Ordinal), operation, "somebody else sees the step");
            }
        }

        Assert.Equal(before, await owners.State(cairn));
        foreach (var operation in operations)
        {
            using var answer = await operation.Ask(cairn, right, owners, document);
            var isFine =
                answer.IsSuccessStatusCode
                || (operation.TakesAFile && answer.StatusCode == HttpStatusCode.UnprocessableEntity);
            Note(
                isFine,
                operation,
                $"the right key hears {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
            );
        }

        Assert.True(troubles.Count == 0, string.Join('\n', troubles));

        void Expect(HttpResponseMessage answer, HttpStatusCode status, Operation operation, string caller)
        {
            Note(answer.StatusCode == status, operation, $"{caller} hears {(int)answer.StatusCode}");
            Note(
                answer.Content.Headers.ContentType?.MediaType == "application/problem+json",
                operation,
                $"{caller} hears no problem"
            );
        }

        void Note(bool isSo, Operation operation, string trouble)
        {
            if (!isSo)
            {
                troubles.Add($"{operation.Method} {operation.Path}: {trouble}");
            }
        }
    }

    [Fact]
    public async Task A_key_opens_no_page_and_a_page_no_operation()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        var key = await cairn.MakeKey();
        var open = cairn
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint =>
                endpoint.RoutePattern.RawText?.StartsWith(ApiEndpoints.Root, StringComparison.Ordinal) == true
            )
            .Where(endpoint => endpoint.Metadata.GetMetadata<NeededScope>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText)
            .ToList();

        Assert.Equal(["/api/v1/openapi.json"], open);
        using var nobody = cairn.Program(null);
        using var without = await nobody.GetAsync(new Uri("/api/v1/today", UriKind.Relative)); // a private Cairn, from this machine
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Contains("Bearer", without.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        using var calendar = cairn.Program(null);
        using var feed = await calendar.GetAsync(new Uri($"/calendar/{key}.ics", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, feed.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task What_opens_is_nowhere_in_the_store(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        var key = await cairn.MakeKey();

        var row = await cairn.Look(db => db.AccessKeys.SingleAsync());

        var secret = KeySecret.Read(key)!;
        Assert.NotEqual(secret.Secret, row.Hash);
        Assert.True(secret.Opens(row.Hash));
        Assert.DoesNotContain(key, $"{row.Name} {row.Scopes}", StringComparison.Ordinal);
        Assert.Equal(92, key.Length);
        Assert.NotEqual(key, await cairn.MakeKey());
    }

    [Fact]
    public async Task Neither_a_key_nor_what_somebody_wrote_is_ever_logged()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var heard = new Heard();
        cairn.Services.GetRequiredService<ILoggerFactory>().AddProvider(heard);
        var key = await cairn.MakeKey();
        using var http = cairn.Program(key);
        using var calendar = cairn.Program(null);
        var wrong = key[..^4] + "AAAA";
        using var stranger = cairn.Program(wrong);
        var id = Guid.CreateVersion7(cairn.Clock.GetUtcNow());

        using var said = await http.Send(
            HttpMethod.Post,
            "actions",
            new { kind = "noticed", text = "my own words" },
            id
        );
        using var broken = await http.Send(
            HttpMethod.Post,
            "actions",
            "{\"kind\":\"noticed\",\"text\":\"my own words",
            id
        );
        using var refused = await http.Send(HttpMethod.Post, "goals", new { title = "my own words", area = "" }, id);
        using var kept = await stranger.Send(HttpMethod.Get, "today");
        using var feed = await calendar.GetAsync(new Uri($"/calendar/{key}.ics", UriKind.Relative));
        await cairn.Look(db => db.Database.ExecuteSqlRawAsync("DROP TABLE \"DayWords\""));
        using var went = await http.Send(
            HttpMethod.Post,
            "actions",
            new { kind = "noticed", text = "my own words" },
            id
        );

        Assert.Equal(
            [201, 400, 422, 401, 404, 500],
            new[] { said, broken, refused, kept, feed, went }.Select(answer => (int)answer.StatusCode)
        );
        Assert.NotEmpty(heard.All); // what went wrong is
        Assert.All(heard.All, line => Assert.DoesNotContain("my own words", line, StringComparison.Ordinal));
        Assert.All(heard.All, line => Assert.DoesNotContain(KeySecret.Prefix, line, StringComparison.Ordinal));
    }

    private static async Task<JsonNode> Document(TestCairn cairn)
    {
        using var http = cairn.Program(null);
        return await http.Read("openapi.json");
    }

    /// <summary>What the operations are about.</summary>
    private sealed record Things(Guid Goal, Guid Step, Guid Entry)
    {
        public static Things Nowhere { get; } =
            new(new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]), new Guid(3, 0, 0, new byte[8]));

        public static Task<Things> Of(TestCairn cairn, Guid except) =>
            cairn.Look(async db =>
            {
                var entry = await db.Entries.Where(e => e.PersonId != except).FirstAsync();
                var step = await db.Steps.SingleAsync(s => s.PersonId != except && s.Id == entry.StepId);
                return new Things(step.GoalId, step.Id, entry.Id);
            });

        /// <summary>Everything of theirs that an operation may change.</summary>
        public Task<string> State(TestCairn cairn) =>
            cairn.Look(async db =>
            {
                var owner = await db.Steps.Where(s => s.Id == Step).Select(s => s.PersonId).SingleAsync();
                var goal = await db.Goals.AsNoTracking().SingleAsync(g => g.PersonId == owner && g.Id == Goal);
                var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == owner);
                return $"{await db.Goals.CountAsync(g => g.PersonId == owner)} {goal.Title} {goal.State} {person.Zone} "
                    + $"{await db.StepVersions.CountAsync(v => v.PersonId == owner)} {await db.Entries.CountAsync(e => e.PersonId == owner)}";
            });

        public string In(string text) =>
            text.Replace("019caddd-2a40-7000-8000-000000000001", Goal.ToString(), StringComparison.Ordinal)
                .Replace("019caddd-2a40-7000-8000-000000000002", Step.ToString(), StringComparison.Ordinal);
    }

    private sealed partial record Operation(string Method, string Path, string Scope)
    {
        public bool IsAboutOne =>
            Path.Contains(":guid", StringComparison.Ordinal) || Path.EndsWith("/actions", StringComparison.Ordinal);

        public bool TakesAFile => Path.EndsWith("/imports", StringComparison.Ordinal);

        public static IReadOnlyList<Operation> AllOf(TestCairn cairn) =>
            [
                .. cairn
                    .Services.GetRequiredService<EndpointDataSource>()
                    .Endpoints.OfType<RouteEndpoint>()
                    .Where(endpoint => endpoint.Metadata.GetMetadata<NeededScope>() is not null)
                    .SelectMany(endpoint =>
                        endpoint
                            .Metadata.GetMetadata<HttpMethodMetadata>()!
                            .HttpMethods.Select(method => new Operation(
                                method,
                                endpoint.RoutePattern.RawText!,
                                endpoint.Metadata.GetMetadata<NeededScope>()!.Scope
                            ))
                    ),
            ];

        /// <summary>As the document's own example says it, about these things.</summary>
        public async Task<HttpResponseMessage> Ask(TestCairn cairn, string? key, Things about, JsonNode document)
        {
            using var http = cairn.Program(key);
            var path = Path.Replace("{goal:guid}", $"{about.Goal}", StringComparison.Ordinal)
                .Replace("{step:guid}", $"{about.Step}", StringComparison.Ordinal)
                .Replace("{entry:guid}", $"{about.Entry}", StringComparison.Ordinal)
                .Replace("{day}", "2026-03-02", StringComparison.Ordinal)
                .Replace("{year:int}", "2026", StringComparison.Ordinal);
            var said = document["paths"]![Constraint().Replace(Path, "}")]![Method.ToLowerInvariant()]!;
            using var request = new HttpRequestMessage(new HttpMethod(Method), path);
            var id = Guid.CreateVersion7(cairn.Clock.GetUtcNow());
            if (said["requestBody"]?["content"]?["application/json"]?["example"] is { } example)
            {
                var text = about
                    .In(example.ToJsonString())
                    .Replace("019caddd-2a40-7000-8000-000000000003", $"{id}", StringComparison.Ordinal);
                request.Content = new StringContent(text, System.Text.Encoding.UTF8, "application/json");
            }
            else if (TakesAFile)
            {
                request.Content = new ByteArrayContent("nothing"u8.ToArray());
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            }

            foreach (var header in said["parameters"]?.AsArray().Where(p => (string?)p!["in"] == "header") ?? [])
            {
                var name = (string)header!["name"]!;
                var value = name == IdempotencyKey.Header ? $"{id}" : await TagOf(http, path) ?? "\"v1\"";
                request.Headers.TryAddWithoutValidation(name, value);
            }

            return await http.SendAsync(request);
        }

        private static async Task<string?> TagOf(HttpClient http, string path)
        {
            using var seen = await http.GetAsync(new Uri(path, UriKind.Relative));
            return seen.Headers.ETag?.ToString();
        }

        [GeneratedRegex(@":\w+\}")]
        private static partial Regex Constraint();
    }

    /// <summary>All that is logged while it listens.</summary>
    private sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => All.Add($"{formatter(state, exception)} {exception}");

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose() { }
    }
}
