using System.Data.Common;
using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Today;

/// <summary>What a supporter said: it comes with the next win of the goal and stays on Today for the rest of that day.</summary>
/// <param name="Name">Who said it; null for somebody who has left this Cairn.</param>
/// <param name="Text">What they said.</param>
/// <param name="Goal">The title of the goal.</param>
/// <param name="IsNew">It is shown for the first time.</param>
public sealed record Cheered(string? Name, string Text, string Goal, bool IsNew)
{
    /// <summary>One query; a write where something has come.</summary>
    public static async Task<IReadOnlyList<Cheered>> Of(
        CairnDb db,
        WriteGate gate,
        Me me,
        Life life,
        CancellationToken cancel
    )
    {
        var cheers = await (
            from cheer in db.Cheers.AsNoTracking()
            join goal in db.Goals on new { cheer.PersonId, Id = cheer.GoalId } equals new { goal.PersonId, goal.Id }
            where cheer.PersonId == me.Id && (cheer.Shown == null || cheer.Shown == me.Today)
            orderby cheer.At
            select new
            {
                cheer,
                goal.Title,
                Name = db.Accounts.Where(a => a.PersonId == cheer.FromId).Select(a => a.Name).FirstOrDefault(),
            }
        ).ToListAsync(cancel);
        var here = cheers.FindAll(one => one.cheer.Shown is not null || HasCome(one.cheer, life));
        var fresh = here.Where(one => one.cheer.Shown is null).Select(one => one.cheer.Id).ToList();
        if (fresh.Count > 0)
        {
            await Keep(db, gate, me, fresh, cancel);
        }

        return here.ConvertAll(one => new Cheered(one.Name, one.cheer.Text, one.Title, one.cheer.Shown is null));
    }

    private static bool HasCome(Cheer cheer, Life life) =>
        life.Entries.Any(entry =>
            entry.IsWin
            && entry.At >= cheer.At
            && life.Records.StepOf(entry.StepId) is { } step
            && step.Step.GoalId == cheer.GoalId
        );

    /// <summary>A day can be looked at also where the store cannot be written; then they come once more.</summary>
    private static async Task Keep(CairnDb db, WriteGate gate, Me me, List<Guid> fresh, CancellationToken cancel)
    {
        try
        {
            await gate.Write(
                db,
                me.Id,
                () =>
                    db
                        .Cheers.Where(cheer => cheer.PersonId == me.Id && fresh.Contains(cheer.Id))
                        .ExecuteUpdateAsync(set => set.SetProperty(cheer => cheer.Shown, me.Today), cancel),
                cancel
            );
        }
        catch (DbException)
        {
            // it is tried with the next look at the day
        }
    }
}
