namespace Cairn.Transfer.Screens;

/// <param name="Done">It was added; else it is what would be.</param>
/// <param name="Asked">The person wanted to add it, and something is still open.</param>
public sealed record PreviewView(Guid Id, ImportReport Report, bool Done, bool Asked)
{
    public const int ShownSkips = 20;
}
