using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.History;
using Cairn.People;
using Cairn.Shell;
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
            .Makes<EntryShown>("Says anew what was said, however long ago")
            .Refuses(StatusCodes.Status412PreconditionFailed, () => ApiWords.ChangedMeanwhile);
        api.Read.MapGet("noticed", ListNoticed).Shows<Paged<NoticedShown>>("Wins that nobody planned");
        api.Write.MapPost("noticed/{noticed:guid}/corrections", CorrectNoticed)
            .Makes<NoticedShown>("Words a noticed win anew, however long ago")
            .Refuses(StatusCodes.Status412PreconditionFailed, () => ApiWords.ChangedMeanwhile);
    }

    private static async Task<IResult> List(
        CairnDb db,
        Me me,
        DateOnly? from,
        DateOnly? to,
        Guid? step,
        [AsParameters] Paging paging,
        CancellationToken cancel
    )
    {
        var after = paging.After;
        var entries = await db
            .Entries.AsNoTracking()
            .Where(entry => entry.PersonId == me.Id && entry.SupersededBy == null)
            .Where(entry => entry.Outcome != Outcome.TakenBack)
            .Where(entry => (from == null || entry.Day >= from) && (to == null || entry.Day <= to))
            .Where(entry => step == null || entry.StepId == step)
            .Where(entry =>
                paging.IsFirst || entry.Day > after.Day || (entry.Day == after.Day && entry.Id.CompareTo(after.Id) > 0)
            )
            .OrderBy(entry => entry.Day)
            .ThenBy(entry => entry.Id)
            .Take(paging.Take)
            .ToListAsync(cancel);
        return paging.Show(entries.ConvertAll(EntryShown.Of), entry => new Cursor(entry.Day, entry.Id));
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

        var known = await Find(db, me, key.Id, cancel);
        if (await correction.Of(me, key.Id, entry, to, cancel) is var kept and not Kept.Saved)
        {
            return Problem.Of(kept);
        }

        var made = known is null ? await Find(db, me, key.Id, cancel) : null;
        var now = made ?? known ?? old;
        return Shown.Made(EntryShown.Of(now), $"{ApiEndpoints.Root}/entries/{now.Id}", isNew: made is not null);
    }

    private static async Task<IResult> CorrectNoticed(
        CairnDb db,
        Correction correction,
        Me me,
        Guid noticed,
        Body<NoticedSaid> body,
        IdempotencyKey key,
        CancellationToken cancel
    )
    {
        if (await FindNoticed(db, me, noticed, cancel) is not { } old)
        {
            return Problem.NotHere;
        }

        var text = Typed.Note(body.Value.Text);
        if (Typed.Trouble(text, HistoryWords.NothingWritten, NoticedWin.LongestText) is { } wrong)
        {
            return Problem.Refused(wrong, "text");
        }

        var known = await FindNoticed(db, me, key.Id, cancel);
        if (await correction.Of(me, key.Id, noticed, text, cancel) is var kept and not Kept.Saved)
        {
            return Problem.Of(kept);
        }

        var made = known is null ? await FindNoticed(db, me, key.Id, cancel) : null;
        return Shown.Made(
            NoticedShown.Of(made ?? known ?? old),
            $"{ApiEndpoints.Root}/history/days/{old.Day:O}",
            isNew: made is not null
        );
    }

    private static async Task<IResult> ListNoticed(
        CairnDb db,
        Me me,
        DateOnly? from,
        DateOnly? to,
        [AsParameters] Paging paging,
        CancellationToken cancel
    )
    {
        var after = paging.After;
        var wins = await db
            .DayWords.OfType<NoticedWin>()
            .AsNoTracking()
            .Where(win => win.PersonId == me.Id && win.SupersededBy == null)
            .Where(win => (from == null || win.Day >= from) && (to == null || win.Day <= to))
            .Where(win =>
                paging.IsFirst || win.Day > after.Day || (win.Day == after.Day && win.Id.CompareTo(after.Id) > 0)
            )
            .OrderBy(win => win.Day)
            .ThenBy(win => win.Id)
            .Take(paging.Take)
            .ToListAsync(cancel);
        return paging.Show(wins.ConvertAll(NoticedShown.Of), win => new Cursor(win.Day, win.Id));
    }

    private static Task<NoticedWin?> FindNoticed(CairnDb db, Me me, Guid id, CancellationToken cancel) =>
        db
            .DayWords.OfType<NoticedWin>()
            .AsNoTracking()
            .FirstOrDefaultAsync(win => win.PersonId == me.Id && win.Id == id, cancel);

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

/// <param name="Text">What it says instead.</param>
public sealed record NoticedSaid(string Text);
