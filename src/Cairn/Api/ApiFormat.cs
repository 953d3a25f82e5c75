using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cairn.Api;

/// <summary>How what the API says and hears is written: names in camelCase, days and instants as ISO 8601, nothing read loosely.</summary>
public static class ApiFormat
{
    /// <summary>As the server writes it, for a program that asks one.</summary>
    public static JsonSerializerOptions Usual { get; } = Made();

    public static void Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // it is never part of a page
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip; // a newer server may say more
        options.MakeReadOnly();
        return options;
    }
}
