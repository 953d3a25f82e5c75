namespace Cairn.Backups;

/// <param name="Zone">Whose clock the page shows.</param>
/// <param name="Trouble">Why the last try made none.</param>
public sealed record BackupsView(
    IReadOnlyList<Backup> All,
    string Folder,
    bool IsSealed,
    bool AreNightly,
    TimeZoneInfo Zone,
    bool JustMade,
    string? Trouble
);
