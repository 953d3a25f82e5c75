using System.Security.Cryptography;
using System.Text;

namespace Cairn.Backups;

/// <summary>A passphrase or a key, from a file that holds nothing else. Each sealed file gets a key of its own from it.</summary>
public sealed class SealKey
{
    public const int ShortestSecret = 16;

    /// <summary>As OWASP's cheat sheet on password storage asks for PBKDF2 with SHA-256.</summary>
    private const int Rounds = 600_000;
    private const int KeyLength = 32;

    private readonly byte[] secret;

    private SealKey(byte[] secret) => this.secret = secret;

    /// <returns>Null where no file is named: then nothing is sealed.</returns>
    /// <exception cref="BackupException">The file cannot be read, or what is in it is too short.</exception>
    public static SealKey? In(string? file)
    {
        if (file is null)
        {
            return null;
        }

        try
        {
            var text = File.ReadAllText(file).Trim();
            return text.Length >= ShortestSecret
                ? new SealKey(Encoding.UTF8.GetBytes(text))
                : throw new BackupException(Say.Of(BackupsWords.KeyTooShort, file, ShortestSecret));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(Say.Of(BackupsWords.KeyUnreadable, file, error.Message), error);
        }
    }

    internal AesGcm Cipher(ReadOnlySpan<byte> salt)
    {
        Span<byte> key = stackalloc byte[KeyLength];
        Rfc2898DeriveBytes.Pbkdf2(secret, salt, key, Rounds, HashAlgorithmName.SHA256);
        var cipher = new AesGcm(key, SealFormat.TagLength);
        CryptographicOperations.ZeroMemory(key);
        return cipher;
    }
}
