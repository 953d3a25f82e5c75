using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Api.Answers;
using Cairn.Api.Keys;
using Cairn.Today.Actions;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Cairn.Api.Document;

/// <summary>
/// The API as an OpenAPI 3.1 document, made from the operations themselves: what each needs, hears, answers and refuses is read off
/// its parameters and metadata, so that a new operation is in it without a word here.
/// </summary>
public static class ApiDocument
{
    public const string Name = "v1";

    private const string Key = "key";
    private const string Problems = "Problem";
    private const string ProblemType = "application/problem+json";

    public static void AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(
            Name,
            document =>
            {
                document.ShouldInclude = operation =>
                    operation.RelativePath?.StartsWith(ApiEndpoints.Root[1..], StringComparison.Ordinal) == true;
                document.AddSchemaTransformer(
                    (schema, context, _) =>
                    {
                        if (context.JsonTypeInfo.Type.IsAssignableTo(typeof(DayAction)))
                        {
                            schema.Required?.Remove("id"); // it may stand in the header
                        }

                        if (context.JsonTypeInfo.Type == typeof(Cursor?))
                        {
                            (schema.Type, schema.Properties) = (JsonSchemaType.String, null);
                            schema.AdditionalPropertiesAllowed = true; // it has none, so nothing is said of them
                        }

                        return Task.CompletedTask;
                    }
                );
                document.AddOperationTransformer(Complete);
                document.AddDocumentTransformer(Complete);
            }
        );

    private static Task Complete(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancel
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = "Cairn",
            Version = Name,
            Description =
                "What the screens of Cairn do, for other programs. Days are local days of the person, instants are ISO 8601 with an offset. "
                + "A change carries an id that the program made (Idempotency-Key): sent twice, it is done once. "
                + "A read carries a tag (ETag): shown again in If-None-Match it is answered with 304, and in If-Match a change overwrites nothing unseen. "
                + "What cannot be done is told as a problem (RFC 9457) whose detail says what to do.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Key] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description =
                    "A key from Settings, Keys for other programs. It may read, log or write; each operation says which it needs.",
            },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        document.Components.Schemas[Problems] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["field"] = new OpenApiSchema { Type = JsonSchemaType.String },
            },
        };
        document.Servers = [];
        return Task.CompletedTask;
    }

    private static Task Complete(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancel
    )
    {
        var json = context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var about = context.Description;
        var metadata = about.ActionDescriptor.EndpointMetadata;
        var headers = metadata.OfType<NeedsHeader>().Select(header => header.Name).Distinct().ToList();
        var scope = metadata.OfType<NeededScope>().LastOrDefault()?.Scope ?? Scopes.Read;
        operation.OperationId = NameOf(about.HttpMethod ?? "", about.RelativePath ?? "");
        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [scope] },
        ];
        AddHeaders(operation, headers);
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Example ??= Examples.OfParameter(parameter.Name ?? "");
            if (metadata.OfType<OneOf>().FirstOrDefault(of => of.Field == parameter.Name) is { } of)
            {
                parameter.Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Enum = [.. of.Words.Select(word => (JsonNode)word)],
                };
            }
        }

        foreach (var body in operation.RequestBody?.Content?.Values ?? [])
        {
            var sent = metadata.OfType<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>().Last().RequestType!;
            body.Example = Examples.Of(sent, json);
        }

        operation.Responses ??= new OpenApiResponses();
        foreach (var type in about.SupportedResponseTypes.Where(type => type.StatusCode < 300))
        {
            var answer = operation.Responses[type.StatusCode.ToString(CultureInfo.InvariantCulture)];
            AddExample(answer, type.Type, json);
        }

        AddRefusals(operation, context, headers, scope);
        return Task.CompletedTask;
    }

    private static void AddHeaders(OpenApiOperation operation, List<string> headers)
    {
        operation.Parameters ??= [];
        foreach (var header in headers)
        {
            var isKey = header == IdempotencyKey.Header;
            operation.Parameters.Add(
                new OpenApiParameter
                {
                    Name = header,
                    In = ParameterLocation.Header,
                    Required = true,
                    Description = isKey
                        ? "An id that the program made: sent twice, it is done once. What is made has this id."
                        : "The tag of what was seen.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = isKey ? "uuid" : null },
                }
            );
        }
    }

    private static void AddExample(IOpenApiResponse answer, Type? type, JsonSerializerOptions json)
    {
        foreach (var (kind, content) in answer.Content ?? new Dictionary<string, OpenApiMediaType>())
        {
            content.Example = type is null || type == typeof(void) ? kind : Examples.Of(type, json);
        }

        if (answer is OpenApiResponse { Content: { } contents } known && contents.ContainsKey("application/json"))
        {
            known.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
            {
                [HeaderNames.ETag] = new OpenApiHeader
                {
                    Description = "Changes with the answer.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                },
            };
        }
    }

    private static void AddRefusals(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        List<string> headers,
        string scope
    )
    {
        var path = context.Description.RelativePath ?? "";
        var (hasBody, isGet) = (
            operation.RequestBody is not null,
            HttpMethods.IsGet(context.Description.HttpMethod ?? "")
        );
        var isAboutOne =
            path.Contains('{', StringComparison.Ordinal) || path.EndsWith("/actions", StringComparison.Ordinal);
        (int Status, bool Comes, string Sentence)[] refusals =
        [
            (
                304,
                isGet && !path.Contains("/export", StringComparison.Ordinal),
                "Nothing has changed since If-None-Match."
            ),
            (400, operation.Parameters!.Count > 0 || hasBody, ApiWords.NotReadable),
            (401, true, ApiWords.NoKeyShown),
            (403, true, Shell.Phrase.Of(ApiWords.ScopeMissing, scope)),
            (404, isAboutOne, ApiWords.NotHere),
            (412, headers.Contains(HeaderNames.IfMatch), ApiWords.ChangedMeanwhile),
            (413, hasBody, ApiWords.TooLarge),
            (415, hasBody, ApiWords.NotJson),
            (422, hasBody, ApiWords.IdUsed),
            (428, headers.Contains(HeaderNames.IfMatch), ApiWords.NoTag),
            .. context
                .Description.ActionDescriptor.EndpointMetadata.OfType<Refusal>()
                .Select(refusal => (refusal.Status, true, refusal.Sentence())),
        ];
        foreach (var (status, _, sentence) in refusals.Where(refusal => refusal.Comes))
        {
            operation.Responses![status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = sentence,
                Content = status == 304 ? null : Refusal(status, sentence, context.Document),
            };
        }
    }

    private static Dictionary<string, OpenApiMediaType> Refusal(
        int status,
        string sentence,
        OpenApiDocument? document
    ) =>
        new(StringComparer.Ordinal)
        {
            [ProblemType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchemaReference(Problems, document),
                Example = new JsonObject
                {
                    ["title"] = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
                    ["status"] = status,
                    ["detail"] = sentence,
                },
            },
        };

    /// <summary><c>PUT api/v1/goals/{goal}/state</c> is <c>putGoalsGoalState</c>.</summary>
    private static string NameOf(string method, string path) =>
        string.Concat(
            path[ApiEndpoints.Root.Length..]
                .Split('/', '-', '{', '}')
                .Where(word => word.Length > 0)
                .Select(word => word.Split(':')[0])
                .Select(word => char.ToUpperInvariant(word[0]) + word[1..])
                .Prepend(method.ToLowerInvariant())
        );
}
