namespace Cairn.Data;

/// <summary>How one person signs in. A private Cairn has none; the person is the same before and after.</summary>
public sealed class Account
{
    public required Guid PersonId { get; init; }

    /// <summary>As its owner writes it; asked for together with a password, and shown to whoever invites.</summary>
    public required string Name { get; set; }

    /// <summary>The name without its case and its ways to write the same sign; no two accounts have the same.</summary>
    public required string NameKey { get; set; }

    public required Role Role { get; set; }

    /// <summary>The hash that ASP.NET Core Identity made; null for an account of passkeys only.</summary>
    public string? Password { get; set; }

    /// <summary>Wrong passwords since the last right one.</summary>
    public int WrongTries { get; set; }

    /// <summary>Until then no password is looked at.</summary>
    public DateTimeOffset? RestsUntil { get; set; }

    public required DateTimeOffset Created { get; init; }
}

public enum Role
{
    /// <summary>Has the first account, or was named by who had it, and invites.</summary>
    Owner,
    Member,
}
