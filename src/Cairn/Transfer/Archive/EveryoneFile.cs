using System.IO.Compression;
using Cairn.Backups;
using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Transfer.Archive;

/// <summary>An archive of each person in one zip, which is sealed.</summary>
public static class EveryoneFile
{
    /// <returns>How many people are in it.</returns>
    public static async Task<int> Write(
        string path,
        CairnDb db,
        SealKey key,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var unfinished = path + ".unfinished";
        try
        {
            var people = await db.People.AsNoTracking().OrderBy(person => person.Id).ToListAsync(cancel);
            await using (var file = new FileStream(unfinished, PrivateFiles.Anew))
            {
                await using (var hidden = new SealingStream(file, key))
                await using (var zip = new ZipArchive(hidden, ZipArchiveMode.Create, leaveOpen: true))
                {
                    foreach (var person in people)
                    {
                        await Add(zip, db, person, clock.GetUtcNow(), cancel);
                    }
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path);
            return people.Count;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task Add(
        ZipArchive zip,
        CairnDb db,
        Person person,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var facts = await ArchiveExport.Of(db, new Me(person, person.DayOf(now), now), cancel);
        using var archive = new MemoryStream();
        ArchiveFile.Write(archive, facts);
        archive.Position = 0;
        await using var part = zip.CreateEntry($"{person.Id}.zip", CompressionLevel.NoCompression).Open();
        await archive.CopyToAsync(part, cancel);
    }
}
