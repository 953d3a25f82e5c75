using System.Buffers.Binary;

namespace Cairn.Transfer.Archive;

/// <summary>
/// Looks at a zip's table of contents before the library reads it: one with millions of names would fill the
/// memory by itself (APPNOTE.TXT 4.3.16, end of central directory record).
/// </summary>
internal static class ZipDirectory
{
    private const int RecordLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int MostBytes = 1024 * 1024;
    private const long MostBytesOfFile = 256L * 1024 * 1024;

    private static ReadOnlySpan<byte> Signature => "PK\u0005\u0006"u8;

    public static ReadOnlySpan<byte> Magic => "PK\u0003\u0004"u8;

    public static void Check(FileStream file)
    {
        if (file.Length > MostBytesOfFile)
        {
            throw new UnusableFileException(History.Say(TransferWords.TooLarge, MostBytesOfFile / 1024 / 1024));
        }

        var tail = new byte[Math.Min(file.Length, RecordLength + LongestComment)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        file.Seek(0, SeekOrigin.Begin);
        var at = tail.AsSpan().LastIndexOf(Signature);
        if (at < 0 || tail.Length - at < RecordLength)
        {
            throw new UnusableFileException(TransferWords.CutOff);
        }

        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        var end = file.Length - tail.Length + at;
        if (end - start is < 0 or > MostBytes)
        {
            throw new UnusableFileException(TransferWords.NothingKnown);
        }
    }
}
