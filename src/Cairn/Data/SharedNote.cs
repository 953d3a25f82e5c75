namespace Cairn.Data;

/// <summary>
/// One note at a win that one supporter may read, because whose note it is chose these very words. A correction is
/// another entry, which nobody has chosen.
/// </summary>
public sealed class SharedNote
{
    /// <summary>Whose note it is.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The <see cref="Supporter"/> who may read it; with that row this one goes.</summary>
    public required Guid SupportId { get; init; }

    public required Guid EntryId { get; init; }
}
