using Cairn.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Accounts;

/// <summary>
/// Our accounts as ASP.NET Core Identity asks for them. Its own store keeps recovery codes readable and knows a passkey
/// by itself; here each key begins with the person.
/// </summary>
public sealed class AccountStore(CairnDb db, TimeProvider clock) : IUserPasskeyStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PersonId.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Name);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken)
    {
        user.Name = userName ?? "";
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NameKey);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.NameKey = AccountName.KeyOf(normalizedName ?? "");
        return Task.CompletedTask;
    }

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        db.Accounts.Add(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        db.Accounts.Update(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        db.Accounts.Remove(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var person)
            ? await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.PersonId == person, cancellationToken)
            : null;

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        var key = AccountName.KeyOf(normalizedUserName);
        return db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NameKey == key, cancellationToken);
    }

    /// <summary>Saved with what else its write changes.</summary>
    public async Task AddOrUpdatePasskeyAsync(
        Account user,
        UserPasskeyInfo passkey,
        CancellationToken cancellationToken
    )
    {
        var known = await Of(user).SingleOrDefaultAsync(p => p.CredentialId == passkey.CredentialId, cancellationToken);
        if (known is null)
        {
            db.Passkeys.Add(New(user.PersonId, passkey, device: passkey.Name ?? "", clock.GetUtcNow()));
            return;
        }

        known.SignCount = passkey.SignCount;
        known.IsBackedUp = passkey.IsBackedUp;
        known.Used = clock.GetUtcNow();
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await Of(user).AsNoTracking().ToListAsync(cancellationToken)).Select(Told)];

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await (
            from passkey in db.Passkeys
            join account in db.Accounts on passkey.PersonId equals account.PersonId
            where passkey.CredentialId == credentialId
            select account
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(
        Account user,
        byte[] credentialId,
        CancellationToken cancellationToken
    ) =>
        await Of(user).AsNoTracking().SingleOrDefaultAsync(p => p.CredentialId == credentialId, cancellationToken)
            is { } passkey
            ? Told(passkey)
            : null;

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Of(user).Where(p => p.CredentialId == credentialId).ExecuteDeleteAsync(cancellationToken);

    public void Dispose()
    {
        // The context belongs to the request.
    }

    /// <summary>What the device said, as the store keeps it.</summary>
    public static Passkey New(Guid person, UserPasskeyInfo said, string device, DateTimeOffset now) =>
        new()
        {
            PersonId = person,
            Id = Guid.CreateVersion7(now),
            CredentialId = said.CredentialId,
            PublicKey = said.PublicKey,
            Device = device,
            SignCount = said.SignCount,
            Transports = string.Join(' ', said.Transports ?? []),
            IsUserVerified = said.IsUserVerified,
            IsBackupEligible = said.IsBackupEligible,
            IsBackedUp = said.IsBackedUp,
            Created = now,
        };

    private IQueryable<Passkey> Of(Account user) => db.Passkeys.Where(p => p.PersonId == user.PersonId);

    /// <summary>How the key was attested is not kept: nothing asks for it later.</summary>
    private static UserPasskeyInfo Told(Passkey passkey) =>
        new(
            passkey.CredentialId,
            passkey.PublicKey,
            passkey.Created,
            (uint)passkey.SignCount,
            passkey.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            passkey.IsUserVerified,
            passkey.IsBackupEligible,
            passkey.IsBackedUp,
            attestationObject: [],
            clientDataJson: []
        );
}
