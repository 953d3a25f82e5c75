namespace Cairn.Goals.Breakdown;

/// <summary>One row of the tree, as the person sees and edits it.</summary>
/// <param name="Id">The same as of the step that it may become.</param>
/// <param name="Depth">0 at the edge; deeper rows right below belong to it.</param>
/// <param name="Text">What to do.</param>
/// <param name="Minutes">As typed; what is no number is kept and asked about.</param>
public sealed record TreeRow(Guid Id, int Depth, string Text, string Minutes)
{
    /// <summary>It is done: its stone lies, and it stays as it was.</summary>
    public bool IsDone { get; init; }

    /// <summary>Suggested, and not saved yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>What was said about it in another window.</summary>
    public string? Elsewhere { get; init; }

    public int? Size => Minute.Read(Minutes);
}
