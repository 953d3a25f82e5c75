using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Accounts;

/// <param name="Accounts">By the day on which they were made.</param>
/// <param name="Invitations">Those that are open.</param>
public sealed record PeopleView(
    IReadOnlyList<PeopleView.Somebody> Accounts,
    IReadOnlyList<PeopleView.Invitation> Invitations
)
{
    /// <summary>The invitation that was just made, shown this once.</summary>
    public string? Link { get; init; }

    public string? Wrong { get; init; }

    public sealed record Somebody(string Name, Role Role, DateTime Since);

    public sealed record Invitation(Guid Id, DateTime Created, DateTime Expires);

    public static async Task<PeopleView> Read(CairnDb db, Me me, CancellationToken cancel)
    {
        var accounts = await db.Accounts.AsNoTracking().OrderBy(a => a.Created).ToListAsync(cancel);
        var open = await db
            .Links.AsNoTracking()
            .Where(l => l.PersonId == me.Id && l.Kind == LinkKind.Invitation && l.Used == null && l.Expires > me.Now)
            .OrderBy(l => l.Created)
            .ToListAsync(cancel);
        return new PeopleView(
            [.. accounts.Select(a => new Somebody(a.Name, a.Role, me.Person.WallOf(a.Created)))],
            [.. open.Select(l => new Invitation(l.Id, me.Person.WallOf(l.Created), me.Person.WallOf(l.Expires)))]
        );
    }
}
