using Cairn.Data;

namespace Cairn.Goals.Moments;

/// <summary>What would count each time it happens.</summary>
/// <param name="Goal">What it moves.</param>
/// <param name="Id">Of the step that is to begin; sent twice, it begins once.</param>
/// <param name="Name">What was typed.</param>
/// <param name="Wrong">What to mend.</param>
public sealed record MomentQuestion(Goal Goal, Guid Id, string Name = "", string? Wrong = null)
{
    public string Path => $"/goals/{Goal.Id}/moment";
}
