namespace Cairn.Data;

/// <summary>The public half of a key that never leaves somebody's device (W3C Web Authentication).</summary>
public sealed class Passkey
{
    public const int LongestCredential = 1023;

    public required Guid PersonId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>As the device calls the key; no two passkeys have the same.</summary>
    public required byte[] CredentialId { get; init; }

    public required byte[] PublicKey { get; init; }

    /// <summary>Which device it was made on, such as <c>Firefox, Android</c>.</summary>
    public required string Device { get; init; }

    /// <summary>How often the device says that it used the key; one that counts never counts backwards.</summary>
    public long SignCount { get; set; }

    /// <summary>How the device can be reached, with blanks between.</summary>
    public required string Transports { get; init; }

    public bool IsUserVerified { get; init; }
    public bool IsBackupEligible { get; init; }
    public bool IsBackedUp { get; set; }

    public required DateTimeOffset Created { get; init; }
    public DateTimeOffset? Used { get; set; }
}
