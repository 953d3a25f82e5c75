namespace Cairn.Accounts;

/// <param name="Back">Where one wanted to go.</param>
/// <param name="Name">As it was typed.</param>
/// <param name="Wrong">Why one is not signed in.</param>
/// <param name="Again">One is signed in, and shall show once more who one is.</param>
/// <param name="Left">One has just signed out.</param>
public sealed record SignInView(
    string Back,
    string Name = "",
    string? Wrong = null,
    bool Again = false,
    bool Left = false
)
{
    /// <summary>Who else can say who it is, by name; null for nobody.</summary>
    public string? Provider { get; init; }

    /// <summary>A code as it was typed, so that a slip can be mended.</summary>
    public string Code { get; init; } = "";

    public int Status => Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}
