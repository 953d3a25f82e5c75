using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.History;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Api.Resources;

/// <summary>What was said about steps and days, and wins that were noticed: by days, the oldest first. New ones are actions.</summary>
public static class EntryResource
{
    public static void MapEntries(this ApiGroups api)
    {
        api.Read.MapGet("entries", List).Shows<Paged<EntryShown>>("What counts of each step and day");
        api.Read.MapGet("entries/{entry:guid}", Show).Shows<EntryShown>("One entry, also one that was replaced");
        api.Write.MapPost("entries/{entry:guid}/corrections", Correct)
            .Shows<EntryShown>("Says anew what was said, however long ago", StatusCodes.Status201Created);
        api.Read.MapGet("noticed", ListNoticed).Shows<Paged<NoticedShown>>("Wins that nobody planned");
    }

    private static async Task<IResult> List(
        HttpContext context,
        CairnDb db,
        Me me,
        DateOnly? from,
        DateOnly? to,
        Guid? step,
        Cursor? cursor,
        int? limit,
        CancellationToken cancel
    )
    {
        var size = Paging.Size(limit);
        var after = cursor ?? default;
        var entries = await db
            .Entries.AsNoTracking()
            .Where(entry => entry.PersonId == me.Id && entry.SupersededBy == null)
            .Where(entry => entry.Outcome != Outcome.TakenBack)
            .Where(entry => (from == null || entry.Day >= from) && (to == null || entry.Day <= to))
            .Where(entry => step == null || entry.StepId == step)
            .Where(entry =>
                cursor == null || entry.Day > after.Day || (entry.Day == after.Day && entry.Id.CompareTo(after.Id) > 0)
            )
            .OrderBy(entry => entry.Day)
            .ThenBy(entry => entry.Id)
            .Take(size + 1)
            .ToListAsync(cancel);
        return Paging.Show(context, entries.ConvertAll(EntryShown.Of), size, entry => new Cursor(entry.Day, entry.Id));
    }

    private static async Task<IResult> Show(CairnDb db, Me me, Guid entry, CancellationToken cancel) =>
        await Find(db, me, entry, cancel) is { } known ? Shown.Of(EntryShown.Of(known)) : Problem.NotHere;

    private static async Task<IResult> Correct(
        CairnDb db,
        Correction correction,
        Me me,
        Guid entry,
        Body<EntrySaid> body,
        IdempotencyKey key,
        CancellationToken cancel
    )
    {
        if (await Find(db, me, entry, cancel) is not { } old)
        {
            return Problem.NotHere;
        }

        var (said, amount, note) = body.Value;
        if (EntryWords.Read(old, said, amount, note, out var wrong) is not { } to)
        {
            return Problem.Refused(wrong!);
        }

        if (await correction.Of(me, key.Id, entry, to, cancel) is var kept and not Kept.Saved)
        {
            return Problem.Of(kept);
        }

        var now = await Find(db, me, key.Id, cancel) ?? old;
        return new Shown<EntryShown>(
            EntryShown.Of(now),
            status: now == old ? StatusCodes.Status200OK : StatusCodes.Status201Created,
            location: $"{ApiEndpoints.Root}/entries/{now.Id}"
        );
    }

    private static async Task<IResult> ListNoticed(
        HttpContext context,
        CairnDb db,
        Me me,
        DateOnly? from,
        DateOnly? to,
        Cursor? cursor,
        int? limit,
        CancellationToken cancel
    )
    {
        var size = Paging.Size(limit);
        var after = cursor ?? default;
        var wins = await db
            .DayWords.OfType<NoticedWin>()
            .AsNoTracking()
            .Where(win => win.PersonId == me.Id && win.SupersededBy == null)
            .Where(win => (from == null || win.Day >= from) && (to == null || win.Day <= to))
            .Where(win =>
                cursor == null || win.Day > after.Day || (win.Day == after.Day && win.Id.CompareTo(after.Id) > 0)
            )
            .OrderBy(win => win.Day)
            .ThenBy(win => win.Id)
            .Take(size + 1)
            .ToListAsync(cancel);
        return Paging.Show(context, wins.ConvertAll(NoticedShown.Of), size, win => new Cursor(win.Day, win.Id));
    }

    private static Task<Entry?> Find(CairnDb db, Me me, Guid id, CancellationToken cancel) =>
        db.Entries.AsNoTracking().FirstOrDefaultAsync(entry => entry.PersonId == me.Id && entry.Id == id, cancel);
}

/// <summary>One fact.</summary>
/// <param name="ThatWasAll">More was not possible.</param>
/// <param name="Bars">Those that were in force on that day.</param>
/// <param name="ReplacedBy">The entry that took its place; null for one that counts.</param>
public sealed record EntryShown(
    Guid Id,
    Guid Step,
    StepKind Kind,
    DateOnly Day,
    DateTimeOffset At,
    Outcome Outcome,
    Tier? Tier,
    double? Amount,
    bool ThatWasAll,
    MissReason Reason,
    string? Note,
    BarsShown Bars,
    Guid? ReplacedBy
)
{
    public static EntryShown Of(Entry entry) =>
        new(
            entry.Id,
            entry.StepId,
            entry.Kind,
            entry.Day,
            entry.At,
            entry.Outcome,
            entry.Tier,
            entry.Amount,
            entry.ThatWasAll,
            entry.Reason,
            entry.Note,
            BarsShown.Of(entry.Bars),
            entry.SupersededBy
        );
}

/// <summary>What an entry says instead.</summary>
/// <param name="Said"><c>floor</c>, <c>target</c>, <c>stretch</c>, <c>notToday</c>, <c>rest</c> or <c>reserve</c>.</param>
/// <param name="Amount">Decides which bar it was, where it is told.</param>
public sealed record EntrySaid(string? Said = null, double? Amount = null, string? Note = null);
