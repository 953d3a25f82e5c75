using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Supporters;

/// <summary>A few words for somebody's next win.</summary>
public sealed class Cheering(CairnDb db, WriteGate gate)
{
    /// <summary>So many within <see cref="Within"/>: a cheer is rare, and nobody is flooded.</summary>
    public const int Most = 3;

    public static readonly TimeSpan Within = TimeSpan.FromDays(1);

    /// <param name="me">Who cheers.</param>
    /// <param name="support">What they support.</param>
    /// <param name="id">Made by the page: the same words sent twice are one cheer.</param>
    /// <param name="text">In one line.</param>
    /// <param name="cancel">Stops the waiting.</param>
    /// <returns>Null for whoever does not support it; an empty sentence where it was taken, else what stands against it.</returns>
    public async Task<string?> Send(Me me, Guid support, Guid id, string text, CancellationToken cancel)
    {
        var known = await db
            .Supporters.AsNoTracking()
            .FirstOrDefaultAsync(s => s.SupporterId == me.Id && s.Id == support, cancel);
        if (known is null)
        {
            return null;
        }

        var wrong = Typed.Trouble(text, SupportersWords.CheerMissing, Cheer.LongestText);
        return wrong ?? await Write(me, known, id, text, cancel);
    }

    /// <summary>Whom it cheered does not want to keep it.</summary>
    /// <returns>False where this person has no such cheer for this goal.</returns>
    public Task<bool> TakeAway(Me me, Guid goal, Guid cheer, CancellationToken cancel) =>
        gate.Write(
            db,
            me.Id,
            async () =>
                await db
                    .Cheers.Where(c => c.PersonId == me.Id && c.GoalId == goal && c.Id == cheer)
                    .ExecuteDeleteAsync(cancel) > 0,
            cancel
        );

    private Task<string?> Write(Me me, Supporter supporter, Guid id, string text, CancellationToken cancel) =>
        gate.Write<string?>(
            db,
            supporter.PersonId,
            async () =>
            {
                var (person, goal, day) = (supporter.PersonId, supporter.GoalId, me.Now - Within);
                if (!await db.Supporters.AnyAsync(s => s.PersonId == person && s.Id == supporter.Id, cancel))
                {
                    return null; // it has ended meanwhile
                }

                if (await db.Cheers.AnyAsync(c => c.PersonId == person && c.Id == id, cancel))
                {
                    return "";
                }

                var lately = await db.Cheers.CountAsync(
                    c => c.PersonId == person && c.GoalId == goal && c.FromId == me.Id && c.At > day,
                    cancel
                );
                if (lately >= Most)
                {
                    return Phrase.Of(SupportersWords.EnoughForToday, Most);
                }

                db.Cheers.Add(
                    new Cheer
                    {
                        PersonId = person,
                        Id = id,
                        GoalId = goal,
                        FromId = me.Id,
                        Text = text,
                        At = me.Now,
                    }
                );
                return "";
            },
            cancel
        );
}
