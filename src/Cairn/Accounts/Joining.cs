using Cairn.Data;
using Cairn.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Accounts;

/// <summary>How somebody gets an account: the first one from a private Cairn, each further one by an invitation.</summary>
public sealed class Joining(
    CairnDb db,
    WriteGate gate,
    TimeProvider clock,
    Ceremony ceremony,
    IPasswordHasher<Account> hasher,
    PrivateCairn cairn
)
{
    /// <summary>Gives the owner of a private Cairn a way to sign in. Their person stays, and with it every stone.</summary>
    public async Task<Joined> First(HttpContext context, Guid owner, Wish wish, CancellationToken cancel)
    {
        var way = await WayOf(context, owner, wish);
        if (way.Why is { } why)
        {
            return Joined.Not(why);
        }

        var joined = await Write(
            owner,
            async now =>
                await db.Accounts.AnyAsync(cancel)
                    ? Joined.Not(AccountsWords.AlreadyShared)
                    : await Add(context, owner, Role.Owner, wish, way, now, cancel),
            cancel
        );
        if (joined.Person is not null)
        {
            cairn.BecomesShared();
        }

        return joined;
    }

    /// <summary>Somebody new, with a Cairn of their own. The invitation is used up.</summary>
    public async Task<Joined> Invited(HttpContext context, OneTimeLink link, Wish wish, CancellationToken cancel)
    {
        var way = await WayOf(context, null, wish);
        if (way.Why is { } why)
        {
            return Joined.Not(why);
        }

        return await Write(
            link.PersonId,
            async now =>
            {
                if (!await Links.UseUp(db, link, now, cancel))
                {
                    return Joined.Not(AccountsWords.LinkOver);
                }

                var person = new Person
                {
                    Id = way.Person ?? Guid.CreateVersion7(now),
                    Zone = PersonalDay.IsZone(wish.Zone) ? wish.Zone! : clock.LocalTimeZone.Id,
                    Created = now,
                };
                db.People.Add(person);
                return await Add(context, person.Id, Role.Member, wish, way, now, cancel);
            },
            cancel
        );
    }

    /// <summary>The name, and a passkey or a password; or why not.</summary>
    private async Task<Way> WayOf(HttpContext context, Guid? person, Wish wish)
    {
        var why = AccountName.Trouble(wish.Name);
        if (why is not null)
        {
            return new Way(why);
        }

        if (wish.Credential.Length == 0)
        {
            return new Way(AccountPassword.Trouble(wish.Password, wish.Again, wish.Name));
        }

        return await ceremony.Made(context, wish.Credential) is var (passkey, whose) && (person ?? whose) == whose
            ? new Way(null, whose, passkey)
            : new Way(AccountsWords.PasskeyNotTaken);
    }

    private async Task<Joined> Add(
        HttpContext context,
        Guid person,
        Role role,
        Wish wish,
        Way way,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var key = AccountName.KeyOf(wish.Name);
        if (await db.Accounts.AnyAsync(a => a.NameKey == key, cancel))
        {
            throw new NameTakenException();
        }

        var account = new Account
        {
            PersonId = person,
            Name = wish.Name,
            NameKey = key,
            Role = role,
            Created = now,
        };
        account.Password = way.Passkey is null ? hasher.HashPassword(account, wish.Password) : null;
        db.Accounts.Add(account);
        if (way.Passkey is { } passkey)
        {
            db.Passkeys.Add(AccountStore.New(person, passkey, DeviceName.Of(context.Request), now));
        }

        await db.SaveChangesAsync(cancel); // the codes belong to somebody who is there
        var codes = await RecoveryCodes.Renew(db, person, cancel);
        await db.Happened(person, SecurityEventKind.AccountMade, now, cancel);
        return new Joined(person, codes, null);
    }

    /// <summary>All or nothing: a name that is taken leaves an invitation open.</summary>
    private async Task<Joined> Write(Guid person, Func<DateTimeOffset, Task<Joined>> work, CancellationToken cancel)
    {
        try
        {
            return await gate.Write(db, person, () => work(clock.GetUtcNow()), cancel);
        }
        catch (Exception error) when (error is NameTakenException or DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Joined.Not(AccountsWords.NameTaken);
        }
    }

    private sealed record Way(string? Why, Guid? Person = null, UserPasskeyInfo? Passkey = null);

    private sealed class NameTakenException : Exception;
}
