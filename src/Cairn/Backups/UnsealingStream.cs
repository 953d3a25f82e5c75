using System.Security.Cryptography;
using Cairn.Data;

namespace Cairn.Backups;

/// <summary>Reads what a <see cref="SealingStream"/> wrote; nothing of a piece that is not whole is ever handed on.</summary>
internal sealed class UnsealingStream : ForwardStream
{
    private const int Whole = SealFormat.PieceLength + SealFormat.TagLength;

    private readonly Stream from;
    private readonly AesGcm cipher;
    private readonly byte[] header = new byte[SealFormat.Magic.Length + SealFormat.SaltLength];
    private readonly byte[] piece = new byte[SealFormat.PieceLength];
    private byte[] next = new byte[Whole];
    private byte[] hidden = new byte[Whole];
    private int nextLength;
    private int at;
    private int end;
    private long place;
    private bool done;

    /// <exception cref="InvalidDataException">It is no sealed file.</exception>
    public UnsealingStream(Stream from, SealKey key)
    {
        this.from = from;
        if (
            from.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length
            || !header.AsSpan().StartsWith(SealFormat.Magic)
        )
        {
            throw new InvalidDataException("It does not begin as a sealed file does.");
        }

        cipher = key.Cipher(header.AsSpan(SealFormat.Magic.Length));
        nextLength = from.ReadAtLeast(next, Whole, throwOnEndOfStream: false);
    }

    /// <exception cref="CryptographicException">A piece was changed, moved or cut off, or the key is another.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (at == end && !done)
        {
            Open();
        }

        var some = piece.AsSpan(at, Math.Min(buffer.Length, end - at));
        some.CopyTo(buffer);
        at += some.Length;
        return some.Length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher.Dispose();
            from.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Open()
    {
        (hidden, next) = (next, hidden);
        var length = nextLength;
        nextLength = length == Whole ? from.ReadAtLeast(next, Whole, throwOnEndOfStream: false) : 0;
        done = nextLength == 0;
        if (length < SealFormat.TagLength)
        {
            throw new CryptographicException("The sealed file is cut off.");
        }

        Span<byte> nonce = stackalloc byte[SealFormat.NonceLength];
        SealFormat.Nonce(nonce, place++, done);
        (at, end) = (0, length - SealFormat.TagLength);
        cipher.Decrypt(
            nonce,
            hidden.AsSpan(0, end),
            hidden.AsSpan(end, SealFormat.TagLength),
            piece.AsSpan(0, end),
            header
        );
    }
}
