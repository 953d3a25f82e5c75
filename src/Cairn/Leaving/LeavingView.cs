namespace Cairn.Leaving;

/// <param name="Keeps">A copy is to stay for a while.</param>
/// <param name="Typed">The word, as far as it was typed.</param>
/// <param name="Wrong">Why nothing was deleted.</param>
/// <param name="MayDelete">They have just shown who they are.</param>
public sealed record LeavingView(
    int Goals,
    int Steps,
    int Entries,
    bool Keeps,
    string Typed,
    string? Wrong,
    bool MayDelete
);
