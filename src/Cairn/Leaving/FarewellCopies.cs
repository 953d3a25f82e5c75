using System.Globalization;
using Cairn.Data;
using Cairn.People;
using Cairn.Transfer.Archive;

namespace Cairn.Leaving;

/// <summary>An archive of somebody who left and asked for it; after thirty days it goes as well.</summary>
public sealed class FarewellCopies(Storage storage, TimeProvider clock)
{
    public const int Days = 30;
    private const string Day = "yyyy-MM-dd";

    private string Folder => Path.Combine(storage.Folder, "farewell");

    /// <returns>The last day on which it is there.</returns>
    public async Task<DateOnly> Make(CairnDb db, Me me, CancellationToken cancel)
    {
        PrivateFiles.CreateFolder(Folder);
        var until = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(Days);
        var path = Path.Combine(
            Folder,
            string.Create(CultureInfo.InvariantCulture, $"{until:yyyy-MM-dd}-{me.Id:N}.zip")
        );
        var whole = false;
        try
        {
            await using (var file = new FileStream(path, PrivateFiles.Anew))
            {
                ArchiveFile.Write(file, await ArchiveExport.Of(db, me, cancel));
                file.Flush(flushToDisk: true);
            }

            ArchiveFile.Read(path); // as an import would
            whole = true;
            return until;
        }
        finally
        {
            if (!whole)
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Removes those whose time is over.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var file in Directory.GetFiles(Folder))
        {
            if (
                Path.GetFileName(file) is { Length: > 10 } name
                && DateOnly.TryParseExact(
                    name[..10],
                    Day,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var until
                )
                && until < today
            )
            {
                File.Delete(file);
            }
        }
    }
}
