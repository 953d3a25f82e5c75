using System.Globalization;

namespace Cairn.Backups;

/// <summary>
/// One backup: everything in the store at one instant, as a packed SQLite file, whichever database it came from. What
/// has this name was opened and found sound when it was made.
/// </summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Made">The instant whose state it holds.</param>
/// <param name="Occasion">Why it was made.</param>
/// <param name="IsSealed">Whether it takes a key to read it.</param>
public sealed record Backup(string Path, DateTimeOffset Made, Occasion Occasion, bool IsSealed)
{
    private const string Instant = "yyyy-MM-dd'T'HHmmss.fff'Z'";
    private const string Packed = ".db.gz";
    private const string Sealed = ".sealed";

    public string Name => System.IO.Path.GetFileName(Path);

    public long Bytes => new FileInfo(Path) is { Exists: true } file ? file.Length : 0;

    public static Backup In(string folder, DateTimeOffset now, Occasion occasion, bool isSealed) =>
        new(
            System.IO.Path.Combine(
                folder,
                now.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture)
                    + $"-{WordOf(occasion)}{Packed}{(isSealed ? Sealed : "")}"
            ),
            now,
            occasion,
            isSealed
        );

    /// <returns>Null for a name that no backup has.</returns>
    public static Backup? Named(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        var isSealed = name.EndsWith(Sealed, StringComparison.Ordinal);
        var stem = isSealed ? name[..^Sealed.Length] : name;
        var at = stem.IndexOf("Z-", StringComparison.Ordinal);
        if (at < 0 || !stem.EndsWith(Packed, StringComparison.Ordinal))
        {
            return null;
        }

        var word = stem[(at + 2)..^Packed.Length];
        var occasions = Enum.GetValues<Occasion>().Where(occasion => WordOf(occasion) == word).ToList();
        return
            occasions is [var occasion]
            && DateTimeOffset.TryParseExact(
                stem[..(at + 1)],
                Instant,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var made
            )
            ? new Backup(path, made, occasion, isSealed)
            : null;
    }

    private static string WordOf(Occasion occasion) =>
        occasion switch
        {
            Occasion.Nightly => "nightly",
            Occasion.ByHand => "by-hand",
            Occasion.BeforeImport => "before-import",
            Occasion.BeforeRestore => "before-restore",
            _ => "before-upgrade",
        };
}
