namespace Cairn.Data;

/// <summary>A link that opens once, until its time is over.</summary>
public sealed class OneTimeLink
{
    /// <summary>Who invites, who is let back in, or whose goal is shared.</summary>
    public required Guid PersonId { get; init; }
    public required Guid Id { get; init; }
    public required LinkKind Kind { get; init; }

    /// <summary>The hash of what the link knows.</summary>
    public required byte[] Secret { get; init; }

    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset Expires { get; init; }
    public DateTimeOffset? Used { get; set; }

    /// <summary>The goal that it shares; null for a link of another kind.</summary>
    public Guid? GoalId { get; init; }

    /// <summary>What of that goal will be seen.</summary>
    public SharedParts? Shows { get; init; }
}

public enum LinkKind
{
    /// <summary>Makes one account.</summary>
    Invitation,

    /// <summary>Lets somebody who is locked out choose a new way to sign in.</summary>
    WayBack,

    /// <summary>Shares one goal with one member of this Cairn.</summary>
    Support,
}
