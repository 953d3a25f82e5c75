using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Progress;

/// <summary>Which figures a person does not want to see: hidden by one tap, and back by another.</summary>
public static class Hiding
{
    public static readonly IReadOnlySet<string> Nothing = new HashSet<string>(StringComparer.Ordinal);

    internal static async Task<IResult> Save(
        [FromForm] string? figure,
        [FromForm] bool hidden,
        [FromForm] string? back,
        CairnDb db,
        WriteGate gate,
        Me me,
        CancellationToken cancel
    ) =>
        await ShownChoices.Hide(db, gate, me.Id, figure, hidden, cancel)
            ? Pages.Next(Pages.Ours(back) ?? "/progress")
            : Results.NotFound();
}
