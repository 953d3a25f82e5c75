using System.Buffers.Text;
using System.Security.Cryptography;

namespace Cairn.People;

/// <summary>
/// A word that opens something once it is shown: the cookie of a session, a link. It names the person and the row, and
/// 32 random bytes prove it; the store keeps their hash only.
/// </summary>
public sealed record Pass(Guid Person, Guid Id, byte[] Secret)
{
    private const int SecretLength = 32;
    private const int Length = 16 + 16 + SecretLength;

    /// <summary>Letters, digits, - and _ only: it can be a cookie or the end of an address.</summary>
    public string Text => Base64Url.EncodeToString([.. Person.ToByteArray(), .. Id.ToByteArray(), .. Secret]);

    /// <summary>What the store keeps. The secret is random and long, so that a quick hash is enough.</summary>
    public byte[] Hash => SHA256.HashData(Secret);

    public static Pass New(Guid person, Guid id) => new(person, id, RandomNumberGenerator.GetBytes(SecretLength));

    /// <returns>Null for anything that is no pass.</returns>
    public static Pass? Read(string? text)
    {
        if (text is null || text.Length > 2 * Length || !Base64Url.IsValid(text, out var length) || length != Length)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        return new Pass(new Guid(bytes.AsSpan(0, 16)), new Guid(bytes.AsSpan(16, 16)), bytes[32..]);
    }

    public bool Opens(byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash, hash);
}
