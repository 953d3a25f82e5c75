using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Supporters;

/// <summary>Which single notes a supporter reads: none, until whose notes they are says so of each.</summary>
public sealed class ChoosingNotes(CairnDb db, WriteGate gate)
{
    /// <param name="me">Whose notes they are.</param>
    /// <param name="goal">Of theirs.</param>
    /// <param name="supporter">Who shall read them.</param>
    /// <param name="before">What was chosen when the page was opened: only what changed there is changed here, so that a page left open brings back nothing.</param>
    /// <param name="now">What is chosen there now.</param>
    /// <param name="cancel">Stops the waiting.</param>
    /// <returns>False where this person has no such supporter of this goal.</returns>
    public Task<bool> Choose(
        Me me,
        Guid goal,
        Guid supporter,
        IReadOnlyCollection<Guid> before,
        IReadOnlyCollection<Guid> now,
        CancellationToken cancel
    ) =>
        gate.Write(
            db,
            me.Id,
            async () =>
            {
                var row = await db
                    .Supporters.AsNoTracking()
                    .FirstOrDefaultAsync(s => s.PersonId == me.Id && s.GoalId == goal && s.Id == supporter, cancel);
                if (row is null)
                {
                    return false;
                }

                var (hidden, shown) = (before.Except(now).ToList(), now.Except(before).ToList());
                await db
                    .SharedNotes.Where(note => note.PersonId == me.Id && note.SupportId == supporter)
                    .Where(note => hidden.Contains(note.EntryId))
                    .ExecuteDeleteAsync(cancel);
                var chosen = GoalWins.Chosen(db, row);
                var fresh = await GoalWins
                    .WithNotes(db, me.Id, goal)
                    .Where(entry => shown.Contains(entry.Id) && !chosen.Any(known => known.Id == entry.Id))
                    .Select(entry => entry.Id)
                    .ToListAsync(cancel);
                db.SharedNotes.AddRange(
                    fresh.Select(entry => new SharedNote
                    {
                        PersonId = me.Id,
                        SupportId = supporter,
                        EntryId = entry,
                    })
                );
                return true;
            },
            cancel
        );
}
