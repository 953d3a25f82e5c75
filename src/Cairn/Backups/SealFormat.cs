using System.Buffers.Binary;

namespace Cairn.Backups;

/// <summary>
/// A sealed file: the name of the format, a random salt, and pieces of 64 KiB, each AES-256-GCM with its tag. A piece's
/// nonce is its place and whether it is the last, so none can be moved, left out, doubled or cut off at the end.
/// </summary>
internal static class SealFormat
{
    public const int SaltLength = 16;
    public const int TagLength = 16;
    public const int NonceLength = 12;
    public const int PieceLength = 64 * 1024;

    public static ReadOnlySpan<byte> Magic => "cairn sealed 1\n"u8;

    public static void Nonce(Span<byte> nonce, long place, bool isLast)
    {
        nonce.Clear();
        nonce[0] = isLast ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(nonce[4..], place);
    }
}
