using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Supporters;

/// <summary>Who sees one goal, who was invited to, who looked when, and what they said. Five queries.</summary>
public sealed record SharingView
{
    /// <summary>As many looks are on the page; the older ones are counted.</summary>
    private const int LooksShown = 50;

    public required Guid GoalId { get; init; }
    public required string Title { get; init; }
    public required string Area { get; init; }
    public required IReadOnlyList<Seeing> Supporters { get; init; }
    public required IReadOnlyList<Offer> Offers { get; init; }
    public required IReadOnlyList<Looked> Looks { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int AllLooks { get; init; }

    public required IReadOnlyList<Cheered> Cheers { get; init; }

    /// <summary>Cheers that the next win will bring.</summary>
    public required int Waiting { get; init; }

    /// <summary>There is nobody to share with.</summary>
    public required bool NobodySignsIn { get; init; }

    /// <summary>May invite somebody to this Cairn first.</summary>
    public required bool IsOwner { get; init; }

    /// <summary>The link that was just made, shown this once.</summary>
    public string? Link { get; init; }

    /// <summary>What is chosen for the next link.</summary>
    public SharedParts Chosen { get; init; } = PartsWish.Usual;

    public string? Wrong { get; init; }

    public string Path => $"/goals/{GoalId}/supporters";

    /// <summary>Somebody who sees the goal.</summary>
    /// <param name="Notes">How many single notes they read.</param>
    public sealed record Seeing(Guid Id, string Name, DateTime Since, SharedParts Sees, int Notes);

    /// <summary>A link that nobody has used yet.</summary>
    public sealed record Offer(Guid Id, DateTime Created, DateTime Expires);

    /// <param name="Name">Null for somebody who has left this Cairn.</param>
    /// <param name="At">What clock and calendar of whose goal it is said.</param>
    public sealed record Looked(string? Name, DateTime At);

    /// <inheritdoc cref="Looked"/>
    public sealed record Cheered(Guid Id, string? Name, string Text, DateOnly Shown);

    /// <returns>Null if this person has no such goal.</returns>
    public static async Task<SharingView?> Read(
        CairnDb db,
        HttpContext context,
        Me me,
        Guid id,
        CancellationToken cancel
    )
    {
        var goal = await db
            .Goals.AsNoTracking()
            .Where(g => g.PersonId == me.Id && g.Id == id)
            .Select(g => new
            {
                g.Title,
                g.Area,
                Looks = db.Looks.Count(look => look.PersonId == me.Id && look.GoalId == id),
            })
            .FirstOrDefaultAsync(cancel);
        if (goal is null)
        {
            return null;
        }

        var notes = GoalWins.WithNotes(db, me.Id, id);
        var supporters = await (
            from supporter in db.Supporters.AsNoTracking()
            join account in db.Accounts on supporter.SupporterId equals account.PersonId
            where supporter.PersonId == me.Id && supporter.GoalId == id
            orderby supporter.Since
            select new
            {
                supporter.Id,
                account.Name,
                supporter.Since,
                supporter.Sees,
                Notes = db.SharedNotes.Count(note =>
                    note.PersonId == me.Id
                    && note.SupportId == supporter.Id
                    && notes.Any(entry => entry.Id == note.EntryId)
                ),
            }
        ).ToListAsync(cancel);
        var offers = await db
            .Links.AsNoTracking()
            .Where(l => l.PersonId == me.Id && l.Kind == LinkKind.Support && l.GoalId == id)
            .Where(l => l.Used == null && l.Expires > me.Now)
            .OrderBy(l => l.Created)
            .ToListAsync(cancel);
        var looks = await db
            .Looks.AsNoTracking()
            .Where(look => look.PersonId == me.Id && look.GoalId == id)
            .OrderByDescending(look => look.At)
            .Take(LooksShown)
            .Select(look => new
            {
                look.At,
                Name = db.Accounts.Where(a => a.PersonId == look.ById).Select(a => a.Name).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        var cheers = await db
            .Cheers.AsNoTracking()
            .Where(cheer => cheer.PersonId == me.Id && cheer.GoalId == id)
            .OrderByDescending(cheer => cheer.At)
            .Select(cheer => new
            {
                Cheer = cheer,
                Name = db.Accounts.Where(a => a.PersonId == cheer.FromId).Select(a => a.Name).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return new SharingView
        {
            GoalId = id,
            Title = goal.Title,
            Area = goal.Area,
            Supporters =
            [
                .. supporters.Select(s => new Seeing(s.Id, s.Name, me.Person.WallOf(s.Since), s.Sees, s.Notes)),
            ],
            Offers = [.. offers.Select(l => new Offer(l.Id, me.Person.WallOf(l.Created), me.Person.WallOf(l.Expires)))],
            Looks = [.. looks.Select(look => new Looked(look.Name, me.Person.WallOf(look.At)))],
            AllLooks = goal.Looks,
            Cheers =
            [
                .. cheers
                    .Where(one => one.Cheer.Shown is not null)
                    .Select(one => new Cheered(one.Cheer.Id, one.Name, one.Cheer.Text, one.Cheer.Shown!.Value)),
            ],
            Waiting = cheers.Count(one => one.Cheer.Shown is null),
            NobodySignsIn = context.User.IsPrivate(),
            IsOwner = context.User.IsOwner(),
        };
    }
}
