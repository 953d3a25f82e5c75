using Cairn.Shell;

namespace Cairn.Transfer.Screens;

/// <param name="Done">It was added; else it is what would be.</param>
/// <param name="Asked">The person wanted to add it, and something is still open.</param>
/// <param name="Said">As typed, whether it can be or not.</param>
public sealed record PreviewView(Guid Id, ImportReport Report, bool Done, bool Asked, Answers Said)
{
    public const int ShownSkips = 20;

    public string? In(Question question) => Said.To(question.Key) is { } said ? Typed.Line(said) : question.Taken;
}
