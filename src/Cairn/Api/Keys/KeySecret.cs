using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Cairn.Api.Keys;

/// <summary>
/// What a program shows: <c>cairn_</c> and 86 letters, digits, <c>-</c> and <c>_</c>. They name the person and the key, and 32 random
/// bytes prove it. The prefix is there so that a key in a wrong place is noticed.
/// </summary>
public sealed record KeySecret(Guid Person, Guid Id, byte[] Secret)
{
    public const string Prefix = "cairn_";

    private const int IdLength = 16;
    private const int SecretLength = 32;
    private const int Length = IdLength + IdLength + SecretLength;

    public string Text => Prefix + Base64Url.EncodeToString([.. Person.ToByteArray(), .. Id.ToByteArray(), .. Secret]);

    /// <summary>All that is kept of it. The secret is random and long, so that a quick hash is enough.</summary>
    public byte[] Hash => SHA256.HashData(Secret);

    public static KeySecret New(Guid person, Guid id) => new(person, id, RandomNumberGenerator.GetBytes(SecretLength));

    /// <returns>Null for what is no key.</returns>
    public static KeySecret? Read(string? text)
    {
        if (text is null || text.Length > 2 * Length || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[Length];
        return
            Base64Url.DecodeFromChars(text.AsSpan(Prefix.Length), bytes, out _, out var written) == OperationStatus.Done
            && written == Length
            ? new KeySecret(
                new Guid(bytes[..IdLength]),
                new Guid(bytes[IdLength..(2 * IdLength)]),
                bytes[(2 * IdLength)..].ToArray()
            )
            : null;
    }

    public bool Opens(byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash, hash);
}
