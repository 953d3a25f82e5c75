using System.Globalization;
using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Transfer;

/// <summary>
/// What counts of a person's entries as a table, oldest first. A text that a spreadsheet would run as a formula gets
/// an apostrophe in front.
/// </summary>
public static class EntriesCsv
{
    private static readonly string[] Header =
    [
        "day",
        "goal",
        "area",
        "step",
        "outcome",
        "tier",
        "amount",
        "unit",
        "note",
        "floor",
        "target",
        "stretch",
    ];

    /// <returns>How many rows there are below the header.</returns>
    public static async Task<int> Write(Stream to, CairnDb db, Me me, CancellationToken cancel)
    {
        var goals = await db.Goals.AsNoTracking().Where(g => g.PersonId == me.Id).ToDictionaryAsync(g => g.Id, cancel);
        var steps = await db.Steps.AsNoTracking().Where(s => s.PersonId == me.Id).ToDictionaryAsync(s => s.Id, cancel);
        var versions = (
            await db.StepVersions.AsNoTracking().Where(v => v.PersonId == me.Id).ToListAsync(cancel)
        ).ToLookup(version => version.StepId);
        var entries = await db
            .Entries.AsNoTracking()
            .Where(e => e.PersonId == me.Id && e.SupersededBy == null && e.Outcome != Outcome.TakenBack)
            .OrderBy(e => e.Day)
            .ThenBy(e => e.Id)
            .ToListAsync(cancel);
        return Csv.Write(to, Header, entries.Select(RowOf));

        string?[] RowOf(Entry entry)
        {
            var step = steps[entry.StepId];
            var version = VersionOn(entry.Day, versions[step.Id]);
            return
            [
                History.Iso(entry.Day),
                goals[step.GoalId].Title,
                goals[step.GoalId].Area,
                version.Name,
                entry.Outcome.ToString(),
                entry.Tier?.ToString(),
                Of(entry.Amount),
                version.Unit,
                entry.Note,
                Of(entry.Bars.Floor),
                Of(entry.Bars.Target),
                Of(entry.Bars.Stretch),
            ];
        }
    }

    private static string? Of(double? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>As the step was that day; a day before its first version belongs to that one.</summary>
    private static StepVersion VersionOn(DateOnly day, IEnumerable<StepVersion> versions)
    {
        var all = versions.OrderBy(version => version.Number).ToList();
        return all.FindLast(version => version.From <= day) ?? all[0];
    }
}
