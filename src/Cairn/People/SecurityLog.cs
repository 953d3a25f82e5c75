using Cairn.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.People;

/// <summary>Writes down what happened to the ways in which a person signs in, and forgets it after a year.</summary>
public static class SecurityLog
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>To be called inside a write of this person.</summary>
    public static async Task Happened(
        this CairnDb db,
        Guid person,
        SecurityEventKind kind,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var old = now - Kept;
        await db.SecurityEvents.Where(e => e.PersonId == person && e.At < old).ExecuteDeleteAsync(cancel);
        db.SecurityEvents.Add(
            new SecurityEvent
            {
                PersonId = person,
                Id = Guid.CreateVersion7(now),
                At = now,
                Kind = kind,
            }
        );
    }
}
