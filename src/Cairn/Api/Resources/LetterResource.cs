using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.People;
using Cairn.Reflect.Letters;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Api.Resources;

/// <summary>Months and years looked back on. A program that looks writes none: a letter is kept as its person first read it.</summary>
public static class LetterResource
{
    public static void MapLetters(this ApiGroups api)
    {
        api.Read.MapGet("letters", List).Shows<Paged<LetterTitle>>("Letters that were read, and so are kept");
        api.Read.MapGet("letters/{period}", Show).Shows<LetterShown>("What a month or a year tells");
    }

    private static async Task<IResult> List(CairnDb db, Me me, [AsParameters] Paging paging, CancellationToken cancel)
    {
        var after = paging.After;
        var letters = await db
            .DayWords.OfType<Letter>()
            .AsNoTracking()
            .Where(letter => letter.PersonId == me.Id && letter.SupersededBy == null)
            .Where(letter =>
                paging.IsFirst
                || letter.Day > after.Day
                || (letter.Day == after.Day && letter.Id.CompareTo(after.Id) > 0)
            )
            .OrderBy(letter => letter.Day)
            .ThenBy(letter => letter.Id)
            .Take(paging.Take)
            .Select(letter => new LetterTitle(letter.Id, letter.Period, letter.Day))
            .ToListAsync(cancel);
        return paging.Show(letters, letter => new Cursor(letter.Written, letter.Id));
    }

    private static async Task<IResult> Show(LetterWriting letters, Me me, string period, CancellationToken cancel) =>
        Period.Read(period) is { } known && known.First <= me.Today
            ? Shown.Of(LetterShown.Of(await letters.Look(me, known, cancel)))
            : Problem.NotHere;
}

/// <param name="Period"><c>2026-02</c> or <c>2026</c>.</param>
/// <param name="Written">The day on which it was read for the first time.</param>
public sealed record LetterTitle(Guid Id, string Period, DateOnly Written);

/// <param name="Period"><c>2026-02</c> or <c>2026</c>.</param>
/// <param name="Written">The day on which it was read for the first time; null as long as nobody has.</param>
/// <param name="Facts">What it tells; null as long as the time is not over.</param>
public sealed record LetterShown(string Period, DateOnly First, DateOnly Last, DateOnly? Written, LetterFacts? Facts)
{
    public static LetterShown Of(LetterView view) =>
        new(view.Period.Key, view.Period.First, view.Period.Last, view.FirstRead, view.Facts);
}
