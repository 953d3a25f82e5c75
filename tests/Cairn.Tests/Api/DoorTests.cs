using System.Collections.Concurrent;
using System.Net;
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
[InAnyZone]
public sealed class DoorTests
{
    [Theory, EachDatabase]
    public async Task Each_operation_opens_for_the_right_key_and_for_no_other(Database database)
    {
        await using var cairn = await TestCairn.Start(database);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Press("tier", "Target");
        await cairn.Look(db =>
            db.StepVersions.ExecuteUpdateAsync(set => set.SetProperty(version => version.Name, "To the old mill"))
        );
        var (strangersStep, _) = await Strangers.Settle(cairn);
        var stranger = await cairn.Look(db =>
            db.Steps.Where(s => s.Id == strangersStep).Select(s => s.PersonId).SingleAsync()
        );
        var owners = await Things.Of(cairn, except: stranger);
        await cairn.Supports(stranger, owners.Goal); // a program of theirs sees nothing of it all the same
        var operations = Operation.AllOf(cairn);
        var document = await Operation.Document(cairn);
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

                Note(
                    !text.Contains("old mill", StringComparison.OrdinalIgnoreCase),
                    operation,
                    "somebody else sees the step"
                );
            }
        }

        Assert.Equal(before, await owners.State(cairn));
        foreach (var operation in operations.OrderBy(operation => operation.PutsDown)) // what was put down takes no more
        {
            var id = Guid.CreateVersion7(cairn.Clock.GetUtcNow());
            using var answer = await operation.Ask(cairn, right, owners, document, under: id);
            using var again = await operation.Ask(cairn, right, owners, document, under: id);
            var (said, repeated) = ((int)answer.StatusCode, (int)again.StatusCode);
            var isFine =
                answer.IsSuccessStatusCode
                || (operation.TakesAFile && answer.StatusCode == HttpStatusCode.UnprocessableEntity);
            Note(isFine, operation, $"the right key hears {said}: {await answer.Content.ReadAsStringAsync()}");
            Note(repeated == (said == 201 ? 200 : said), operation, $"sent again it hears {repeated} after {said}");
            var named = operation.In(document)["responses"]!.AsObject();
            Note(
                named.ContainsKey($"{said}") && named.ContainsKey($"{repeated}"),
                operation,
                "answers what is not named"
            );
            Note(named.ContainsKey("201") == (said == 201), operation, $"names 201 and answers {said}");
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
