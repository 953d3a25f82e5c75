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

    /// <summary>Every entry there is of whose goal it is, whatever is written there.</summary>
    public static Task<int> ChooseNotes(this TestCairn cairn, Guid support) =>
        cairn.Look(async db =>
        {
            var person = await db.Supporters.Where(s => s.Id == support).Select(s => s.PersonId).SingleAsync();
            foreach (var entry in await db.Entries.Where(e => e.PersonId == person).Select(e => e.Id).ToListAsync())
            {
                db.SharedNotes.Add(
                    new SharedNote
                    {
                        PersonId = person,
                        SupportId = support,
                        EntryId = entry,
                    }
                );
            }

            return await db.SaveChangesAsync();
        });

    /// <summary>Somebody with one goal, one step and one stone, who signs in.</summary>
    public static async Task<(Visitor Visitor, string Goal)> OwnerOfAGoal(this TestCairn cairn)
    {
        using (var visitor = cairn.Visit())
        {
            await visitor.Begin();
            await visitor.Press("tier", "Floor");
        }

        return (await cairn.SignIn(await cairn.BecomesShared()), await cairn.FirstGoal());
    }
}
