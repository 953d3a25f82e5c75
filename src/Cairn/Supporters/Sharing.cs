using Cairn.Accounts;
using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Supporters;

/// <summary>Who sees a goal: begun by a link, changed and ended by whose goal it is, ended also by who supports it.</summary>
public sealed class Sharing(CairnDb db, WriteGate gate)
{
    /// <summary>The link is used up, and one member more sees the goal. Who supports it already sees what this link shows.</summary>
    /// <returns>Null for whoever came second.</returns>
    public Task<Guid?> Accept(Me me, OneTimeLink link, CancellationToken cancel) =>
        gate.Write<Guid?>(
            db,
            link.PersonId,
            async () =>
            {
                var (goal, shows) = (link.GoalId!.Value, link.Shows!.Value);
                if (!await Links.UseUp(db, link, me.Now, cancel))
                {
                    return null;
                }

                var known = await db.Supporters.FirstOrDefaultAsync(
                    s => s.PersonId == link.PersonId && s.GoalId == goal && s.SupporterId == me.Id,
                    cancel
                );
                if (known is not null)
                {
                    known.Sees = shows;
                    return known.Id;
                }

                var supporter = new Supporter
                {
                    PersonId = link.PersonId,
                    Id = Guid.CreateVersion7(me.Now),
                    GoalId = goal,
                    SupporterId = me.Id,
                    Sees = shows,
                    Since = me.Now,
                };
                db.Supporters.Add(supporter);
                await db.Happened(link.PersonId, SecurityEventKind.GoalShared, me.Now, cancel);
                return supporter.Id;
            },
            cancel
        );

    /// <returns>False where this person has no such supporter of this goal.</returns>
    public Task<bool> Show(Me me, Guid goal, Guid supporter, SharedParts parts, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
                await db
                    .Supporters.Where(s => s.PersonId == me.Id && s.GoalId == goal && s.Id == supporter)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.Sees, parts), cancel) > 0,
            cancel
        );

    /// <summary>From the next request on they see nothing.</summary>
    /// <returns>False where this person has no such supporter of this goal.</returns>
    public async Task<bool> End(Me me, Guid goal, Guid supporter, CancellationToken cancel) =>
        await db
            .Supporters.AsNoTracking()
            .FirstOrDefaultAsync(s => s.PersonId == me.Id && s.GoalId == goal && s.Id == supporter, cancel)
            is { } ended
        && await End(ended, me.Now, cancel);

    /// <summary>The one who supports does not want to any more.</summary>
    /// <returns>False where they did not.</returns>
    public async Task<bool> Leave(Me me, Guid support, CancellationToken cancel) =>
        await db.SupportOf(me, support, cancel) is { } ended && await End(ended, me.Now, cancel);

    /// <summary>What they said and was not heard yet goes with it.</summary>
    private Task<bool> End(Supporter ended, DateTimeOffset now, CancellationToken cancel) =>
        gate.Write(
            db,
            ended.PersonId,
            async () =>
            {
                var gone = await db
                    .Supporters.Where(s => s.PersonId == ended.PersonId && s.Id == ended.Id)
                    .ExecuteDeleteAsync(cancel);
                await db
                    .Cheers.Where(c => c.PersonId == ended.PersonId && c.GoalId == ended.GoalId)
                    .Where(c => c.FromId == ended.SupporterId && c.Shown == null)
                    .ExecuteDeleteAsync(cancel);
                if (gone > 0)
                {
                    await db.Happened(ended.PersonId, SecurityEventKind.SharingEnded, now, cancel);
                }

                return gone > 0;
            },
            cancel
        );
}
