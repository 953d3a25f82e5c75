using Cairn.Data;
using Cairn.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Accounts;

/// <summary>Changes to the ways in which one person signs in. There is always one left.</summary>
public sealed class AccountChanges(CairnDb db, WriteGate gate, TimeProvider clock, IPasswordHasher<Account> hasher)
{
    /// <summary>The key was used: what the device counts is kept.</summary>
    public Task<int> Used(Guid person, UserPasskeyInfo passkey, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return gate.Write(
            db,
            person,
            () =>
                db
                    .Passkeys.Where(p => p.PersonId == person && p.CredentialId == passkey.CredentialId)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(p => p.SignCount, (long)passkey.SignCount)
                                .SetProperty(p => p.IsBackedUp, passkey.IsBackedUp)
                                .SetProperty(p => p.Used, now),
                        cancel
                    ),
            cancel
        );
    }

    public Task<bool> AddPasskey(Guid person, UserPasskeyInfo passkey, string device, CancellationToken cancel) =>
        Change(
            person,
            SecurityEventKind.PasskeyAdded,
            (_, now) =>
            {
                db.Passkeys.Add(AccountStore.New(person, passkey, device, now));
                return Task.FromResult(true);
            },
            cancel
        );

    /// <returns>False where there is no such passkey, or where it is the only way to sign in.</returns>
    public Task<bool> RemovePasskey(Guid person, Guid passkey, CancellationToken cancel) =>
        Change(
            person,
            SecurityEventKind.PasskeyRemoved,
            async (account, _) =>
                (
                    account.Password is not null
                    || await db.Passkeys.AnyAsync(p => p.PersonId == person && p.Id != passkey, cancel)
                )
                && await db.Passkeys.Where(p => p.PersonId == person && p.Id == passkey).ExecuteDeleteAsync(cancel) > 0,
            cancel
        );

    /// <summary>Everywhere else one is signed out: whoever knew the old one is out as well.</summary>
    public Task<bool> SetPassword(Guid person, string password, Guid? kept, CancellationToken cancel) =>
        Change(
            person,
            SecurityEventKind.PasswordSet,
            async (account, _) =>
            {
                account.Password = hasher.HashPassword(account, password);
                (account.WrongTries, account.RestsUntil) = (0, null);
                await db.Sessions.Where(s => s.PersonId == person && s.Id != kept).ExecuteDeleteAsync(cancel);
                return true;
            },
            cancel
        );

    /// <returns>The new codes, to be shown this once.</returns>
    public async Task<IReadOnlyList<string>> RenewCodes(Guid person, CancellationToken cancel)
    {
        IReadOnlyList<string> codes = [];
        await Change(
            person,
            SecurityEventKind.CodesMade,
            async (_, _) =>
            {
                codes = await RecoveryCodes.Renew(db, person, cancel);
                return true;
            },
            cancel
        );
        return codes;
    }

    private Task<bool> Change(
        Guid person,
        SecurityEventKind what,
        Func<Account, DateTimeOffset, Task<bool>> change,
        CancellationToken cancel
    ) =>
        gate.Write(
            db,
            person,
            async () =>
            {
                var now = clock.GetUtcNow();
                var account = await db.Accounts.SingleAsync(a => a.PersonId == person, cancel);
                if (!await change(account, now))
                {
                    return false;
                }

                await db.Happened(person, what, now, cancel);
                return true;
            },
            cancel
        );
}
