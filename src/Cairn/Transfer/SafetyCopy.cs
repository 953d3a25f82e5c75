using System.Globalization;
using Cairn.Data;
using Cairn.People;
using Cairn.Transfer.Archive;
using Microsoft.Data.Sqlite;

namespace Cairn.Transfer;

/// <summary>
/// What was there before an import, kept in the data folder: on SQLite the whole store, on PostgreSQL the person's
/// archive. The newest few stay.
/// </summary>
public sealed class SafetyCopy(Storage storage, TimeProvider clock)
{
    public const int Kept = 5;

    public string Folder => Path.Combine(storage.Folder, "before-import");

    /// <exception cref="UnusableFileException">It could not be made; nobody imports without it.</exception>
    public async Task Make(CairnDb db, Me me, CancellationToken cancel)
    {
        try
        {
            CreateFolder();
            var now = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HHmmss.fff'Z'", CultureInfo.InvariantCulture);
            var name = Path.Combine(Folder, now + (storage.IsSqlite ? ".db" : ".zip"));
            var unfinished = name + ".unfinished";
            await using (var file = new FileStream(unfinished, Private()))
            {
                if (!storage.IsSqlite)
                {
                    ArchiveFile.Write(file, await ArchiveExport.Of(db, me, cancel));
                }
            }

            if (storage.IsSqlite)
            {
                CopyStore(unfinished);
            }

            File.Move(unfinished, name, overwrite: true);
            foreach (var old in Directory.GetFiles(Folder).OrderDescending(StringComparer.Ordinal).Skip(Kept))
            {
                File.Delete(old);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new UnusableFileException(History.Say(TransferWords.NoCopyFirst, error.Message), error);
        }
    }

    /// <summary>As it was at one instant, whoever writes meanwhile (sqlite.org/backup.html).</summary>
    private void CopyStore(string path)
    {
        using var from = new SqliteConnection(storage.SqliteConnection(SqliteOpenMode.ReadOnly));
        using var to = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()
        );
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Folder);
        }
        else
        {
            Directory.CreateDirectory(
                Folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }

    internal static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
