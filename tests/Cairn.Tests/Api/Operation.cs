using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cairn.Api.Answers;
using Cairn.Api.Keys;
using Cairn.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Api;

/// <summary>One operation that there is, asked as the document's own example says.</summary>
internal sealed partial record Operation(string Method, string Path, string Scope)
{
    public bool IsAboutOne =>
        Path.Contains(":guid", StringComparison.Ordinal) || Path.EndsWith("/actions", StringComparison.Ordinal);

    /// <summary>After it less can be done with what it is about.</summary>
    public bool PutsDown => Method == "DELETE" || Path.EndsWith("/state", StringComparison.Ordinal);

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

    private string Address => Constraint().Replace(Path, "}");

    /// <summary>What the document says about it.</summary>
    public JsonNode In(JsonNode document) => document["paths"]![Address]![Method.ToLowerInvariant()]!;

    public static async Task<JsonNode> Document(TestCairn cairn)
    {
        using var http = cairn.Program(null);
        return await http.Read("openapi.json");
    }

    /// <summary>As the document's own example says it, about these things.</summary>
    /// <param name="cairn">Where.</param>
    /// <param name="key">With which key.</param>
    /// <param name="about">What it is about.</param>
    /// <param name="document">That says what is to be sent.</param>
    /// <param name="change">What becomes of the body on the way.</param>
    /// <param name="under">The id that the program made for it; null for a new one.</param>
    public async Task<HttpResponseMessage> Ask(
        TestCairn cairn,
        string? key,
        Things about,
        JsonNode document,
        Func<byte[], byte[]>? change = null,
        Guid? under = null
    )
    {
        using var http = cairn.Program(key);
        var (path, said) = (Address, In(document));
        foreach (var field in said["parameters"]?.AsArray() ?? [])
        {
            var (name, value) = ((string)field!["name"]!, Uri.EscapeDataString(about.At(Example(field))));
            path = (string)field["in"]! switch
            {
                "path" => path.Replace($"{{{name}}}", value, StringComparison.Ordinal),
                "query" when (bool?)field["required"] == true =>
                    $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={value}",
                _ => path,
            };
        }

        using var request = new HttpRequestMessage(new HttpMethod(Method), path);
        var id = under ?? Guid.CreateVersion7(cairn.Clock.GetUtcNow());
        if (said["requestBody"]?["content"]?["application/json"]?["example"] is { } example)
        {
            var text = about
                .In(example.ToJsonString())
                .Replace("019caddd-2a40-7000-8000-000000000003", $"{id}", StringComparison.Ordinal);
            var bytes = System.Text.Encoding.UTF8.GetBytes(text);
            request.Content = new ByteArrayContent(change?.Invoke(bytes) ?? bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
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

    /// <summary>Of a field that may come several times, one of them.</summary>
    private static string Example(JsonNode field) =>
        $"{(field["example"] is JsonArray several ? several[0] : field["example"])}";

    private static async Task<string?> TagOf(HttpClient http, string path)
    {
        using var seen = await http.GetAsync(new Uri(path, UriKind.Relative));
        return seen.Headers.ETag?.ToString();
    }

    [GeneratedRegex(@":\w+\}")]
    private static partial Regex Constraint();
}
