using System.Security.Cryptography;
using System.Text;
using Cairn.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Accounts;

/// <summary>Eight codes on paper, for the day on which the device is gone. Each has 80 random bits and works once.</summary>
public static class RecoveryCodes
{
    public const int Many = 8;
    private const int Length = 16;
    private const int Group = 4;

    /// <summary>Crockford's: no two of them look alike.</summary>
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Takes the place of all that the person had. To be called inside a write.</summary>
    /// <returns>The codes, to be shown this once: the store keeps their hashes.</returns>
    public static async Task<IReadOnlyList<string>> Renew(CairnDb db, Guid person, CancellationToken cancel)
    {
        await db.RecoveryCodes.Where(code => code.PersonId == person).ExecuteDeleteAsync(cancel);
        var codes = Enumerable.Range(0, Many).Select(_ => RandomNumberGenerator.GetString(Signs, Length)).ToList();
        db.RecoveryCodes.AddRange(
            codes.Select(code => new RecoveryCode { PersonId = person, Hash = HashOf(person, code) })
        );
        return [.. codes.Select(code => string.Join('-', code.Chunk(Group).Select(group => new string(group))))];
    }

    /// <summary>Of a code as somebody types it: in small letters, without its lines, with an O for a zero.</summary>
    public static byte[] HashOf(Guid person, string typed)
    {
        var code = typed.ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');
        var signs = string.Concat(code.Where(sign => Signs.Contains(sign, StringComparison.Ordinal)));
        return SHA256.HashData([.. person.ToByteArray(), .. Encoding.ASCII.GetBytes(signs)]);
    }
}
