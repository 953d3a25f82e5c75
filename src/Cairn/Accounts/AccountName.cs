using System.Text;
using Cairn.Data;
using Cairn.Shell;

namespace Cairn.Accounts;

/// <summary>The name with which somebody signs in.</summary>
public static class AccountName
{
    /// <summary>The same for two names that nobody could tell apart.</summary>
    public static string KeyOf(string name) =>
        string.Concat(name.EnumerateRunes()).Trim().Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    /// <summary>What has to be mended first; null when it can be kept.</summary>
    public static string? Trouble(string name) =>
        Typed.Trouble(name, AccountsWords.NameMissing, AccountTables.NameLength);
}
