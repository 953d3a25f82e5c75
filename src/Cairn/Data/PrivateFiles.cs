namespace Cairn.Data;

/// <summary>A diary is nobody else's business, not even another user's of this machine.</summary>
public static class PrivateFiles
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>For a file that only this user may read, begun anew.</summary>
    public static FileStreamOptions Anew
    {
        get
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = Mine;
            }

            return options;
        }
    }

    /// <summary>A folder that only this user may look into; one that is there stays as it is.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows() || Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, Mine | UnixFileMode.UserExecute);
    }
}
