using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Cairn.Api.Answers;

/// <summary>The version that a program has seen and means to change: what was changed since is not overwritten.</summary>
public sealed record SeenVersion(int Number) : IEndpointParameterMetadataProvider
{
    public static ValueTask<SeenVersion?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<SeenVersion?>(
            Tags.VersionOf(SeenTag.Read(context.Request)) is { } number
                ? new(number)
                : throw new SentenceException(ApiWords.ChangedMeanwhile, StatusCodes.Status412PreconditionFailed)
        );

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new NeedsHeader(HeaderNames.IfMatch));
}

/// <summary>The same for what has no versions: the tag of its content.</summary>
public sealed record SeenTag(string Tag) : IEndpointParameterMetadataProvider
{
    public static ValueTask<SeenTag?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<SeenTag?>(new(Read(context.Request)));

    public static string Read(HttpRequest request) =>
        request.Headers.IfMatch.ToString() is { Length: > 0 } tag
            ? tag
            : throw new SentenceException(ApiWords.NoTag, StatusCodes.Status428PreconditionRequired);

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new NeedsHeader(HeaderNames.IfMatch));
}
