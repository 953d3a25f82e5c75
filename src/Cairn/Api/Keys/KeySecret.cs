using Cairn.People;

namespace Cairn.Api.Keys;

/// <summary>
/// What a program shows: <c>cairn_</c> and a <see cref="Pass"/>, 86 letters, digits, <c>-</c> and <c>_</c>. The prefix is there so that a key in
/// a wrong place is noticed.
/// </summary>
public static class KeySecret
{
    public const string Prefix = "cairn_";

    public static string TextOf(Pass pass) => Prefix + pass.Text;

    /// <returns>Null for what is no key.</returns>
    public static Pass? Read(string? text) =>
        text?.StartsWith(Prefix, StringComparison.Ordinal) == true ? Pass.Read(text[Prefix.Length..]) : null;
}
