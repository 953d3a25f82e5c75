using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.Shell;

namespace Cairn.Today.Actions;

/// <summary>An action as JSON: docs/api-actions.md.</summary>
public static class ActionJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, // dropping a word would lose it in silence
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <returns>The action, or why it cannot be read.</returns>
    public static (DayAction? Action, string? Why) Read(JsonElement element)
    {
        try
        {
            return element.Deserialize<DayAction>(Options) is { } action ? (action, null) : (null, Unreadable("null"));
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or InvalidOperationException)
        {
            return (null, Unreadable(error.Message.Split(" Path:")[0]));
        }
    }

    /// <summary>The same for whoever sends one.</summary>
    public static string Write(DayAction action) => JsonSerializer.Serialize(action, Options);

    public static Guid IdOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("id", out var id)
        && id.ValueKind == JsonValueKind.String
        && id.TryGetGuid(out var known)
            ? known
            : Guid.Empty;

    public static string Unreadable(string because) =>
        Phrase.Of(ActionWords.NotReadable, because.ReplaceLineEndings(" "));
}
