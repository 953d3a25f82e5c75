using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.Pictures;

namespace Cairn.Reflect;

/// <summary>The wins of some days as stones, in the order in which they were laid.</summary>
public static class Stones
{
    private const string OfNoArea = Areas.Personal;

    public static IReadOnlyList<Pile> PilesOf(Records records, IEnumerable<(DateOnly From, DateOnly Through)> spans) =>
        [.. spans.Select(span => new Pile(span.Through, [.. Of(records, span.From, span.Through)]))];

    private static IEnumerable<Stone> Of(Records records, DateOnly from, DateOnly through)
    {
        var entries = records
            .Entries.Where(entry => entry.IsWin && entry.Day >= from && entry.Day <= through)
            .Select(entry => (entry.Day, entry.At, Stone: Of(entry, records)));
        var noticed = records
            .Words.OfType<NoticedWin>()
            .Where(word => word.Day >= from && word.Day <= through)
            .Select(word => (word.Day, word.At, Stone: new Stone(word.Id, OfNoArea, 1, StoneKind.Noticed, word.Text)));
        return entries.Concat(noticed).OrderBy(won => won.Day).ThenBy(won => won.At).Select(won => won.Stone);
    }

    private static Stone Of(Entry entry, Records records)
    {
        var step = records.StepOf(entry.StepId);
        var kind = entry.Kind switch
        {
            StepKind.Task => StoneKind.Task,
            StepKind.Moment => StoneKind.Moment,
            _ => StoneKind.Practice,
        };
        return new Stone(
            entry.Id,
            step?.AreaOn(entry.Day) ?? OfNoArea,
            (int)(entry.Tier ?? Tier.Floor),
            kind,
            step?.Version.Name ?? ""
        );
    }
}
