using Cairn.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Harness;

/// <summary>Somebody who supports a goal of somebody else, written straight into the store.</summary>
public static class Support
{
    /// <returns>The id under which they find it.</returns>
    public static Task<Guid> Supports(
        this TestCairn cairn,
        Guid who,
        Guid goal,
        SharedParts sees = SharedParts.Cairn | SharedParts.Ladder | SharedParts.Wins
    ) =>
        cairn.Look(async db =>
        {
            var now = cairn.Clock.GetUtcNow();
            var supporter = new Supporter
            {
                PersonId = await db.Goals.Where(g => g.Id == goal).Select(g => g.PersonId).SingleAsync(),
                Id = Guid.CreateVersion7(now),
                GoalId = goal,
                SupporterId = who,
                Sees = sees,
                Since = now,
            };
            db.Supporters.Add(supporter);
            await db.SaveChangesAsync();
            return supporter.Id;
        });
}
