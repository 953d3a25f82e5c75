using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;
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

/// <summary>Which part of a list is asked for: both stand in the address.</summary>
/// <param name="Context">The request, whose address leads on.</param>
/// <param name="Cursor">After which thing; null from the beginning.</param>
/// <param name="Limit">How many at most; null for the usual.</param>
public sealed record Paging(
    HttpContext Context,
    [FromQuery(Name = "cursor")] Cursor? Cursor,
    [FromQuery(Name = "limit")] int? Limit
)
{
    public const int Usual = 50;
    public const int Most = 200;

    public bool IsFirst => Cursor is null;

    /// <summary>The thing that it goes on after; nothing on the first page.</summary>
    public Cursor After => Cursor.GetValueOrDefault();

    /// <summary>One more than fits, so that it shows whether the list goes on.</summary>
    public int Take => Size + 1;

    public int Size =>
        Limit is null ? Usual
        : Limit is >= 1 and <= Most ? Limit.Value
        : throw new SentenceException(Phrase.Of(ApiWords.LimitCannotBe, Most));

    /// <param name="found">So many as <see cref="Take"/>, if there are.</param>
    /// <param name="cursorOf">Where the list goes on after a thing.</param>
    public IResult Show<T>(IReadOnlyList<T> found, Func<T, Cursor> cursorOf)
    {
        if (found.Count <= Size)
        {
            return Shown.Of(new Paged<T>(found, null));
        }

        var next = cursorOf(found[Size - 1]).ToString();
        var query = Context
            .Request.Query.Where(field => field.Key != "cursor")
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value)))
            .Append(KeyValuePair.Create("cursor", (string?)next));
        Context.Response.Headers.Link =
            $"<{QueryHelpers.AddQueryString(Context.Request.Path.ToUriComponent(), query)}>; rel=\"next\"";
        return Shown.Of(new Paged<T>([.. found.Take(Size)], next));
    }

    /// <summary>The same of things that have no day and are sorted by their ids.</summary>
    public IResult Show<T>(IReadOnlyList<T> found, Func<T, Guid> idOf) =>
        Show(found, thing => new Cursor(default, idOf(thing)));
}
