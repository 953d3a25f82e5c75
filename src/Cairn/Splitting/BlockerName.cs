using System.Globalization;

namespace Cairn.Splitting;

public static class BlockerName
{
    /// <summary>As one says it of oneself.</summary>
    public static string Of(Blocker blocker) =>
        RecipeWords.ResourceManager.GetString(blocker.ToString(), CultureInfo.CurrentUICulture) ?? blocker.ToString();
}
