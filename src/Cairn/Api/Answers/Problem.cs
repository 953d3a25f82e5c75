using Cairn.Data;

namespace Cairn.Api.Answers;

/// <summary>What could not be done, as RFC 9457 tells it: <c>detail</c> is a sentence that says what to do, in the caller's language.</summary>
public static class Problem
{
    /// <summary>The same for what never was and for what is somebody else's.</summary>
    public static IResult NotHere => Of(StatusCodes.Status404NotFound, ApiWords.NotHere);

    public static IResult Of(int status, string sentence, string? field = null) =>
        TypedResults.Problem(
            sentence,
            statusCode: status,
            extensions: field is null
                ? null
                : new Dictionary<string, object?>(StringComparer.Ordinal) { ["field"] = field }
        );

    /// <summary>It is clear what is meant, and it cannot be.</summary>
    /// <param name="sentence">What to do.</param>
    /// <param name="field">The field it is about, if it is about one.</param>
    public static IResult Refused(string sentence, string? field = null) =>
        Of(StatusCodes.Status422UnprocessableEntity, sentence, field);

    /// <summary>What became of a change that was not <see cref="Kept.Saved"/>.</summary>
    public static IResult Of(Kept kept) =>
        kept == Kept.NotHere ? NotHere : Of(StatusCodes.Status412PreconditionFailed, ApiWords.ChangedMeanwhile);

    /// <summary>For an answer that has a status and nothing else.</summary>
    public static string SentenceOf(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound => ApiWords.NotHere,
            StatusCodes.Status405MethodNotAllowed => ApiWords.NoSuchMethod,
            StatusCodes.Status413PayloadTooLarge => ApiWords.TooLarge,
            StatusCodes.Status415UnsupportedMediaType => ApiWords.NotJson,
            < StatusCodes.Status500InternalServerError => ApiWords.NotReadable,
            _ => ApiWords.WentWrong,
        };
}
