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
    public string Path => $"/steps/{Step.Step.Id}/easier";
}
