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
        // Each as it is called now, and where its goal belonged on the day of the win.
        var (versions, _) = await LivedSteps.Read(db, person, null, cancel);
        var steps = versions
            .GroupBy(version => version.Id)
            .ToDictionary(step => step.Key, step => step.MaxBy(version => version.Version.Number)!);
        return
        [
            .. entries
                .Where(entry => steps.ContainsKey(entry.StepId))
                .Select(entry => new Win(
                    entry.Id,
                    entry.Day,
                    entry.At,
                    Laid.KindOf(entry.Kind),
                    steps[entry.StepId].AreaOn(entry.Day),
                    steps[entry.StepId].Version.Name
                )
                {
                    Tier = (int)(entry.Tier ?? Engine.Capacity.Tier.Floor),
                    Amount = entry.Kind == StepKind.Practice ? entry.Amount ?? entry.Bar : null,
                    Unit = steps[entry.StepId].Version.Unit,
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
}
