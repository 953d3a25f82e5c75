namespace Cairn.Data;

/// <summary>Somebody at the host's provider (OpenID Connect) whom a person here has connected with themselves.</summary>
public sealed class ProviderIdentity
{
    public const int IssuerLength = 500;

    /// <summary>OpenID Connect Core 1.0, section 2: at most 255 signs.</summary>
    public const int SubjectLength = 255;

    public required Guid PersonId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>The provider as it calls itself.</summary>
    public required string Issuer { get; init; }

    /// <summary>As the provider calls them, to itself and for ever; no two people here have the same.</summary>
    public required string Subject { get; init; }

    public required DateTimeOffset Created { get; init; }
    public DateTimeOffset? Used { get; set; }
}
