using System.Globalization;
using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace Cairn.Supporters;

/// <summary>Single notes for one supporter: chosen, and taken back.</summary>
public static class NotesEndpoints
{
    public static void MapNotes(this WebApplication app)
    {
        var notes = app.MapGroup("/goals/{goal:guid}/supporters/{supporter:guid}/notes").DisableAntiforgery();
        notes.MapGet("", Show);
        notes.MapPost("", Choose);
    }

    private static async Task<IResult> Show(
        HttpContext context,
        CairnDb db,
        Me me,
        Guid goal,
        Guid supporter,
        [FromQuery] string? page,
        CancellationToken cancel
    )
    {
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        return await NotesView.Read(db, me, goal, supporter, number, cancel) is { } view
            ? Pages.Show<NotesPage>(context, nameof(NotesPage.View), view)
            : Results.NotFound();
    }

    private static async Task<IResult> Choose(
        HttpContext context,
        ChoosingNotes choosing,
        Me me,
        Guid goal,
        Guid supporter,
        CancellationToken cancel
    )
    {
        var form = await Forms.Read(context.Request, cancel);
        return await choosing.Choose(me, goal, supporter, Ids(form["was"]), Ids(form["note"]), cancel)
            ? Pages.Next(NotesView.PathOf(goal, supporter))
            : Results.NotFound();
    }

    private static HashSet<Guid> Ids(StringValues fields) =>
        [.. fields.Select(field => Guid.TryParse(field, out var id) ? id : Guid.Empty)];
}
