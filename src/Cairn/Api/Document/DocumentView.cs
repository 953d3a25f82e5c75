using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Api.Keys;
using Microsoft.OpenApi;

namespace Cairn.Api.Document;

/// <summary>The document as one reads it: by what the operations are about.</summary>
public sealed record DocumentView(string Description, IReadOnlyList<DocumentPart> Parts)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the page escapes it
    };

    public static DocumentView Of(OpenApiDocument document) =>
        new(
            document.Info.Description ?? "",
            [
                .. document
                    .Paths.SelectMany(path =>
                        (path.Value.Operations ?? []).Select(operation =>
                            (About: AboutOf(path.Key), Shown: Of(path.Key, operation.Key.Method, operation.Value))
                        )
                    )
                    .GroupBy(row => row.About)
                    .Select(part => new DocumentPart(part.Key, [.. part.Select(row => row.Shown)])),
            ]
        );

    private static DocumentOperation Of(string path, string method, OpenApiOperation operation) =>
        new(
            method,
            path,
            operation.Summary ?? "",
            operation.Security?.SelectMany(security => security.Values).SelectMany(scopes => scopes).FirstOrDefault()
                ?? Scopes.Read,
            [
                .. (operation.Parameters ?? []).Select(parameter => new DocumentField(
                    parameter.Name ?? "",
                    parameter.Required,
                    parameter.Example?.ToJsonString(Indented) ?? ""
                )),
            ],
            TextOf(operation.RequestBody?.Content?.Values.FirstOrDefault()),
            [
                .. (operation.Responses ?? []).Select(answer => new DocumentAnswer(
                    answer.Key,
                    answer.Value.Description ?? "",
                    answer.Key[0] == '2' ? TextOf(answer.Value.Content?.Values.FirstOrDefault()) : null
                )),
            ]
        );

    private static string AboutOf(string path) => path[(ApiEndpoints.Root.Length + 1)..].Split('/')[0];

    private static string? TextOf(OpenApiMediaType? content) =>
        content?.Example is JsonObject example ? example.ToJsonString(Indented) : null;
}

/// <param name="Name">The first word of their addresses.</param>
public sealed record DocumentPart(string Name, IReadOnlyList<DocumentOperation> Operations);

/// <param name="Sends">An example of the body.</param>
public sealed record DocumentOperation(
    string Method,
    string Path,
    string Summary,
    string Scope,
    IReadOnlyList<DocumentField> Fields,
    string? Sends,
    IReadOnlyList<DocumentAnswer> Answers
);

public sealed record DocumentField(string Name, bool Required, string Example);

public sealed record DocumentAnswer(string Status, string Says, string? Example);
