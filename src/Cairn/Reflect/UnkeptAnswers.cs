using Cairn.Shell;

namespace Cairn.Reflect;

/// <summary>Words of a check-in that could not be kept.</summary>
/// <param name="Why">A sentence for the person.</param>
/// <param name="Form">What was sent.</param>
public sealed record UnkeptAnswers(string Why, IFormCollection Form)
{
    /// <summary>What was typed as the answer; null where the question was not in that form.</summary>
    public string? To(string question) => Form.TryGetValue($"say.{question}", out var typed) ? Typed.Note(typed) : null;
}
