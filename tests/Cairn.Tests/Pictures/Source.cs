namespace Cairn.Pictures;

/// <summary>Files of the program as they are written, for tests that read a stylesheet.</summary>
internal static class Source
{
    public static string Of(string folder, string file)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Cairn.slnx")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(root.FullName, "src", "Cairn", folder, file);
    }
}
