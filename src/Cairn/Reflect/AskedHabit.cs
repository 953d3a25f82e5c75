using Cairn.Data;
using Cairn.Engine.Habit;
using Cairn.Questions;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Reflect;

/// <summary>The one step whose habit is asked about today, if there is one: never more than one question a day.</summary>
public sealed record AskedHabit(Guid Step, string Name)
{
    /// <summary>Two queries.</summary>
    /// <param name="db">The store.</param>
    /// <param name="person">Who looks back.</param>
    /// <param name="today">Their day.</param>
    /// <param name="checkIns">Those of the last two weeks: what was asked before that is due again.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<AskedHabit?> Of(
        CairnDb db,
        Guid person,
        DateOnly today,
        IEnumerable<CheckIn> checkIns,
        CancellationToken cancel
    )
    {
        var asked = checkIns
            .SelectMany(one => one.Answers.Keys.Select(key => (one.Day, Step: HabitQuestion.StepOf(key))))
            .Where(answer => answer.Step is not null)
            .ToLookup(answer => answer.Step!.Value, answer => answer.Day);
        var ofToday = asked.Where(step => step.Contains(today)).Select(step => (Guid?)step.Key).FirstOrDefault();
        return await NameOf(db, person, ofToday ?? await DueOn(db, person, today, asked, cancel), cancel);
    }

    /// <summary>Of those that are due, what is done most often.</summary>
    private static async Task<Guid?> DueOn(
        CairnDb db,
        Guid person,
        DateOnly today,
        ILookup<Guid, DateOnly> asked,
        CancellationToken cancel
    )
    {
        var won = await db
            .Entries.AsNoTracking()
            .Where(entry => entry.PersonId == person && entry.SupersededBy == null)
            .Where(entry => entry.Outcome == Outcome.Won && entry.Kind == StepKind.Practice && entry.Day <= today)
            .GroupBy(entry => entry.StepId)
            .Select(step => new
            {
                Id = step.Key,
                First = step.Min(entry => entry.Day),
                Last = step.Max(entry => entry.Day),
                Count = step.Count(),
            })
            .ToListAsync(cancel);
        return won.Where(step => step.Count >= AutomaticityQuestion.FirstWins)
            .Where(step => step.First <= today.AddDays(-AutomaticityQuestion.EveryDays))
            .Where(step => step.Last > today.AddDays(-AutomaticityQuestion.EveryDays))
            .Where(step => !asked[step.Id].Any(day => day > today.AddDays(-AutomaticityQuestion.EveryDays)))
            .OrderByDescending(step => step.Count)
            .ThenBy(step => step.Id)
            .Select(step => (Guid?)step.Id)
            .FirstOrDefault();
    }

    private static async Task<AskedHabit?> NameOf(CairnDb db, Guid person, Guid? step, CancellationToken cancel) =>
        step is not { } id
            ? null
            : await db
                .StepVersions.AsNoTracking()
                .Where(version => version.PersonId == person && version.StepId == id)
                .OrderByDescending(version => version.Number)
                .Take(1)
                .Where(version => !version.Archived)
                .Select(version => new AskedHabit(id, version.Name))
                .FirstOrDefaultAsync(cancel);
}
