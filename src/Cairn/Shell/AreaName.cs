using Cairn.Data;

namespace Cairn.Shell;

public static class AreaName
{
    /// <summary>The word for an area; one's own areas are named by their owner.</summary>
    public static string Of(string area) =>
        area switch
        {
            Areas.Health => ShellWords.AreaHealth,
            Areas.Work => ShellWords.AreaWork,
            Areas.Personal => ShellWords.AreaPersonal,
            _ => area,
        };

    /// <summary>Whoever types the name of one that everybody has means that one; anything else is a word of their own.</summary>
    public static string Meant(string typed) =>
        Areas.Given.FirstOrDefault(given =>
            string.Equals(typed, given, StringComparison.OrdinalIgnoreCase)
            || string.Equals(typed, Of(given), StringComparison.OrdinalIgnoreCase)
        ) ?? typed;
}
