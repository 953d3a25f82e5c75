using System.Net;
using Cairn.Harness;
using Cairn.Transfer;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cairn.Shell;

/// <summary>What every answer carries, asked of every route that the program has: a new page is in here without being named.</summary>
[InAnyZone]
public sealed class HeadersTests
{
    [Fact]
    public async Task Every_page_file_and_refusal_carries_the_same_strict_headers()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, Desk.Noon);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var (troubles, pages) = (new List<string>(), 0);

        foreach (var path in (await Addresses(cairn)).Append("/nowhere/to/be/found"))
        {
            using var answer = await visitor.Http.GetAsync(new Uri(path, UriKind.Relative));
            var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
            pages += isPage && answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
            troubles.AddRange(
                Troubles(answer, isPage).Select(trouble => $"GET {path} ({(int)answer.StatusCode}): {trouble}")
            );
        }

        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "cairn.example.org" } };
        troubles.AddRange(
            Troubles(await visitor.Http.SendAsync(foreign), isPage: false).Select(trouble => $"a refusal: {trouble}")
        );
        await cairn.Look(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"DayWords\" RENAME TO \"Elsewhere\""));
        using var broken = await visitor.Http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
        troubles.AddRange(Troubles(broken, isPage: true).Select(trouble => $"a page about trouble: {trouble}"));
        Assert.True(troubles.Count == 0, string.Join('\n', troubles));
        Assert.True(pages > 30, $"only {pages} pages were really shown: give their parameters below");
    }

    [Fact]
    public async Task Every_cookie_is_for_this_server_only_and_out_of_reach_for_scripts()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite, Desk.Noon);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        await visitor.Open("/settings");
        var fields = visitor.FieldsFor(visitor.FindButton(within: "form[action='/settings']"));
        fields["language"] = "de";
        using var form = new FormUrlEncodedContent(fields);

        using var answer = await visitor.Http.PostAsync(new Uri("/settings", UriKind.Relative), form);

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(
            cookies,
            cookie =>
            {
                Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    [Theory]
    [InlineData("/cairn.db")]
    [InlineData("/../cairn.db")]
    [InlineData("/%2e%2e/cairn.db")]
    [InlineData("/%2e%2e%2fcairn.db")]
    [InlineData("/icons/..%2f..%2fcairn.db")]
    [InlineData("/icons/%5c..%5c..%5ccairn.db")]
    [InlineData("/backups/")]
    [InlineData("/keys/")]
    [InlineData("/appsettings.json")]
    public async Task Nothing_of_the_data_folder_can_be_asked_for(string path)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();

        using var answer = await visitor.Http.GetAsync(new Uri(cairn.Address, path));

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    [Theory]
    [InlineData("/act/noticed")]
    [InlineData("/actions")]
    [InlineData("/welcome")]
    [InlineData("/settings")]
    public async Task A_body_of_two_megabytes_is_refused_and_nothing_is_written(string path)
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        await visitor.Begin();
        var before = await cairn.Look(db => Everything.In(db));
        using var body = new ByteArrayContent(new byte[2 * 1024 * 1024]);
        body.Headers.ContentType = new(path == "/actions" ? "application/json" : "application/x-www-form-urlencoded");

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = body };
        request.Headers.ExpectContinue = true; // else the refusal may come while the body is still on its way, and be lost
        using var answer = await visitor.Http.SendAsync(request);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
        Assert.Equal(before, await cairn.Look(db => Everything.In(db)));
    }

    private static IEnumerable<string> Troubles(HttpResponseMessage answer, bool isPage)
    {
        var policy = Header("Content-Security-Policy");
        foreach (
            var part in new[]
            {
                "default-src 'none'",
                "base-uri 'none'",
                "frame-ancestors 'none'",
                "form-action 'self'",
                "style-src 'self'",
            }
        )
        {
            if (!policy.Split(';', StringSplitOptions.TrimEntries).Contains(part))
            {
                yield return $"its policy does not say {part}: {policy}";
            }
        }

        if (policy.Contains("unsafe", StringComparison.Ordinal) || policy.Contains('*'))
        {
            yield return $"its policy lets in too much: {policy}";
        }

        foreach (
            var (name, value) in new[]
            {
                ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "same-origin"),
                ("Cross-Origin-Opener-Policy", "same-origin"),
                ("Cross-Origin-Resource-Policy", "same-origin"),
            }
        )
        {
            if (Header(name) != value)
            {
                yield return $"{name} is “{Header(name)}”";
            }
        }

        if (
            new[] { "camera=()", "microphone=()", "geolocation=()" }.Any(part =>
                !Header("Permissions-Policy").Contains(part, StringComparison.Ordinal)
            )
        )
        {
            yield return "Permissions-Policy is too wide";
        }

        if (isPage && !Header("Cache-Control").Contains("no-store", StringComparison.Ordinal))
        {
            yield return $"a page may be kept: Cache-Control is “{Header("Cache-Control")}”";
        }

        if (answer.Headers.Any(header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)))
        {
            yield return "it lets other sites read it";
        }

        if (
            answer.Content.Headers.ContentLength is not 0
            && answer.Content.Headers.ContentType is var type
            && (
                type is null
                || (type.MediaType!.StartsWith("text/", StringComparison.Ordinal) && type.CharSet is null && isPage)
            )
        )
        {
            yield return $"its Content-Type is “{type}”";
        }

        if (answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"))
        {
            yield return "it says what it runs on";
        }

        string Header(string name) =>
            answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
    }

    /// <summary>Every route that can be asked for, with what its parameters stand for.</summary>
    private static async Task<List<string>> Addresses(TestCairn cairn)
    {
        var (goal, step) = await cairn.Look(db =>
            db.Steps.Select(s => new ValueTuple<Guid, Guid>(s.GoalId, s.Id)).SingleAsync()
        );
        return
        [
            .. cairn
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
                .Where(route =>
                    route.Metadata.GetMetadata<StaticAssetDescriptor>() is null or { Route: "cairn.css" or "sw.js" }
                )
                .Select(Fill)
                .Distinct(StringComparer.Ordinal),
        ];

        string Fill(RouteEndpoint route) =>
            "/"
            + string.Join(
                '/',
                route.RoutePattern.PathSegments.Select(segment =>
                    string.Concat(
                        segment.Parts.Select(part =>
                            part switch
                            {
                                Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => ValueOf(
                                    parameter.Name
                                ),
                                Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart text => text.Content,
                                Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart text => text.Content,
                                _ => "",
                            }
                        )
                    )
                )
            );

        string ValueOf(string parameter) =>
            parameter switch
            {
                "goal" => $"{goal}",
                "step" => $"{step}",
                "day" => "2026-03-10",
                "ladder" or "slug" => "short-walk",
                "month" => "2026-03",
                "year" => "2026",
                _ => $"{goal}",
            };
    }
}
