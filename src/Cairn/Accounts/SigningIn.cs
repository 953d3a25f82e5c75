using Cairn.Data;
using Cairn.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Accounts;

/// <summary>
/// Who somebody is, by what they know. A no is the same no for a name that nobody has, a wrong word and an account that
/// rests, and takes the same work.
/// </summary>
public sealed class SigningIn(CairnDb db, WriteGate gate, TimeProvider clock, IPasswordHasher<Account> hasher)
{
    /// <summary>After so many wrong passwords none is looked at for a while; each further one doubles it.</summary>
    public const int Tries = 5;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    private static readonly Account Nobody = new()
    {
        PersonId = Guid.Empty,
        Name = "",
        NameKey = "",
        Role = Role.Member,
        Created = default,
    };

    /// <summary>What a password is compared with where there is none.</summary>
    private static string? nobodysPassword;

    public async Task<Guid?> ByPassword(string name, string password, CancellationToken cancel)
    {
        var key = AccountName.KeyOf(name);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NameKey == key, cancel);
        var now = clock.GetUtcNow();
        var open = account is { Password: not null } && !(account.RestsUntil > now);
        nobodysPassword ??= hasher.HashPassword(Nobody, Guid.CreateVersion7(now).ToString());
        var verdict = hasher.VerifyHashedPassword(
            account ?? Nobody,
            open ? account!.Password! : nobodysPassword,
            password.Length <= AccountPassword.Longest ? password : ""
        );
        if (!open || verdict == PasswordVerificationResult.Failed)
        {
            await gate.Write(db, account?.PersonId ?? Guid.Empty, () => CountWrong(open ? key : null, now), cancel);
            return null;
        }

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded || account!.WrongTries > 0)
        {
            var hash = hasher.HashPassword(account!, password);
            await gate.Write(db, account!.PersonId, () => Forget(account.PersonId, hash, cancel), cancel);
        }

        return account.PersonId;
    }

    /// <summary>By one of the codes on paper, which is gone then. It also lets passwords be looked at again.</summary>
    public async Task<Guid?> ByCode(string name, string code, CancellationToken cancel)
    {
        var key = AccountName.KeyOf(name);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NameKey == key, cancel);
        var person = account?.PersonId ?? Guid.Empty;
        var hash = RecoveryCodes.HashOf(person, code.Length <= AccountPassword.Longest ? code : "");
        var used = await gate.Write(
            db,
            person,
            async () =>
            {
                var gone = await db
                    .RecoveryCodes.Where(c => c.PersonId == person && c.Hash == hash)
                    .ExecuteDeleteAsync(cancel);
                return gone > 0 ? await Forget(person, account!.Password, cancel) : 0;
            },
            cancel
        );
        return used > 0 ? person : null;
    }

    private async Task<int> CountWrong(string? key, DateTimeOffset now)
    {
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.NameKey == key);
        if (account is null)
        {
            return 0;
        }

        account.WrongTries++;
        var rests = account.WrongTries >= Tries;
        if (rests)
        {
            var rest = Rest * Math.Pow(2, Math.Min(10, account.WrongTries - Tries));
            account.RestsUntil = now + (rest < LongestRest ? rest : LongestRest);
        }

        var what = rests ? SecurityEventKind.PasswordsRest : SecurityEventKind.WrongPassword;
        await db.Happened(account.PersonId, what, now, CancellationToken.None);
        return account.WrongTries;
    }

    private Task<int> Forget(Guid person, string? hash, CancellationToken cancel) =>
        db
            .Accounts.Where(a => a.PersonId == person)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(a => a.WrongTries, 0)
                        .SetProperty(a => a.RestsUntil, (DateTimeOffset?)null)
                        .SetProperty(a => a.Password, hash),
                cancel
            );
}
