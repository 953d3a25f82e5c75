using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Supporters;

/// <summary>What a link offers, before it is taken.</summary>
/// <param name="IsOwn">Whoever made it has opened it.</param>
public sealed record OfferView(string Link, string Title, string Area, string Whose, SharedParts Shows, bool IsOwn)
{
    public static async Task<OfferView?> Read(
        CairnDb db,
        Me me,
        OneTimeLink open,
        string link,
        CancellationToken cancel
    ) =>
        await (
            from goal in db.Goals.AsNoTracking()
            join account in db.Accounts on goal.PersonId equals account.PersonId
            where goal.PersonId == open.PersonId && goal.Id == open.GoalId
            select new OfferView(
                link,
                goal.Title,
                goal.Area,
                account.Name,
                open.Shows ?? SharedParts.None,
                goal.PersonId == me.Id
            )
        ).FirstOrDefaultAsync(cancel);
}
