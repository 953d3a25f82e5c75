namespace Cairn.Data;

/// <summary>What became of a change.</summary>
public enum Kept
{
    Saved,

    /// <summary>This person has no such thing.</summary>
    NotHere,

    /// <summary>It was changed elsewhere meanwhile; nothing was written.</summary>
    Changed,
}
