using Cairn.Data;

namespace Cairn.Backups;

/// <param name="Person">Whose clock the page shows.</param>
/// <param name="Trouble">Why the last try made none.</param>
public sealed record BackupsView(
    IReadOnlyList<Backup> All,
    string Folder,
    bool IsSealed,
    bool AreNightly,
    Person Person,
    bool JustMade,
    string? Trouble
);
