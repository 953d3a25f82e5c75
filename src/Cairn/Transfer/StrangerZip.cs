using System.IO.Compression;
using Cairn.Transfer.Archive;

namespace Cairn.Transfer;

/// <summary>
/// A zip that somebody else made. Nothing is unpacked onto the disk, so a name in it can point nowhere; what comes
/// out is counted over all parts.
/// </summary>
public sealed class StrangerZip : IDisposable
{
    private const long MostBytes = 128L * 1024 * 1024;

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private long left = MostBytes;

    private StrangerZip(ZipArchive zip)
    {
        this.zip = zip;
        foreach (var part in zip.Entries)
        {
            parts.TryAdd(part.FullName.Replace('\\', '/'), part);
        }
    }

    /// <summary>In the order of the zip, with <c>/</c> between folders.</summary>
    public IEnumerable<string> Names => parts.Keys;

    public static StrangerZip Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            ZipDirectory.Check(file);
            return new StrangerZip(new ZipArchive(file, ZipArchiveMode.Read));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Where a file of that name lies nearest to the root; some zip the folder and some what is in it.</summary>
    public string? Find(string name) =>
        parts
            .Keys.Where(part =>
                part.Equals(name, StringComparison.OrdinalIgnoreCase)
                || part.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase)
            )
            .MinBy(part => part.Length);

    /// <exception cref="InvalidDataException">It is damaged, or there is more in it than any diary holds.</exception>
    public byte[] Read(string name, long most)
    {
        using var stream = new BoundedStream(parts[name].Open(), Math.Min(most, left));
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        left -= bytes.Length;
        return bytes.ToArray();
    }

    public void Dispose() => zip.Dispose();
}
