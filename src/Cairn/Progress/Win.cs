using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Progress;

/// <summary>One win, as far as a picture needs to know it.</summary>
public sealed record Win(Guid Id, DateOnly Day, DateTimeOffset At, StoneKind Kind, string Area, string Name)
{
    /// <summary>Which bar was reached, 1 to 3.</summary>
    public int Tier { get; init; } = 1;

    /// <summary>What was done at least: the amount that was told, else the bar that was reached. Of practices only.</summary>
    public double? Amount { get; init; }

    public string Unit { get; init; } = "";

    /// <summary>The wins of some days in the order in which they were laid. Three queries.</summary>
    public static async Task<IReadOnlyList<Win>> Read(
        CairnDb db,
        Guid person,
        DateOnly? from,
        DateOnly? through,
        CancellationToken cancel
    )
    {
        var entries = await db
            .Entries.AsNoTracking()
            .Where(entry => entry.PersonId == person && entry.SupersededBy == null && entry.Outcome == Outcome.Won)
            .Where(entry => (from == null || entry.Day >= from) && (through == null || entry.Day <= through))
            .Select(entry => new
            {
                entry.Id,
                entry.StepId,
                entry.Kind,
                entry.Day,
                entry.At,
                entry.Tier,
                entry.Amount,
                Bar = entry.Tier == Engine.Capacity.Tier.Stretch ? entry.Bars.Stretch
                : entry.Tier == Engine.Capacity.Tier.Target ? entry.Bars.Target
                : entry.Bars.Floor,
            })
            .ToListAsync(cancel);
        var noticed = await db
            .DayWords.OfType<NoticedWin>()
            .AsNoTracking()
            .Where(word => word.PersonId == person && word.SupersededBy == null)
            .Where(word => (from == null || word.Day >= from) && (through == null || word.Day <= through))
            .Select(word => new
            {
                word.Id,
                word.Day,
                word.At,
                word.Text,
            })
            .ToListAsync(cancel);
        var steps = await Steps(db, person, cancel);
        return
        [
            .. entries
                .Where(entry => steps.ContainsKey(entry.StepId))
                .Select(entry => new Win(
                    entry.Id,
                    entry.Day,
                    entry.At,
                    Laid.KindOf(entry.Kind),
                    steps[entry.StepId].Area,
                    steps[entry.StepId].Name
                )
                {
                    Tier = (int)(entry.Tier ?? Engine.Capacity.Tier.Floor),
                    Amount = entry.Kind == StepKind.Practice ? entry.Amount ?? entry.Bar : null,
                    Unit = steps[entry.StepId].Unit,
                })
                .Concat(
                    noticed.Select(word => new Win(
                        word.Id,
                        word.Day,
                        word.At,
                        StoneKind.Noticed,
                        Areas.Personal,
                        word.Text
                    ))
                )
                .OrderBy(win => win.Day)
                .ThenBy(win => win.At)
                .ThenBy(win => win.Id),
        ];
    }

    /// <summary>Each step as it is called now.</summary>
    private static async Task<Dictionary<Guid, Called>> Steps(CairnDb db, Guid person, CancellationToken cancel)
    {
        var versions = await db
            .StepVersions.AsNoTracking()
            .Where(version => version.PersonId == person)
            .Join(
                db.Steps.Where(step => step.PersonId == person),
                version => version.StepId,
                step => step.Id,
                (version, step) =>
                    new
                    {
                        step.Id,
                        step.GoalId,
                        version.Number,
                        version.Name,
                        version.Unit,
                    }
            )
            .Join(
                db.Goals.Where(goal => goal.PersonId == person),
                row => row.GoalId,
                goal => goal.Id,
                (row, goal) =>
                    new
                    {
                        row.Id,
                        row.Number,
                        row.Name,
                        row.Unit,
                        goal.Area,
                    }
            )
            .ToListAsync(cancel);
        return versions
            .GroupBy(version => version.Id)
            .Select(step => step.MaxBy(version => version.Number)!)
            .ToDictionary(step => step.Id, step => new Called(step.Name, step.Unit, step.Area));
    }

    private sealed record Called(string Name, string Unit, string Area);
}
