using Cairn.Data;
using Cairn.Pictures;

namespace Cairn.Reflect;

/// <summary>The wins of some days as stones, in the order in which they were laid.</summary>
public static class Stones
{
    public static IReadOnlyList<Pile> PilesOf(Records records, IEnumerable<(DateOnly From, DateOnly Through)> spans) =>
        [.. spans.Select(span => new Pile(span.Through, [.. Of(records, span.From, span.Through)]))];

    private static IEnumerable<Stone> Of(Records records, DateOnly from, DateOnly through)
    {
        var entries = records
            .Entries.Where(entry => entry.IsWin && entry.Day >= from && entry.Day <= through)
            .Select(entry => (entry.Day, entry.At, Stone: Laid.By(entry, records.StepOf(entry.StepId))));
        var noticed = records
            .Words.OfType<NoticedWin>()
            .Where(word => word.Day >= from && word.Day <= through)
            .Select(word => (word.Day, word.At, Stone: Laid.By(word)));
        return entries.Concat(noticed).OrderBy(won => won.Day).ThenBy(won => won.At).Select(won => won.Stone);
    }
}
