using Microsoft.EntityFrameworkCore;

namespace Cairn.Data;

/// <summary>What a person wants to be asked, and to see: said with one tap, and taken back with another.</summary>
public static class ShownChoices
{
    /// <summary>Whether the evening asks how one feels.</summary>
    public static Task Rate(CairnDb db, WriteGate gate, Guid person, bool rates, CancellationToken cancel) =>
        gate.Write(
            db,
            person,
            () =>
                db
                    .People.Where(known => known.Id == person)
                    .ExecuteUpdateAsync(set => set.SetProperty(known => known.RatesFeelings, rates), cancel),
            cancel
        );

    /// <summary>A figure is not shown, or is again. What a newer Cairn may hide stays hidden.</summary>
    /// <returns>False where there is no such figure.</returns>
    public static async Task<bool> Hide(
        CairnDb db,
        WriteGate gate,
        Guid person,
        string? figure,
        bool hidden,
        CancellationToken cancel
    ) =>
        figure is not null
        && Figures.All.Contains(figure)
        && await gate.Write(
            db,
            person,
            async () =>
            {
                var known = await db.People.SingleAsync(one => one.Id == person, cancel);
                var kept = Figures.HiddenBy(known).Where(other => other != figure);
                known.HiddenFigures = string.Join(' ', hidden ? kept.Append(figure) : kept);
                return true;
            },
            cancel
        );
}
