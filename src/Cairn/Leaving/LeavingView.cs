using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Leaving;

/// <summary>What goes, and what is asked before.</summary>
public sealed record LeavingView(int Goals, int Steps, int Entries)
{
    /// <summary>Who can look after this Cairn next; empty unless its owner leaves others behind.</summary>
    public IReadOnlyList<Member> Next { get; init; } = [];

    /// <summary>Who of them shall.</summary>
    public Guid? Named { get; init; }

    /// <summary>They have just shown who they are.</summary>
    public required bool MayDelete { get; init; }

    /// <summary>A copy is to stay for a while.</summary>
    public bool Keeps { get; init; }

    /// <summary>The word, as far as it was typed.</summary>
    public string Typed { get; init; } = "";

    /// <summary>Why nothing was deleted.</summary>
    public string? Wrong { get; init; }

    /// <summary>Somebody else who signs in here.</summary>
    public sealed record Member(Guid Id, string Name);

    public static async Task<LeavingView> Read(CairnDb db, HttpContext context, Me me, CancellationToken cancel) =>
        new(
            await db.Goals.CountAsync(goal => goal.PersonId == me.Id, cancel),
            await db.Steps.CountAsync(step => step.PersonId == me.Id, cancel),
            await db.Entries.CountAsync(entry => entry.PersonId == me.Id, cancel)
        )
        {
            MayDelete = context.HasJustSignedIn(),
            Next = await NextOf(db, me, cancel),
        };

    /// <inheritdoc cref="Next"/>
    public static async Task<IReadOnlyList<Member>> NextOf(CairnDb db, Me me, CancellationToken cancel) =>
        await db
            .Accounts.AsNoTracking()
            .Where(other => other.PersonId != me.Id)
            .Where(_ => db.Accounts.Any(own => own.PersonId == me.Id && own.Role == Role.Owner))
            .OrderBy(other => other.Created)
            .Select(other => new Member(other.PersonId, other.Name))
            .ToListAsync(cancel);
}
