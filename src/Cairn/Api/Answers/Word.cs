using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cairn.Api.Answers;

/// <summary>One of some words in an address, written as in the bodies: <c>tooBig</c>. The framework alone would want <c>TooBig</c>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Word<T>(T Value) : IParsable<Word<T>>, IEndpointParameterMetadataProvider
    where T : struct, Enum
{
#pragma warning disable CA1000 // the framework looks for them here
    public static bool TryParse(string? s, IFormatProvider? provider, out Word<T> result)
    {
        var isKnown = All().Contains(s, StringComparer.OrdinalIgnoreCase);
        result = isKnown ? new(Enum.Parse<T>(s!, ignoreCase: true)) : default;
        return isKnown;
    }

    public static Word<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var word) ? word : throw new FormatException(s);

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(In(parameter.Name!));

    /// <summary>For a field that may be left out: of those the framework does not ask.</summary>
    public static OneOf In(string field) => new(field, All());
#pragma warning restore CA1000

    private static IReadOnlyList<string> All() =>
        [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)];
}

/// <summary>On an operation: the words that a field of its address can be.</summary>
public sealed record OneOf(string Field, IReadOnlyList<string> Words);
