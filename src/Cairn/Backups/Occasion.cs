namespace Cairn.Backups;

/// <summary>Why a backup was made; its name says so.</summary>
public enum Occasion
{
    Nightly,
    ByHand,
    BeforeImport,
    BeforeRestore,
    BeforeUpgrade,
}
