using Cairn.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.People;

/// <summary>
/// On loopback with no accounts, Cairn is one person's private Cairn and nobody signs in: whoever sits at this
/// machine is that person, the first one in the store.
/// </summary>
public sealed class PrivateCairn(WriteGate gate, TimeProvider clock)
{
    private Guid? owner;

    public Guid Owner => owner ?? throw new InvalidOperationException("Open the private Cairn first.");

    /// <summary>Finds the person whose Cairn this is, or begins one.</summary>
    public async Task Open(CairnDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var begun = new Person
        {
            Id = Guid.CreateVersion7(now),
            Zone = PersonalDay.IsZone(clock.LocalTimeZone.Id) ? clock.LocalTimeZone.Id : "UTC",
            Created = now,
        };
        owner = await gate.Write(
            db,
            begun.Id,
            async () =>
            {
                var first = await db.People.AsNoTracking().OrderBy(p => p.Created).FirstOrDefaultAsync(cancel);
                if (first is null)
                {
                    db.People.Add(begun);
                }

                return first?.Id ?? begun.Id;
            },
            cancel
        );
    }
}
