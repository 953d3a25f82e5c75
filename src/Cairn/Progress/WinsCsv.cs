using System.Globalization;
using Cairn.Data;
using Cairn.People;
using Cairn.Pictures;
using Cairn.Shell;

namespace Cairn.Progress;

/// <summary>The wins behind a picture as a table, one a line.</summary>
public static class WinsCsv
{
    private static readonly string[] Header = ["day", "area", "kind", "what", "tier", "amount", "unit"];

    public static async Task<IResult> Send(
        CairnDb db,
        Me me,
        DateOnly? from,
        DateOnly? through,
        CancellationToken cancel
    )
    {
        var wins = await Win.Read(db, me.Id, from, through, cancel);
        var bytes = Csv.Of(
            Header,
            wins.Select(
                string?[] (win) =>
                    [
                        win.Day.ToString("O", CultureInfo.InvariantCulture),
                        win.Area,
                        win.Kind.ToString(),
                        win.Name,
                        win.Kind == StoneKind.Practice ? win.Tier.ToString(CultureInfo.InvariantCulture) : null,
                        win.Amount?.ToString(CultureInfo.InvariantCulture),
                        win.Amount is null ? null : win.Unit,
                    ]
            )
        );
        return Results.File(bytes, "text/csv; charset=utf-8", "cairn-wins.csv");
    }
}
