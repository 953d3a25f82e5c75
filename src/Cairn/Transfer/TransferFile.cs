using Cairn.Data;
using Cairn.People;
using Cairn.Transfer.Archive;
using Cairn.Transfer.Loop;

namespace Cairn.Transfer;

/// <summary>A file that Cairn can take over, read and checked in full, waiting to be compared with a store.</summary>
public sealed class TransferFile
{
    private readonly Func<CairnDb, Me, CancellationToken, Task<(Additions, IReadOnlyList<string> Warnings)>> compare;

    private TransferFile(
        string format,
        Func<CairnDb, Me, CancellationToken, Task<(Additions, IReadOnlyList<string> Warnings)>> compare
    ) => (Format, this.compare) = (format, compare);

    public string Format { get; }

    /// <summary>Reads a file; what it is shows in its content, whatever its name.</summary>
    /// <exception cref="UnusableFileException">With the sentence for the person.</exception>
    public static TransferFile Read(string path)
    {
        try
        {
            var start = Start(path);
            if (start.AsSpan().StartsWith(SqliteHeader.Magic))
            {
                var backup = LoopFile.Read(path);
                return Of(LoopMapping.Format, today => LoopMapping.Map(backup, today));
            }

            if (start.AsSpan().StartsWith(ZipDirectory.Magic))
            {
                var archive = ArchiveFile.Read(path);
                return new("cairn", async (db, me, cancel) => (await ArchiveMerge.With(db, me, archive, cancel), []));
            }

            throw new UnusableFileException(
                $"{path} is nothing that Cairn can read: neither a Loop Habit Tracker backup (.db) nor a Cairn archive "
                    + "(.zip). Nothing was imported."
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnusableFileException($"{path} cannot be read ({error.Message}). Nothing was imported.", error);
        }
    }

    public Task<(Additions Additions, IReadOnlyList<string> Warnings)> CompareWith(
        CairnDb db,
        Me me,
        CancellationToken cancel
    ) => compare(db, me, cancel);

    private static TransferFile Of(string format, Func<DateOnly, Imported> map) =>
        new(
            format,
            async (db, me, cancel) =>
            {
                var history = map(me.Today);
                return (await HistoryMerge.With(db, me, history, cancel), history.Warnings);
            }
        );

    private static byte[] Start(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UnusableFileException($"{path} is a folder, not a file. Nothing was imported.");
        }

        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new UnusableFileException($"There is no file {path}. Nothing was imported.");
        }

        // A pipe or a device has no length either; opening one could wait for ever.
        if (file.Length == 0)
        {
            throw new UnusableFileException($"{path} is empty. Nothing was imported; copy it again.");
        }

        using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var start = new byte[Math.Min(file.Length, SqliteHeader.Magic.Length)];
        stream.ReadExactly(start);
        return start;
    }
}
