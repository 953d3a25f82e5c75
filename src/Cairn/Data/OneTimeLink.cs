namespace Cairn.Data;

/// <summary>A link that opens once, until its time is over.</summary>
public sealed class OneTimeLink
{
    /// <summary>Who invites, or who is let back in.</summary>
    public required Guid PersonId { get; init; }
    public required Guid Id { get; init; }
    public required LinkKind Kind { get; init; }

    /// <summary>The hash of what the link knows.</summary>
    public required byte[] Secret { get; init; }

    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset Expires { get; init; }
    public DateTimeOffset? Used { get; set; }
}

public enum LinkKind
{
    /// <summary>Makes one account.</summary>
    Invitation,

    /// <summary>Lets somebody who is locked out choose a new way to sign in.</summary>
    WayBack,
}
