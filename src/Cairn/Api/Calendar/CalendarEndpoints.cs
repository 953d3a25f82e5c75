using System.Text;
using Cairn.Api.Keys;
using Cairn.Data;
using Cairn.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Api.Calendar;

/// <summary>
/// The secret is in the address, because that is all a calendar program can keep. It opens the calendar and nothing else, and a key for
/// programs does not open the calendar.
/// </summary>
public static class CalendarEndpoints
{
    public static void MapCalendar(this WebApplication app) =>
        app.MapGet("/calendar/{secret}.ics", Show).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Show(
        HttpContext context,
        CairnDb db,
        AccessKeys keys,
        TimeProvider clock,
        string secret,
        CancellationToken cancel
    )
    {
        if (await keys.Open(secret, cancel) is not { } key || !key.ScopeList.Contains(Scopes.Calendar))
        {
            return Results.NotFound();
        }

        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == key.PersonId, cancel);
        var now = clock.GetUtcNow();
        var today = person.DayOf(now);
        var records = await Records.Read(db, person.Id, today.AddDays(-Life.DaysBehind), cancel);
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.Text(CalendarFeed.Of(records, today, now), "text/calendar", Encoding.UTF8);
    }
}
