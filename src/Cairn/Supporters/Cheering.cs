using Cairn.Data;
using Cairn.People;
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
    /// <param name="text">In one line, not too long.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public async Task<CheerAnswer> Send(Me me, Guid support, Guid id, string text, CancellationToken cancel) =>
        await db.SupportOf(me, support, cancel) is { } supporter
            ? await Write(me, supporter, id, text, cancel)
            : CheerAnswer.NotHere;

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

    private Task<CheerAnswer> Write(Me me, Supporter supporter, Guid id, string text, CancellationToken cancel) =>
        gate.Write(
            db,
            supporter.PersonId,
            async () =>
            {
                var (person, goal, day) = (supporter.PersonId, supporter.GoalId, me.Now - Within);
                if (!await db.Supporters.AnyAsync(s => s.PersonId == person && s.Id == supporter.Id, cancel))
                {
                    return CheerAnswer.NotHere; // it has ended meanwhile
                }

                if (await db.Cheers.AnyAsync(c => c.PersonId == person && c.Id == id, cancel))
                {
                    return CheerAnswer.Sent;
                }

                var lately = await db.Cheers.CountAsync(
                    c => c.PersonId == person && c.GoalId == goal && c.FromId == me.Id && c.At > day,
                    cancel
                );
                if (lately >= Most)
                {
                    return CheerAnswer.Enough;
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
                return CheerAnswer.Sent;
            },
            cancel
        );
}

/// <summary>What became of a cheer.</summary>
public enum CheerAnswer
{
    /// <summary>They do not support it, or not any more.</summary>
    NotHere,

    Sent,

    /// <summary>There have been <see cref="Cheering.Most"/> already.</summary>
    Enough,
}
