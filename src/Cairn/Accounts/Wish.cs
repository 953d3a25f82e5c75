namespace Cairn.Accounts;

/// <summary>The account that somebody would like to have.</summary>
/// <param name="Credential">What a device answered that made a passkey; empty where a password was chosen.</param>
/// <param name="Zone">Where the browser says that it is.</param>
public sealed record Wish(string Name, string Password, string Again, string Credential, string? Zone);
