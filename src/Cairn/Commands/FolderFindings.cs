using Cairn.Data;

namespace Cairn.Commands;

/// <summary>Whether the data folder can be written to, has room, and is nobody else's business.</summary>
public static class FolderFindings
{
    private const long LeastFree = 200L * 1024 * 1024;
    internal const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public static IEnumerable<Finding> Of(Storage storage)
    {
        var folder = storage.Folder;
        if (!Directory.Exists(folder))
        {
            yield return File.Exists(folder)
                ? Finding.Bad("folder", $"{folder} is a file", "Name a folder with --data.")
                : Finding.Good("folder", $"{folder} is not there yet; it is made with the first start");
            yield break;
        }

        yield return CanWrite(folder)
            ? Finding.Good("folder", $"{folder} can be written to")
            : Finding.Bad("folder", $"{folder} cannot be written to", "Give this user the right to write there.");
        yield return FreeSpace(folder);
        if (!OperatingSystem.IsWindows())
        {
            yield return (File.GetUnixFileMode(folder) & Others) == UnixFileMode.None
                ? Finding.Good("privacy", "other users of this machine cannot look into it")
                : Finding.Bad("privacy", "other users of this machine can look into it", $"Run: chmod 700 '{folder}'");
        }
    }

    private static Finding FreeSpace(string folder)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var says = $"{free / 1024 / 1024} MiB are free";
        return free >= LeastFree
            ? Finding.Good("space", says)
            : Finding.Bad("space", says, $"Free some: {LeastFree / 1024 / 1024} MiB is the least to be at ease.");
    }

    private static bool CanWrite(string folder)
    {
        try
        {
            var probe = Path.Combine(folder, ".cairn-doctor");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
