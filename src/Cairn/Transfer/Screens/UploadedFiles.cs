using System.Globalization;
using Cairn.Data;

namespace Cairn.Transfer.Screens;

/// <summary>
/// Files that were handed in and wait for a word: in the data folder, readable by nobody else, for an hour at most.
/// Another person's file is not there.
/// </summary>
public sealed class UploadedFiles(Storage storage, TimeProvider clock)
{
    public const long MostBytes = 100L * 1024 * 1024;
    public const int MostOfOnePerson = 5;
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private const int Chunk = 64 * 1024;

    private string Folder => Path.Combine(storage.Folder, "uploads");

    /// <returns>What the file is called from now on; null if it is too large, and then nothing of it is kept.</returns>
    public async Task<Guid?> Take(Guid person, Stream content, CancellationToken cancel)
    {
        Sweep();
        var folder = FolderOf(person);
        PrivateFiles.CreateFolder(folder);
        foreach (
            var old in Directory.GetFiles(folder).OrderDescending(StringComparer.Ordinal).Skip(MostOfOnePerson - 1)
        )
        {
            File.Delete(old);
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var path = PathOf(person, id);
        var whole = false;
        try
        {
            await using (var file = new FileStream(path, PrivateFiles.Anew))
            {
                var buffer = new byte[Chunk];
                while (await content.ReadAsync(buffer, cancel) is > 0 and var read)
                {
                    if (file.Length + read > MostBytes)
                    {
                        return null;
                    }

                    await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                }
            }

            File.SetLastWriteTimeUtc(path, now.UtcDateTime);
            whole = true;
            return id;
        }
        finally
        {
            if (!whole)
            {
                File.Delete(path);
            }
        }
    }

    public string? Find(Guid person, Guid id)
    {
        Sweep();
        var path = PathOf(person, id);
        return File.Exists(path) ? path : null;
    }

    public void Forget(Guid person, Guid id)
    {
        if (Directory.Exists(FolderOf(person)))
        {
            File.Delete(PathOf(person, id));
        }
    }

    /// <summary>Everything that a person handed in.</summary>
    /// <returns>How many files went.</returns>
    public int ForgetAll(Guid person)
    {
        var folder = FolderOf(person);
        if (!Directory.Exists(folder))
        {
            return 0;
        }

        var files = Directory.GetFiles(folder).Length;
        Directory.Delete(folder, recursive: true);
        return files;
    }

    /// <summary>Removes what has waited too long.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }

        var oldest = clock.GetUtcNow().UtcDateTime - Kept;
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            if (File.GetLastWriteTimeUtc(file) < oldest)
            {
                File.Delete(file);
            }
        }
    }

    private string FolderOf(Guid person) => Path.Combine(Folder, person.ToString("N", CultureInfo.InvariantCulture));

    private string PathOf(Guid person, Guid id) =>
        Path.Combine(FolderOf(person), id.ToString("N", CultureInfo.InvariantCulture));
}
