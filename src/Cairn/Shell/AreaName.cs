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
}
