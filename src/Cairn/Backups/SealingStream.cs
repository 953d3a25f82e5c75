using System.Security.Cryptography;

namespace Cairn.Backups;

/// <summary>What is written to it goes on sealed. Only when it is closed is the last piece written.</summary>
internal sealed class SealingStream : Stream
{
    private readonly Stream to;
    private readonly AesGcm cipher;
    private readonly byte[] header;
    private readonly byte[] piece = new byte[SealFormat.PieceLength];
    private readonly byte[] hidden = new byte[SealFormat.PieceLength + SealFormat.TagLength];
    private int filled;
    private long place;
    private bool closed;

    public SealingStream(Stream to, SealKey key)
    {
        this.to = to;
        var salt = RandomNumberGenerator.GetBytes(SealFormat.SaltLength);
        header = [.. SealFormat.Magic, .. salt];
        cipher = key.Cipher(salt);
        to.Write(header);
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (filled == piece.Length)
            {
                WritePiece(isLast: false);
            }

            var some = buffer[..Math.Min(buffer.Length, piece.Length - filled)];
            some.CopyTo(piece.AsSpan(filled));
            filled += some.Length;
            buffer = buffer[some.Length..];
        }
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !closed)
        {
            closed = true;
            WritePiece(isLast: true);
            cipher.Dispose();
        }

        base.Dispose(disposing);
    }

    private void WritePiece(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[SealFormat.NonceLength];
        SealFormat.Nonce(nonce, place++, isLast);
        var text = hidden.AsSpan(0, filled);
        var tag = hidden.AsSpan(filled, SealFormat.TagLength);
        cipher.Encrypt(nonce, piece.AsSpan(0, filled), text, tag, header);
        to.Write(hidden.AsSpan(0, filled + SealFormat.TagLength));
        filled = 0;
    }
}
