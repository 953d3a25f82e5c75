using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cairn.Api.Answers;

/// <summary>
/// The id that a program made for a change: sent twice under the same key, it is one. What comes of it has this id.
/// </summary>
public sealed record IdempotencyKey(Guid Id) : IEndpointParameterMetadataProvider
{
    public const string Header = "Idempotency-Key";

    public static ValueTask<IdempotencyKey?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        Read(context.Request) is { } id
            ? ValueTask.FromResult<IdempotencyKey?>(new(id))
            : throw new SentenceException(ApiWords.NoId);

    /// <returns>Null where there is none.</returns>
    public static Guid? Read(HttpRequest request) =>
        Guid.TryParse(request.Headers[Header].ToString().Trim('"'), out var id) && id != Guid.Empty ? id : null;

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new NeedsHeader(Header));
}

/// <summary>On an operation: a header without which it does nothing.</summary>
public sealed record NeedsHeader(string Name);
