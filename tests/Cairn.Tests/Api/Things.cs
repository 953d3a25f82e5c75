using Cairn.Harness;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Api;

/// <summary>What the operations are about.</summary>
internal sealed record Things(Guid Goal, Guid Step, Guid Entry)
{
    public static Things Nowhere { get; } =
        new(new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]), new Guid(3, 0, 0, new byte[8]));

    public static Task<Things> Of(TestCairn cairn, Guid except) =>
        cairn.Look(async db =>
        {
            var entry = await db.Entries.Where(e => e.PersonId != except).FirstAsync();
            var step = await db.Steps.SingleAsync(s => s.PersonId != except && s.Id == entry.StepId);
            return new Things(step.GoalId, step.Id, entry.Id);
        });

    /// <summary>Everything of theirs that an operation may change.</summary>
    public Task<string> State(TestCairn cairn) =>
        cairn.Look(async db =>
        {
            var owner = await db.Steps.Where(s => s.Id == Step).Select(s => s.PersonId).SingleAsync();
            var goal = await db.Goals.AsNoTracking().SingleAsync(g => g.PersonId == owner && g.Id == Goal);
            var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == owner);
            return $"{await db.Goals.CountAsync(g => g.PersonId == owner)} {goal.Title} {goal.State} {person.Zone} "
                + $"{await db.StepVersions.CountAsync(v => v.PersonId == owner)} {await db.Entries.CountAsync(e => e.PersonId == owner)}";
        });

    public string In(string text) =>
        text.Replace("019caddd-2a40-7000-8000-000000000001", Goal.ToString(), StringComparison.Ordinal)
            .Replace("019caddd-2a40-7000-8000-000000000002", Step.ToString(), StringComparison.Ordinal);
}
