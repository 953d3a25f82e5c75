using System.Collections.Immutable;

namespace Cairn.Engine.Capacity;

/// <summary>The confidence ruler as a first word on capacity (evidence 2.3).</summary>
internal static class ColdStart
{
    public static void Hear(Mind mind, int step, ImmutableArray<Ruler> rulers)
    {
        var heard = 0;
        var sum = 0.0;
        var prior = mind.Prior;
        foreach (var ruler in rulers.IsDefault ? [] : rulers)
        {
            if (ruler.Amount is > 0 and < double.PositiveInfinity)
            {
                var sure = Math.Clamp(ruler.Confidence / 10.0, 0.05, 0.95);
                sum += Math.Log(ruler.Amount) + (prior.DaySpread * (Normal.Quantile(sure) - prior.RulerOptimism));
                heard++;
            }
        }

        if (heard > 0)
        {
            mind.Hear(step, sum / heard, prior.RulerError);
        }
    }
}
