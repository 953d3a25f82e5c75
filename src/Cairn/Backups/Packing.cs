using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using Cairn.Data;

namespace Cairn.Backups;

/// <summary>A file packed with gzip, whose checksum tells of any change, and sealed where there is a key.</summary>
public static class Packing
{
    /// <summary>Packs a whole file and waits for the disk.</summary>
    public static void Pack(string from, string to, SealKey? key)
    {
        using var source = File.OpenRead(from);
        using var file = new FileStream(to, PrivateFiles.Anew);
        using (var hidden = key is null ? null : new SealingStream(file, key))
        using (var zip = new GZipStream(hidden ?? (Stream)file, CompressionLevel.Fastest, leaveOpen: true))
        {
            source.CopyTo(zip);
        }

        file.Flush(flushToDisk: true);
    }

    /// <exception cref="BackupException">It is damaged or cut off, or the key is missing or another.</exception>
    public static void Unpack(string from, string to, SealKey? key)
    {
        try
        {
            using var file = File.OpenRead(from);
            using var packed = IsSealed(file)
                ? new UnsealingStream(file, key ?? throw new BackupException(BackupsWords.NeedsKey))
                : (Stream)file;
            using var counted = new LastBytes(packed);
            using var zip = new GZipStream(counted, CompressionMode.Decompress);
            using var target = new FileStream(to, PrivateFiles.Anew);
            zip.CopyTo(target);
            counted.CopyTo(Stream.Null); // gzip may stop before the end is read
            if (
                BinaryPrimitives.ReadUInt32LittleEndian(counted.Last) != unchecked((uint)target.Length)
                || target.Length == 0
            )
            {
                throw new InvalidDataException("It is cut off.");
            }
        }
        catch (CryptographicException error)
        {
            throw new BackupException(BackupsWords.SealBroken, error);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new BackupException(BackupsWords.Damaged, error);
        }
    }

    private static bool IsSealed(FileStream file)
    {
        Span<byte> start = stackalloc byte[SealFormat.Magic.Length];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start[..read].SequenceEqual(SealFormat.Magic);
    }

    /// <summary>Remembers the last four bytes that were read: of a gzip its length.</summary>
    private sealed class LastBytes(Stream inner) : ForwardStream
    {
        private readonly byte[] last = new byte[4];

        public ReadOnlySpan<byte> Last => last;

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            foreach (var sign in buffer[Math.Max(0, read - last.Length)..read])
            {
                (last[0], last[1], last[2], last[3]) = (last[1], last[2], last[3], sign);
            }

            return read;
        }
    }
}
