using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Supporters;

/// <summary>The notes at the wins of a goal: those that one supporter sees, and page by page those that they do not. Four queries.</summary>
public sealed record NotesView
{
    private const int PageSize = 25;

    public required Guid GoalId { get; init; }
    public required string Title { get; init; }
    public required string Area { get; init; }

    /// <summary>Under which the supporter is found, and what they are called.</summary>
    public required Guid Supporter { get; init; }

    public required string Name { get; init; }

    /// <summary>The newest first, as all of these.</summary>
    public required IReadOnlyList<Note> Seen { get; init; }

    public required IReadOnlyList<Note> Others { get; init; }
    public required int Page { get; init; }
    public required int Pages { get; init; }

    public string Path => PathOf(GoalId, Supporter);

    public static string PathOf(Guid goal, Guid supporter) => $"/goals/{goal}/supporters/{supporter}/notes";

    /// <param name="Id">Of its entry.</param>
    public sealed record Note(Guid Id, DateOnly Day, string Step, string Text);

    /// <returns>Null if this person has no such supporter of this goal.</returns>
    public static async Task<NotesView?> Read(
        CairnDb db,
        Me me,
        Guid goalId,
        Guid supporter,
        int page,
        CancellationToken cancel
    )
    {
        var head = await (
            from row in db.Supporters.AsNoTracking()
            join goal in db.Goals on new { row.PersonId, Id = row.GoalId } equals new { goal.PersonId, goal.Id }
            join account in db.Accounts on row.SupporterId equals account.PersonId
            where row.PersonId == me.Id && row.GoalId == goalId && row.Id == supporter
            select new
            {
                row,
                goal.Title,
                goal.Area,
                account.Name,
            }
        ).FirstOrDefaultAsync(cancel);
        if (head is null)
        {
            return null;
        }

        var seen = GoalWins.Chosen(db, head.row);
        var others = GoalWins.WithNotes(db, me.Id, goalId).Where(entry => !seen.Any(chosen => chosen.Id == entry.Id));
        var pages = Math.Max(1, (await others.CountAsync(cancel) + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return new NotesView
        {
            GoalId = goalId,
            Title = head.Title,
            Area = head.Area,
            Supporter = supporter,
            Name = head.Name,
            Seen = await Told(seen).ToListAsync(cancel),
            Others = await Told(others).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel),
            Page = page,
            Pages = pages,
        };

        IQueryable<Note> Told(IQueryable<Entry> entries) =>
            entries
                .OrderByDescending(entry => entry.Day)
                .ThenByDescending(entry => entry.At)
                .ThenBy(entry => entry.Id)
                .Select(entry => new Note(
                    entry.Id,
                    entry.Day,
                    db.StepVersions.Where(v => v.PersonId == me.Id && v.StepId == entry.StepId)
                        .OrderByDescending(v => v.Number)
                        .Select(v => v.Name)
                        .First(),
                    entry.Note!
                ));
    }
}
