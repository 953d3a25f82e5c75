using System.Globalization;

namespace Cairn.Ladders;

/// <summary>The same thing said in both languages.</summary>
public sealed record Said(string En, string De)
{
    /// <summary>In the language of the page that is being made.</summary>
    public string Here => In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <param name="language">Two letters; other languages than German get English.</param>
    public string In(string language) => language == "de" ? De : En;

    public bool Is(string words) =>
        words.Equals(En, StringComparison.OrdinalIgnoreCase) || words.Equals(De, StringComparison.OrdinalIgnoreCase);
}
