using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using Cairn.Shell;
using Microsoft.AspNetCore.WebUtilities;

namespace Cairn.Api.Answers;

/// <summary>Some of a list.</summary>
/// <param name="Items">In the order of the list.</param>
/// <param name="Next">The <c>cursor</c> with which the list goes on; null at its end.</param>
public sealed record Paged<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>After which thing a list goes on. Programs take it as it is: it may look different one day.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Cursor(DateOnly Day, Guid Id) : IParsable<Cursor>
{
    private const int Length = sizeof(int) + 16;

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, Day.DayNumber);
        Id.TryWriteBytes(bytes[sizeof(int)..]);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryParse(string? s, IFormatProvider? provider, out Cursor result)
    {
        Span<byte> bytes = stackalloc byte[Length];
        result = default;
        if (
            s is null
            || s.Length > 2 * Length
            || Base64Url.DecodeFromChars(s, bytes, out _, out var written) != OperationStatus.Done
            || written != Length
            || BinaryPrimitives.ReadInt32BigEndian(bytes) is not (>= 0 and var number)
            || number > DateOnly.MaxValue.DayNumber
        )
        {
            return false;
        }

        result = new Cursor(DateOnly.FromDayNumber(number), new Guid(bytes[sizeof(int)..]));
        return true;
    }

    public static Cursor Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var cursor) ? cursor : throw new FormatException(s);
}

public static class Paging
{
    public const int Usual = 50;
    public const int Most = 200;

    /// <summary>How many of a list are asked for.</summary>
    public static int Size(int? limit) =>
        limit is null ? Usual
        : limit is >= 1 and <= Most ? limit.Value
        : throw new SentenceException(Phrase.Of(ApiWords.LimitCannotBe, Most));

    /// <param name="context">The request, whose address leads on.</param>
    /// <param name="found">One more than fits, if there is more.</param>
    /// <param name="size">So many fit.</param>
    /// <param name="cursorOf">Where the list goes on after a thing.</param>
    public static IResult Show<T>(HttpContext context, IReadOnlyList<T> found, int size, Func<T, Cursor> cursorOf)
    {
        if (found.Count <= size)
        {
            return Shown.Of(new Paged<T>(found, null));
        }

        var next = cursorOf(found[size - 1]).ToString();
        var query = context
            .Request.Query.Where(field => field.Key != "cursor")
            .Select(field => KeyValuePair.Create(field.Key, (string?)field.Value.ToString()))
            .Append(KeyValuePair.Create("cursor", (string?)next));
        context.Response.Headers.Link =
            $"<{QueryHelpers.AddQueryString(context.Request.Path.ToUriComponent(), query)}>; rel=\"next\"";
        return Shown.Of(new Paged<T>([.. found.Take(size)], next));
    }
}
