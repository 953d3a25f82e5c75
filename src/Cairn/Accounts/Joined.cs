namespace Cairn.Accounts;

/// <summary>What came of a wish.</summary>
/// <param name="Person">Whose the account is; null where there is none, for the reason in <paramref name="Why"/>.</param>
/// <param name="Codes">The recovery codes, to be shown this once.</param>
public sealed record Joined(Guid? Person, IReadOnlyList<string> Codes, string? Why)
{
    public static Joined Not(string why) => new(null, [], why);
}
