namespace Cairn.Accounts;

/// <param name="Action">Where the form leads; below it, <c>/options</c> asks a device for a passkey.</param>
/// <param name="IsFirst">A private Cairn gets a way to sign in; else somebody was invited.</param>
/// <param name="Name">As it was typed.</param>
/// <param name="Wrong">What has to be mended first.</param>
public sealed record NewAccountView(string Action, bool IsFirst, string Name = "", string? Wrong = null)
{
    /// <summary>The proxy before Cairn calls them so: under another name it would not find them.</summary>
    public bool NameIsGiven { get; init; }

    public int Status => Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}
