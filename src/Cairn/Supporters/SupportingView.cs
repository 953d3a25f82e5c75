using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Supporters;

/// <summary>The goals of others that somebody supports: their titles, and whose they are.</summary>
public sealed record SupportingView(IReadOnlyList<SupportingView.Goal> Goals)
{
    public sealed record Goal(Guid Id, string Title, string Area, string Whose);

    public static async Task<SupportingView> Read(CairnDb db, Me me, CancellationToken cancel) =>
        new(
            await (
                from supporter in db.Supporters.AsNoTracking()
                join goal in db.Goals
                    on new { supporter.PersonId, Id = supporter.GoalId } equals new { goal.PersonId, goal.Id }
                join account in db.Accounts on supporter.PersonId equals account.PersonId
                where supporter.SupporterId == me.Id
                orderby supporter.Since
                select new Goal(supporter.Id, goal.Title, goal.Area, account.Name)
            ).ToListAsync(cancel)
        );
}
