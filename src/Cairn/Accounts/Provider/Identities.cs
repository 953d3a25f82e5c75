using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Accounts.Provider;

/// <summary>Which person here is whom at the provider.</summary>
public sealed class Identities(CairnDb db, WriteGate gate, TimeProvider clock)
{
    /// <returns>Who has connected them; null for nobody.</returns>
    public async Task<Guid?> Use(string issuer, string subject, CancellationToken cancel)
    {
        var known = await db
            .ProviderIdentities.AsNoTracking()
            .SingleOrDefaultAsync(i => i.Issuer == issuer && i.Subject == subject, cancel);
        if (known is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var there = await gate.Write(
            db,
            known.PersonId,
            () =>
                db
                    .ProviderIdentities.Where(i => i.PersonId == known.PersonId && i.Id == known.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.Used, now), cancel),
            cancel
        );
        return there > 0 ? known.PersonId : null;
    }

    /// <returns>False where somebody else here has connected them.</returns>
    public async Task<bool> Connect(Guid person, string issuer, string subject, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        try
        {
            return await gate.Write(
                db,
                person,
                async () =>
                {
                    var known = await db
                        .ProviderIdentities.AsNoTracking()
                        .SingleOrDefaultAsync(i => i.Issuer == issuer && i.Subject == subject, cancel);
                    if (known is not null)
                    {
                        return known.PersonId == person;
                    }

                    db.ProviderIdentities.Add(
                        new ProviderIdentity
                        {
                            PersonId = person,
                            Id = Guid.CreateVersion7(now),
                            Issuer = issuer,
                            Subject = subject,
                            Created = now,
                        }
                    );
                    await db.Happened(person, SecurityEventKind.ProviderConnected, now, cancel);
                    return true;
                },
                cancel
            );
        }
        catch (DbUpdateException) // somebody else was a moment quicker
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Whoever has connected one has a passkey or a password as well: it is never the only way in.</summary>
    /// <returns>False where there was none.</returns>
    public Task<bool> Disconnect(Guid person, Guid identity, CancellationToken cancel) =>
        gate.Write(
            db,
            person,
            async () =>
            {
                var gone = await db
                    .ProviderIdentities.Where(i => i.PersonId == person && i.Id == identity)
                    .ExecuteDeleteAsync(cancel);
                if (gone > 0)
                {
                    await db.Happened(person, SecurityEventKind.ProviderDisconnected, clock.GetUtcNow(), cancel);
                }

                return gone > 0;
            },
            cancel
        );
}
