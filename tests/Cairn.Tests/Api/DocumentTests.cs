using System.Text.Json.Nodes;
using Cairn.Api.Keys;
using Cairn.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Xunit;

namespace Cairn.Api;

/// <summary>The document says all that there is, with an example of each thing, and the page reads it out.</summary>
[InAnyZone]
public sealed class DocumentTests
{
    [Fact]
    public async Task Each_operation_is_in_the_document_with_examples_and_refusals()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var http = cairn.Program(null);
        var document = await http.Read("openapi.json");
        var troubles = new List<string>();
        var count = 0;

        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        Assert.NotNull(document["components"]!["securitySchemes"]!["key"]);
        foreach (
            var endpoint in cairn
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint =>
                    endpoint.RoutePattern.RawText?.StartsWith(ApiEndpoints.Root, StringComparison.Ordinal) == true
                )
                .Where(endpoint => !endpoint.RoutePattern.RawText!.EndsWith("openapi.json", StringComparison.Ordinal))
        )
        {
            var path = string.Concat(
                endpoint
                    .RoutePattern.RawText!.Split('{')
                    .Select(
                        (part, place) =>
                            place == 0
                                ? part
                                : "{"
                                    + part[..part.IndexOf('}', StringComparison.Ordinal)].Split(':')[0]
                                    + part[part.IndexOf('}', StringComparison.Ordinal)..]
                    )
            );
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single().ToLowerInvariant();
            var operation = document["paths"]![path]?[method];
            count++;
            if (operation is null)
            {
                troubles.Add($"{method} {path} is not in the document");
                continue;
            }

            Note(operation["summary"] is not null, "has no summary");
            Note(operation["operationId"] is not null, "has no name");
            Note(
                operation["security"]![0]!["key"]![0]!.ToString()
                    == endpoint.Metadata.GetMetadata<NeededScope>()!.Scope,
                "says another scope"
            );
            foreach (var (kind, content) in Contents(operation["requestBody"]))
            {
                Note(content!["example"] is not null, $"has no example of what is sent as {kind}");
            }

            foreach (var (status, answer) in operation["responses"]!.AsObject())
            {
                Note(
                    status == "304" || Contents(answer).All(content => content.Value!["example"] is not null),
                    $"has no example of {status}"
                );
            }

            foreach (var status in new[] { "401", "403" })
            {
                Note(
                    operation["responses"]![status]?["content"]?["application/problem+json"] is not null,
                    $"does not tell of {status}"
                );
            }

            void Note(bool isSo, string trouble)
            {
                if (!isSo)
                {
                    troubles.Add($"{method} {path} {trouble}");
                }
            }
        }

        Assert.Equal("string", (string?)document["components"]!["schemas"]!["Cursor"]!["type"]);
        Assert.True(count > 20, "The operations were not found.");
        Assert.Equal(count, document["paths"]!.AsObject().Sum(path => path.Value!.AsObject().Count));
        Assert.True(troubles.Count == 0, string.Join('\n', troubles));
        Assert.Empty(OpenApiDocument.Parse(document.ToJsonString(), "json").Diagnostic!.Errors);
    }

    [Fact]
    public async Task The_page_reads_the_document_out_and_asks_nothing_of_the_outside()
    {
        await using var cairn = await TestCairn.Start(Database.Sqlite);
        using var visitor = cairn.Visit();
        using var http = cairn.Program(null);
        var document = await http.Read("openapi.json");

        await visitor.Open("/api");

        Assert.Equal(
            document["paths"]!.AsObject().Sum(path => path.Value!.AsObject().Count),
            visitor.Page.QuerySelectorAll("details").Length
        );
        Assert.Contains("pour the coffee", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            visitor.Page.QuerySelectorAll("[src], link[href], main a[href]"),
            element =>
                (element.GetAttribute("src") ?? element.GetAttribute("href"))!.Contains("//", StringComparison.Ordinal)
        );
        Assert.Empty(visitor.Page.QuerySelectorAll("main script, [style], style"));
    }

    private static JsonObject Contents(JsonNode? of) => of?["content"]?.AsObject() ?? [];
}
