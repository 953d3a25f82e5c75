using System.Globalization;

namespace Cairn.Transfer;

/// <summary>Days as programs write them for programs; what people write is the business of <see cref="Table"/>.</summary>
internal static class Dates
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The date at the beginning of <c>2026-03-02</c> or <c>2026-03-02T07:00:00</c>, whatever follows.</summary>
    public static DateOnly? Iso(string? text) =>
        text?.Trim() is { Length: >= 10 } trimmed
        && DateOnly.TryParseExact(
            trimmed.AsSpan(0, 10),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    public static DateOnly? OfEpochDay(long? number) =>
        number is { } days && days >= -Epoch && days <= DateOnly.MaxValue.DayNumber - Epoch
            ? DateOnly.FromDayNumber(Epoch + (int)days)
            : null;

    /// <summary>The day of an instant where the clock on the wall is ahead of UTC by <paramref name="ahead"/>.</summary>
    public static DateOnly? OfMilliseconds(long? milliseconds, TimeSpan ahead) =>
        milliseconds is >= 0 and < 253_000_000_000_000
            ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value).UtcDateTime + ahead)
            : null;

    public static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant
        )
            ? instant
            : null;
}
