using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Progress;

/// <summary>
/// How sure the person was, what was predicted, and what happened: means over all days of a month on which it was said of
/// a practice that it was won, or that it was not.
/// </summary>
/// <param name="Month">Its first day.</param>
/// <param name="Asked">The last answer of the ruler for that step, 0 to 10, as a share.</param>
/// <param name="Predicted">The chance of the aim that stood on the screen.</param>
/// <param name="Happened">The share of them on which the aim was reached.</param>
/// <param name="Times">How many.</param>
public sealed record ConfidenceMonth(DateOnly Month, double Asked, double Predicted, double Happened, int Times)
{
    public static IReadOnlyList<ConfidenceMonth> Of(Records records, DateOnly today)
    {
        var rulers = records
            .Rulers.OrderBy(ruler => ruler.Day)
            .ThenBy(ruler => ruler.At)
            .ToLookup(ruler => ruler.StepId);
        return
        [
            .. records
                .Entries.Where(entry => entry.Kind == StepKind.Practice && entry.Day <= today)
                .Where(entry => entry.Outcome is Outcome.Won or Outcome.NotToday && entry.Bars.TargetChance > 0)
                .Select(entry => (Entry: entry, Ruler: rulers[entry.StepId].LastOrDefault(r => r.Day <= entry.Day)))
                .Where(said => said.Ruler is not null)
                .GroupBy(said => Grains.StartOf(said.Entry.Day, Grain.Month))
                .OrderBy(month => month.Key)
                .Select(month => new ConfidenceMonth(
                    month.Key,
                    month.Average(said => said.Ruler!.Rating / 10.0),
                    month.Average(said => said.Entry.Bars.TargetChance),
                    month.Average(said => said.Entry.Tier >= Tier.Target ? 1.0 : 0),
                    month.Count()
                )),
        ];
    }
}
