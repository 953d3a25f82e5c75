using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Api.Resources;

/// <summary>The answers about a day. New ones are an action.</summary>
public static class CheckInResource
{
    public static void MapCheckIns(this ApiGroups api) =>
        api.Read.MapGet("check-ins", List).Shows<Paged<CheckInShown>>("What counts of the answers about each day");

    private static async Task<IResult> List(
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
        var after = cursor?.Day;
        var all = db
            .DayWords.OfType<CheckIn>()
            .AsNoTracking()
            .Where(word => word.PersonId == me.Id && word.SupersededBy == null);
        var days = await all.Where(word => (from == null || word.Day >= from) && (to == null || word.Day <= to))
            .Where(word => after == null || word.Day > after)
            .Select(word => word.Day)
            .Distinct()
            .OrderBy(day => day)
            .Take(size + 1)
            .ToListAsync(cancel);
        var answers = CheckIn.ByDay(await all.Where(word => days.Contains(word.Day)).ToListAsync(cancel));
        return Paging.Show(
            context,
            days.ConvertAll(day => new CheckInShown(day, answers[day])),
            size,
            day => new Cursor(day.Day, default)
        );
    }
}

/// <param name="Answers">By question: a rating from 0 to 10, or words.</param>
public sealed record CheckInShown(DateOnly Day, IReadOnlyDictionary<string, Answer> Answers);
