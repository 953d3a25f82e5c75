using Cairn.Data;
using Cairn.Ladders;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Supporters;

/// <summary>The one way in which somebody sees something of another person: what was chosen, after it was written down that they look.</summary>
public sealed class Looking(CairnDb db, WriteGate gate, LadderLibrary library)
{
    /// <summary>A look again within this time is the same look: a page that is opened anew does not fill the list.</summary>
    public static readonly TimeSpan OneLook = TimeSpan.FromMinutes(15);

    /// <summary>So long is each look listed.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <returns>Null for whoever does not support it, or not any more.</returns>
    public async Task<SupportedView?> At(Me me, Guid support, CancellationToken cancel)
    {
        var known = await db.SupportOf(me, support, cancel);
        return known is not null && await WriteDown(known, me.Now, cancel) is { } seen
            ? await SupportedView.Read(db, library, me, seen, cancel)
            : null;
    }

    /// <returns>What they may see as of now; null where that has ended meanwhile.</returns>
    private Task<Supporter?> WriteDown(Supporter supporter, DateTimeOffset now, CancellationToken cancel) =>
        gate.Write(
            db,
            supporter.PersonId,
            async () =>
            {
                var (person, goal, who) = (supporter.PersonId, supporter.GoalId, supporter.SupporterId);
                var seen = await db
                    .Supporters.AsNoTracking()
                    .FirstOrDefaultAsync(s => s.PersonId == person && s.Id == supporter.Id, cancel);
                var (lately, old) = (now - OneLook, now - Kept);
                var looks = db.Looks.Where(look => look.PersonId == person && look.GoalId == goal);
                if (
                    seen is null
                    || await looks.AnyAsync(look => look.ById == who && look.At > lately && look.At <= now, cancel)
                )
                {
                    return seen;
                }

                await looks.Where(look => look.At < old).ExecuteDeleteAsync(cancel);
                db.Looks.Add(
                    new Look
                    {
                        PersonId = person,
                        Id = Guid.CreateVersion7(now),
                        GoalId = goal,
                        ById = who,
                        At = now,
                    }
                );
                return seen;
            },
            cancel
        );
}
