using Cairn.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cairn.Backups;

/// <summary>
/// Makes, opens and lists backups. What is made is packed, opened again and looked at whole before it gets its name.
/// </summary>
public sealed class BackupMaker(Storage storage, TimeProvider clock)
{
    private const string Unfinished = ".unfinished";
    private const string Unpacked = ".unpacked";

    /// <summary>Leftovers of a process that was killed go after this time.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    public string Folder => storage.BackupFolder;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Backup> All() =>
        Directory.Exists(Folder)
            ?
            [
                .. Directory
                    .GetFiles(Folder)
                    .Select(Backup.Named)
                    .OfType<Backup>()
                    .OrderByDescending(backup => backup.Made),
            ]
            : [];

    /// <exception cref="BackupException">It could not be made, or what was made is not sound.</exception>
    public async Task<(Backup Backup, Contents Contents)> Make(Occasion occasion, CancellationToken cancel)
    {
        var key = SealKey.In(storage.BackupKey);
        var now = clock.GetUtcNow();
        var backup = Backup.In(Folder, now, occasion, key is not null);
        var (unpacked, unfinished) = (backup.Path + Unpacked, backup.Path + Unfinished);
        try
        {
            PrivateFiles.CreateFolder(Folder);
            await new FileStream(unpacked, PrivateFiles.Anew).DisposeAsync(); // nobody else may read it
            await StoreCopy.Write(storage, unpacked, cancel);
            Packing.Pack(unpacked, unfinished, key);
            var contents = await Verify(unfinished, unpacked, key, cancel);
            File.Move(unfinished, backup.Path, overwrite: true);
            Tidy(now);
            return (backup, contents);
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or SqliteException or NpgsqlException)
        {
            throw new BackupException(Say.Of(BackupsWords.NotMade, error.Message.ReplaceLineEndings(" ")), error);
        }
        finally
        {
            Remove(unpacked);
            Remove(unfinished);
        }
    }

    /// <summary>Unpacks it beside itself and looks at all of it.</summary>
    /// <exception cref="BackupException">With what is wrong.</exception>
    public async Task<Contents> Verify(string backup, CancellationToken cancel)
    {
        PrivateFiles.CreateFolder(storage.Folder);
        var unpacked = Path.Combine(storage.Folder, Path.GetFileName(backup) + Unpacked);
        try
        {
            return await Verify(backup, unpacked, SealKey.In(storage.BackupKey), cancel);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(Say.Of(BackupsWords.Unreadable, error.Message), error);
        }
        finally
        {
            Remove(unpacked);
        }
    }

    /// <summary>Whether nobody else is in it.</summary>
    /// <exception cref="BackupException">It cannot be opened.</exception>
    public async Task<bool> HoldsOnly(Backup backup, Guid person, CancellationToken cancel)
    {
        var unpacked = backup.Path + Unpacked;
        try
        {
            Packing.Unpack(backup.Path, unpacked, SealKey.In(storage.BackupKey));
            await using var db = StoreCopy.Open(unpacked);
            return await db
                .Database.SqlQuery<Guid>($"""SELECT "Id" AS "Value" FROM "People" """)
                .AllAsync(id => id == person, cancel);
        }
        finally
        {
            Remove(unpacked);
        }
    }

    private static Task<Contents> Verify(string backup, string unpacked, SealKey? key, CancellationToken cancel)
    {
        Packing.Unpack(backup, unpacked, key);
        return Soundness.Of(unpacked, cancel);
    }

    private void Tidy(DateTimeOffset now)
    {
        foreach (var backup in Rotation.Superfluous(All()))
        {
            File.Delete(backup.Path);
        }

        var leftovers = Directory
            .GetFiles(Folder)
            .Where(file =>
                file.EndsWith(Unfinished, StringComparison.Ordinal) || file.EndsWith(Unpacked, StringComparison.Ordinal)
            );
        foreach (var file in leftovers.Where(file => File.GetLastWriteTimeUtc(file) < now.UtcDateTime - Abandoned))
        {
            File.Delete(file);
        }
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // the next one that is made tidies up
        }
    }
}
