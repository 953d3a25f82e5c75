using System.Runtime.CompilerServices;

namespace Cairn.Ladders;

/// <summary>The ladders inside the program, and the lists beside these tests.</summary>
internal static class Library
{
    public static readonly LadderLibrary Ours = LadderLibrary.With("/there/is/no/such/folder");

    public static string FolderOfFiles => Path.Combine(Here(), "..", "..", "..", "src", "ladders");

    public static string TextOf(string list) => File.ReadAllText(Path.Combine(Here(), list));

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
