using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Supporters;

internal static class Supports
{
    /// <summary>What somebody supports, by the id under which they find it; null for whoever does not, or not any more.</summary>
    public static Task<Supporter?> SupportOf(this CairnDb db, Me me, Guid support, CancellationToken cancel) =>
        db.Supporters.AsNoTracking().FirstOrDefaultAsync(s => s.SupporterId == me.Id && s.Id == support, cancel);
}
