namespace Cairn.Backups;

/// <summary>What an unpacked backup holds.</summary>
/// <param name="Version">The last of its migrations.</param>
/// <param name="IsOlder">The next start would bring it up to this version.</param>
public sealed record Contents(int People, int Goals, int Entries, string Version, bool IsOlder);
