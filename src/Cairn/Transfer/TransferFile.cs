using System.Text;
using Cairn.Data;
using Cairn.People;
using Cairn.Transfer.Archive;
using Cairn.Transfer.Beaver;
using Cairn.Transfer.Daylio;
using Cairn.Transfer.Habitica;
using Cairn.Transfer.HabitTrove;
using Cairn.Transfer.Habo;
using Cairn.Transfer.Loop;
using Cairn.Transfer.Table;
using Cairn.Transfer.TableHabit;
using Cairn.Transfer.Todoist;

namespace Cairn.Transfer;

/// <summary>A file that Cairn can take over, read and checked in full, waiting to be compared with a store.</summary>
public sealed class TransferFile
{
    private readonly ArchiveFacts? archive;
    private readonly Action<History> tell;

    private TransferFile(string format, ArchiveFacts archive) =>
        (Format, this.archive, tell) = (format, archive, _ => { });

    private TransferFile(string format, Action<History> tell) => (Format, this.tell) = (format, tell);

    public string Format { get; }

    /// <summary>Reads a file; what it is shows in its content, whatever its name.</summary>
    /// <exception cref="UnusableFileException">With the sentence for the person.</exception>
    public static TransferFile Read(string path)
    {
        try
        {
            var start = Start(path);
            return start.AsSpan().StartsWith(SqliteHeader.Magic) ? Loop(path)
                : start.AsSpan().StartsWith(ZipDirectory.Magic) ? Zip(path)
                : StrangerText.IsText(start) ? Text(path)
                : throw new UnusableFileException(TransferWords.NothingKnown);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnusableFileException(History.Say(TransferWords.CannotBeRead, error.Message), error);
        }
    }

    /// <summary>What the file tells, in Cairn's words; an archive tells nothing, it is compared as it is.</summary>
    public Imported Tell(DateOnly today, string zone, Answers answers) =>
        History.Of(Format, today, zone, answers, tell);

    public async Task<(Additions Additions, Imported Told)> CompareWith(
        CairnDb db,
        Me me,
        Answers answers,
        CancellationToken cancel
    )
    {
        var told = Tell(me.Today, me.Person.Zone, answers);
        return archive is null
            ? (await HistoryMerge.With(db, me, told, cancel), told)
            : (await ArchiveMerge.With(db, me, archive, cancel), told);
    }

    private static TransferFile Loop(string path)
    {
        var backup = LoopFile.Read(path);
        return new(LoopMapping.Format, history => LoopMapping.Tell(backup, history));
    }

    private static TransferFile Zip(string path)
    {
        try
        {
            using var zip = StrangerZip.Open(path);
            if (LoopCsv.Fits(zip))
            {
                return new(LoopCsv.Format, LoopCsv.Read(zip).Tell);
            }

            if (zip.Find("habits.json") is { } habits)
            {
                var root = StrangerJson.Read(zip.Read(habits, StrangerJson.MostBytes));
                var settings = zip.Find("settings.json") is { } name
                    ? StrangerJson.Read(zip.Read(name, StrangerJson.MostBytes))
                    : default;
                return HabitTroveFile.Fits(root)
                    ? new(HabitTroveFile.Format, history => HabitTroveFile.Tell(root, settings, history))
                    : throw new UnusableFileException(TransferWords.NothingKnown);
            }
        }
        catch (Exception error) when (error is InvalidDataException or NotSupportedException)
        {
            throw new UnusableFileException(TransferWords.ZipDamaged, error);
        }

        return new("cairn", ArchiveFile.Read(path));
    }

    private static TransferFile Text(string path)
    {
        if (new FileInfo(path).Length > StrangerTable.MostBytes)
        {
            throw new UnusableFileException(History.Say(TransferWords.TooLarge, StrangerTable.MostBytes / 1024 / 1024));
        }

        var text = StrangerText.Decode(File.ReadAllBytes(path));
        return text.AsSpan().TrimStart() is ['{' or '[', ..] ? Json(text) : Csv(text);
    }

    private static TransferFile Json(string text)
    {
        var root = StrangerJson.Read(Encoding.UTF8.GetBytes(text));
        return HabiticaFile.Fits(root) ? new(HabiticaFile.Format, history => HabiticaFile.Tell(root, history))
            : TableHabitFile.Fits(root) ? new(TableHabitFile.Format, history => TableHabitFile.Tell(root, history))
            : HabitTroveFile.Fits(root)
                ? new(HabitTroveFile.Format, history => HabitTroveFile.Tell(root, default, history))
            : HaboFile.Fits(root) ? new(HaboFile.Format, history => HaboFile.Tell(root, history))
            : BeaverFile.Fits(root) ? new(BeaverFile.Format, history => BeaverFile.Tell(root, history))
            : throw new UnusableFileException(TransferWords.NothingKnown);
    }

    private static TransferFile Csv(string text)
    {
        var table = StrangerTable.Read(text);
        var header = new TableColumns(table.Rows.Count > 0 ? table.Rows[0] : new TableRow(0, []));
        return DaylioCsv.Fits(header) ? new(DaylioCsv.Format, history => DaylioCsv.Tell(table, history))
            : TodoistCsv.Fits(header) ? new(TodoistCsv.Format, history => TodoistCsv.Tell(table, history))
            : TableCsv.Read(table) is { } csv ? new(TableCsv.Format, csv.Tell)
            : throw new UnusableFileException(TransferWords.NothingKnown);
    }

    private static byte[] Start(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UnusableFileException(TransferWords.IsAFolder);
        }

        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new UnusableFileException(TransferWords.NoSuchFile);
        }

        // A pipe or a device has no length either; opening one could wait for ever.
        if (file.Length == 0)
        {
            throw new UnusableFileException(TransferWords.IsEmpty);
        }

        using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var start = new byte[Math.Min(file.Length, StrangerText.Glance)];
        stream.ReadExactly(start);
        return start;
    }
}
