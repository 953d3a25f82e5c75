using Cairn.Data;

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
    /// <summary>An idea that is on the list already is not offered again.</summary>
    public static EasierView Of(StepView step, IReadOnlyList<EasierItem> items) =>
        new(step, items, [.. step.Suggestions.Changes.Except(items.Select(item => item.Task.Text))]);

    public string Path => $"/steps/{Step.Step.Id}/easier";
}
