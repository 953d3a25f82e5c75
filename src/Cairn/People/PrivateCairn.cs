using Cairn.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.People;

/// <summary>
/// On loopback with no accounts, Cairn is one person's private Cairn and nobody signs in: whoever sits at this
/// machine is that person, the first one in the store. Once there are accounts it is whoever has the first one, and
/// they sign in as everybody does; the command line still works for them.
/// </summary>
/// <param name="gate">One begins a Cairn at a time.</param>
/// <param name="clock">The only clock that the program asks.</param>
/// <param name="address">On which Cairn listens; null for a command.</param>
public sealed class PrivateCairn(WriteGate gate, TimeProvider clock, string? address = null)
{
    private Guid? owner;

    /// <summary>Nobody but this machine can reach it.</summary>
    public bool ListensHereOnly { get; } = address is not null && PrivateDoor.IsLoopback(address);

    /// <summary>As far as this process knows there are accounts. The store itself is asked before anybody is let in.</summary>
    public bool HasAccounts { get; private set; }

    /// <summary>The first account was made.</summary>
    public void BecomesShared() => HasAccounts = true;

    public Guid Owner => owner ?? throw new InvalidOperationException("Open the private Cairn first.");

    /// <summary>Finds the person whose Cairn this is, or begins one.</summary>
    public async Task<Person> Open(CairnDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var begun = new Person
        {
            Id = Guid.CreateVersion7(now),
            Zone = PersonalDay.IsZone(clock.LocalTimeZone.Id) ? clock.LocalTimeZone.Id : "UTC",
            Created = now,
        };
        var person = await gate.Write(
            db,
            begun.Id,
            async () =>
            {
                var first = await db
                    .People.AsNoTracking()
                    .OrderByDescending(p => db.Accounts.Any(a => a.PersonId == p.Id && a.Role == Role.Owner))
                    .ThenBy(p => p.Created)
                    .Select(p => new
                    {
                        Person = p,
                        AnyAccount = db.Accounts.Any(a => a.PersonId == p.Id || a.PersonId != p.Id), // in the same query
                    })
                    .FirstOrDefaultAsync(cancel);
                HasAccounts = first?.AnyAccount == true;
                if (first is null)
                {
                    db.People.Add(begun);
                }

                return first?.Person ?? begun;
            },
            cancel
        );
        owner = person.Id;
        return person;
    }
}
