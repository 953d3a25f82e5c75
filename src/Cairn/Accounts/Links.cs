using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Accounts;

/// <summary>Links that open once: an invitation, the way back in for somebody who is locked out, or a goal that is shared.</summary>
public sealed class Links(CairnDb db, WriteGate gate, TimeProvider clock)
{
    public static readonly TimeSpan InvitationHolds = TimeSpan.FromDays(7);
    public static readonly TimeSpan WayBackHolds = TimeSpan.FromHours(1);

    /// <summary>So many invitations may be open at once.</summary>
    public const int MostOpen = 20;

    /// <param name="person">Whose link.</param>
    /// <param name="kind">What it opens.</param>
    /// <param name="cancel">Stops the waiting.</param>
    /// <param name="goal">The goal that it shares.</param>
    /// <param name="shows">What of that goal.</param>
    /// <returns>The pass that the link ends with, to be shown this once; null where too many are open.</returns>
    public Task<Pass?> Make(
        Guid person,
        LinkKind kind,
        CancellationToken cancel,
        Guid? goal = null,
        SharedParts? shows = null
    )
    {
        var now = clock.GetUtcNow();
        var pass = Pass.New(person, Guid.CreateVersion7(now));
        return gate.Write(
            db,
            person,
            async () =>
            {
                await db
                    .Links.Where(l => l.PersonId == person && (l.Used != null || l.Expires < now))
                    .ExecuteDeleteAsync(cancel);
                if (await db.Links.CountAsync(l => l.PersonId == person && l.Kind == kind, cancel) >= MostOpen)
                {
                    return null;
                }

                db.Links.Add(
                    new OneTimeLink
                    {
                        PersonId = person,
                        Id = pass.Id,
                        Kind = kind,
                        Secret = pass.Hash,
                        Created = now,
                        Expires = now + (kind == LinkKind.WayBack ? WayBackHolds : InvitationHolds),
                        GoalId = goal,
                        Shows = shows,
                    }
                );
                await db.Happened(person, SecurityEventKind.LinkMade, now, cancel);
                return pass;
            },
            cancel
        );
    }

    /// <returns>The open link; null for one that is used, withdrawn, over or was never made.</returns>
    public async Task<OneTimeLink?> Find(string? text, LinkKind kind, CancellationToken cancel)
    {
        if (Pass.Read(text) is not { } pass)
        {
            return null;
        }

        var link = await db
            .Links.AsNoTracking()
            .SingleOrDefaultAsync(l => l.PersonId == pass.Person && l.Id == pass.Id, cancel);
        return
            link is { Used: null } && link.Kind == kind && link.Expires > clock.GetUtcNow() && pass.Opens(link.Secret)
            ? link
            : null;
    }

    /// <returns>False for whoever came second.</returns>
    public Task<bool> Use(OneTimeLink link, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return gate.Write(db, link.PersonId, () => UseUp(db, link, now, cancel), cancel);
    }

    /// <summary>Inside a write. It opens once, however many come with it at the same time.</summary>
    /// <returns>False for whoever came second.</returns>
    internal static async Task<bool> UseUp(CairnDb db, OneTimeLink link, DateTimeOffset now, CancellationToken cancel)
    {
        var used = await db
            .Links.Where(l => l.PersonId == link.PersonId && l.Id == link.Id && l.Used == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Used, now), cancel);
        if (used > 0)
        {
            await db.Happened(link.PersonId, SecurityEventKind.LinkUsed, now, cancel);
        }

        return used > 0;
    }

    /// <returns>False where there was no such open link.</returns>
    public Task<bool> Withdraw(Guid person, Guid id, LinkKind kind, CancellationToken cancel) =>
        gate.Write(
            db,
            person,
            async () =>
            {
                var gone = await db
                    .Links.Where(l => l.PersonId == person && l.Id == id && l.Kind == kind)
                    .ExecuteDeleteAsync(cancel);
                if (gone > 0)
                {
                    await db.Happened(person, SecurityEventKind.LinkWithdrawn, clock.GetUtcNow(), cancel);
                }

                return gone > 0;
            },
            cancel
        );
}
