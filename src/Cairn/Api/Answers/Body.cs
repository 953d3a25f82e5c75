using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Cairn.Shell;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Cairn.Api.Answers;

/// <summary>What a program sends as JSON. A field that is not known is refused: dropping it would lose it in silence.</summary>
public sealed record Body<T>(T Value) : IEndpointParameterMetadataProvider
    where T : class
{
#pragma warning disable CA1000 // the framework looks for both here
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new SentenceException(ApiWords.NotJson, StatusCodes.Status415UnsupportedMediaType);
        }

        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        try
        {
            return
                await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted) is { } value
                ? new Body<T>(value)
                : throw new SentenceException(ApiWords.NotReadable);
        }
        catch (JsonException error)
        {
            throw new SentenceException(
                error.Path is { Length: > 2 } path
                    ? Phrase.Of(ApiWords.FieldNotReadable, path[2..])
                    : ApiWords.NotReadable
            );
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
#pragma warning restore CA1000
}
