using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Cairn.Api.Answers;

/// <summary>
/// An answer as JSON with a strong tag: of its version where it has one, else of its content. Whoever has seen it hears 304.
/// </summary>
/// <param name="value">What is shown.</param>
/// <param name="version">Where the value is what this version says, and nothing else.</param>
/// <param name="status">200, or 201 for what was just made.</param>
/// <param name="location">Where it is found from now on.</param>
public sealed class Shown<T>(
    T value,
    int? version = null,
    int status = StatusCodes.Status200OK,
    string? location = null
) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, options.GetTypeInfo(typeof(T)));
        var tag = new EntityTagHeaderValue(version is { } number ? Tags.OfVersion(number) : Tags.Of(bytes));
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Location = location;
        if (HttpMethods.IsGet(request.Method) && request.GetTypedHeaders().IfNoneMatch.Any(Matches))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);

        bool Matches(EntityTagHeaderValue seen) =>
            seen.Equals(EntityTagHeaderValue.Any) || seen.Compare(tag, useStrongComparison: false);
    }
}

public static class Shown
{
    public static IResult Of<T>(T value) => new Shown<T>(value);

    public static IResult Of<T>(T value, int version) => new Shown<T>(value, version);

    /// <summary>It was just made, or it was there already under this key.</summary>
    public static IResult Made<T>(T value, string location, bool isNew) =>
        new Shown<T>(value, null, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, location);

    /// <inheritdoc cref="Made{T}(T, string, bool)"/>
    public static IResult Made<T>(T value, int version, string location, bool isNew) =>
        new Shown<T>(value, version, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, location);
}

/// <summary>The tags of answers, in their quotation marks.</summary>
public static class Tags
{
    public static string OfVersion(int number) => string.Create(CultureInfo.InvariantCulture, $"\"v{number}\"");

    public static string Of(ReadOnlySpan<byte> content) =>
        $"\"{Base64Url.EncodeToString(SHA256.HashData(content).AsSpan(0, 18))}\"";

    /// <summary>As <see cref="Shown"/> tags an answer that has no version.</summary>
    public static string OfContent<T>(T value) => Of(JsonSerializer.SerializeToUtf8Bytes(value, ApiFormat.Usual));

    /// <returns>Null for what is no tag of a version.</returns>
    public static int? VersionOf(string? tag) =>
        tag is ['"', 'v', .. var number, '"']
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
