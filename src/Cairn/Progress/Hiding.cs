using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Progress;

/// <summary>Which figures a person does not want to see: hidden by one tap, and back by another.</summary>
public static class Hiding
{
    public static readonly IReadOnlySet<string> Nothing = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What a newer Cairn may hide stays hidden.</summary>
    internal static async Task<IResult> Save(
        [FromForm] string? figure,
        [FromForm] bool hidden,
        [FromForm] string? back,
        CairnDb db,
        WriteGate gate,
        Me me,
        CancellationToken cancel
    )
    {
        if (figure is null || !Figures.All.Contains(figure))
        {
            return Results.NotFound();
        }

        await gate.Write(
            db,
            me.Id,
            async () =>
            {
                var person = await db.People.SingleAsync(person => person.Id == me.Id, cancel);
                var kept = Figures.HiddenBy(person).Where(known => known != figure);
                person.HiddenFigures = string.Join(' ', hidden ? kept.Append(figure) : kept);
                return true;
            },
            cancel
        );
        return Pages.Next(Pages.Ours(back) ?? "/progress");
    }
}
