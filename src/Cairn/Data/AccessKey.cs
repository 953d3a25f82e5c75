namespace Cairn.Data;

/// <summary>
/// Opens a person's Cairn to another program, for what it may do and until a day. What the program shows is not kept, only
/// its hash: whoever reads the store cannot use it. Taken back, it is gone.
/// </summary>
public sealed class AccessKey
{
    public const int NameLength = 60;
    public const int HashLength = 32;
    public const int ScopesLength = 60;

    public required Guid PersonId { get; init; }

    /// <summary>Made by the page, so that the same button pressed twice makes one key.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>What it may do, with blanks between the words.</summary>
    public required string Scopes { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    public required byte[] Hash { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>From this instant on it opens nothing; null for one that holds until it is taken back.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>To within some minutes: not every use is worth a write.</summary>
    public DateTimeOffset? LastUsed { get; set; }

    public IReadOnlyList<string> ScopeList => Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
