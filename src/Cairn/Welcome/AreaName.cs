using Cairn.Data;

namespace Cairn.Welcome;

public static class AreaName
{
    /// <summary>The word for an area; one's own areas are named by their owner.</summary>
    public static string Of(string area) =>
        area switch
        {
            Areas.Health => WelcomeWords.AreaHealth,
            Areas.Work => WelcomeWords.AreaWork,
            Areas.Personal => WelcomeWords.AreaPersonal,
            _ => area,
        };
}
