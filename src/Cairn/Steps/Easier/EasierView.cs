using Cairn.Data;
using Cairn.Ladders;
using Cairn.People;

namespace Cairn.Steps.Easier;

/// <param name="Step">The step that is to become easier.</param>
/// <param name="Items">Of both lists.</param>
/// <param name="Ideas">What its ladder knows, to be put into the field and changed there.</param>
/// <param name="Typed">What stands in the field of a list and is not kept yet.</param>
/// <param name="Wrong">Why not.</param>
public sealed record EasierView(
    StepView Step,
    IReadOnlyList<EasierItem> Items,
    IReadOnlyList<string> Ideas,
    (OutlineKind Kind, string Text)? Typed = null,
    string? Wrong = null
)
{
    /// <returns>Null if this person has no such step.</returns>
    public static async Task<EasierView?> Read(
        CairnDb db,
        LadderLibrary library,
        EasierLists lists,
        Me me,
        Guid id,
        CancellationToken cancel
    ) =>
        await StepView.Read(db, library, me.Id, id, cancel) is { } step
            ? Of(step, await lists.Read(me, step.Step, cancel))
            : null;

    /// <summary>An idea that is on the list already is not offered again.</summary>
    public static EasierView Of(StepView step, IReadOnlyList<EasierItem> items) =>
        new(step, items, [.. step.Suggestions.Changes.Except(items.Select(item => item.Task.Text))]);

    public string Path => $"/steps/{Step.Step.Id}/easier";
}
