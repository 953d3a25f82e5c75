using System.Globalization;
using Cairn.Backups;
using Cairn.Data;
using Cairn.People;
using Cairn.Transfer.Archive;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Transfer;

/// <summary>
/// What was there before an import. Whoever is alone in a Cairn gets a backup of all of it; among others it is the
/// archive of the one person whom an import can change. Where there is nothing yet, nothing is copied. The newest few stay.
/// </summary>
public sealed class SafetyCopy(Storage storage, BackupMaker backups, TimeProvider clock)
{
    public const int Kept = Rotation.Before;

    public string FolderOf(Guid person) =>
        Path.Combine(storage.Folder, "before-import", person.ToString("N", CultureInfo.InvariantCulture));

    /// <exception cref="UnusableFileException">It could not be made; nobody imports without it.</exception>
    public async Task Make(CairnDb db, Me me, CancellationToken cancel)
    {
        // All that a person can have hangs on a goal or is said about a day.
        var hasAnything = await db
            .Goals.Where(goal => goal.PersonId == me.Id)
            .Select(goal => goal.Id)
            .Concat(db.DayWords.Where(word => word.PersonId == me.Id).Select(word => word.Id))
            .AnyAsync(cancel);
        if (!hasAnything)
        {
            return;
        }

        try
        {
            if (await db.People.CountAsync(cancel) == 1)
            {
                await backups.Make(Occasion.BeforeImport, cancel);
            }
            else
            {
                await WriteArchive(db, me, cancel);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or BackupException)
        {
            throw new UnusableFileException(History.Say(TransferWords.NoCopyFirst, error.Message), error);
        }
    }

    private async Task WriteArchive(CairnDb db, Me me, CancellationToken cancel)
    {
        var folder = FolderOf(me.Id);
        PrivateFiles.CreateFolder(folder);
        var now = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HHmmss.fff'Z'", CultureInfo.InvariantCulture);
        var name = Path.Combine(folder, now + ".zip");
        var unfinished = name + ".unfinished";
        await using (var file = new FileStream(unfinished, PrivateFiles.Anew))
        {
            ArchiveFile.Write(file, await ArchiveExport.Of(db, me, cancel));
        }

        File.Move(unfinished, name, overwrite: true);
        foreach (var old in Directory.GetFiles(folder).OrderDescending(StringComparer.Ordinal).Skip(Kept))
        {
            File.Delete(old);
        }
    }
}
