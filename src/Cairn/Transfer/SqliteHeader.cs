using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Cairn.Transfer;

/// <summary>What the first hundred bytes of a SQLite file say (sqlite.org/fileformat2.html, 1.3), before SQLite is asked.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SqliteHeader(bool WriteAhead)
{
    public const long MostBytes = 512L * 1024 * 1024;
    private const int Length = 100;

    public static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <exception cref="UnusableFileException">It is too large, cut off, or still being written to.</exception>
    public static SqliteHeader Check(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var header = new byte[Length];
        if (
            file.ReadAtLeast(header, Length, throwOnEndOfStream: false) < Length
            || !header.AsSpan().StartsWith(Magic)
            || PageSize(header) is not { } page
        )
        {
            throw new UnusableFileException(TransferWords.NotAWholeDatabase);
        }

        if (file.Length > MostBytes)
        {
            throw new UnusableFileException(History.Say(TransferWords.TooLarge, MostBytes / 1024 / 1024));
        }

        // The page count is only kept by a writer that also kept "version valid for" (offset 92).
        var isKept = header.AsSpan(24, 4).SequenceEqual(header.AsSpan(92, 4));
        var pages = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(28));
        if ((isKept && pages > 0 && file.Length < pages * page) || file.Length % page != 0)
        {
            throw new UnusableFileException(TransferWords.CutOff);
        }

        if (HasContent(path + "-wal") || HasContent(path + "-journal"))
        {
            throw new UnusableFileException(TransferWords.StillOpen);
        }

        return new SqliteHeader(WriteAhead: header[18] == 2 || header[19] == 2);
    }

    private static long? PageSize(byte[] header) =>
        BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(16)) switch
        {
            1 => 65536,
            >= 512 and <= 32768 and var size when int.IsPow2(size) => size,
            _ => null,
        };

    private static bool HasContent(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };
}
