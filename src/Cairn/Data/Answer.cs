using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cairn.Data;

/// <summary>One answer: a rating from 0 to 10, words, or nothing, which takes an earlier answer away.</summary>
[JsonConverter(typeof(AnswerJson))]
public readonly record struct Answer
{
    public int? Rating { get; private init; }

    public string? Text { get; private init; }

    [JsonIgnore]
    public bool IsNone => Rating is null && Text is null;

    public bool CanBe =>
        Rating is null or (>= 0 and <= CheckIn.HighestRating)
        && Text is null or { Length: > 0 and <= CheckIn.LongestText }
        && Text?.Contains('\0') != true;

    public static Answer None => default;

    public static Answer Of(int rating) => new() { Rating = rating };

    /// <summary>Nothing but blanks is no answer.</summary>
    public static Answer Of(string text) => text.Trim() is { Length: > 0 } words ? new() { Text = words } : None;
}

/// <summary>A number, a string or null.</summary>
internal sealed class AnswerJson : JsonConverter<Answer>
{
    public override bool HandleNull => true;

    public override Answer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => Answer.None,
            JsonTokenType.String => Answer.Of(reader.GetString()!),
            JsonTokenType.Number when reader.TryGetInt32(out var rating) => Answer.Of(rating),
            _ => throw new JsonException("An answer is a whole number, words or null."),
        };

    public override void Write(Utf8JsonWriter writer, Answer value, JsonSerializerOptions options)
    {
        if (value.Rating is { } rating)
        {
            writer.WriteNumberValue(rating);
        }
        else
        {
            writer.WriteStringValue(value.Text);
        }
    }
}
