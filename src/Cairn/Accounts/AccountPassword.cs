namespace Cairn.Accounts;

/// <summary>
/// What makes a password good enough: its length (NIST SP 800-63B-4, 3.1.1.2). No rule about kinds of signs, which make
/// people choose the same few; but not one that anybody would try first.
/// </summary>
public static class AccountPassword
{
    public const int Shortest = 12;
    public const int Longest = 200;
    private const int FewestSigns = 5;

    /// <summary>What has to be mended first; null when it can be kept.</summary>
    public static string? Trouble(string password, string again, string name) =>
        password.Length < Shortest ? AccountsWords.PasswordShort
        : password.Length > Longest ? AccountsWords.PasswordLong
        : IsGuessable(password, name) ? AccountsWords.PasswordGuessable
        : password != again ? AccountsWords.PasswordsDiffer
        : null;

    private static bool IsGuessable(string password, string name) =>
        password.Distinct().Count() < FewestSigns
        || CommonPasswords.Include(password)
        || (
            name.Length >= 4
            && password.Length < name.Length + 8
            && password.Contains(name, StringComparison.OrdinalIgnoreCase)
        );
}
