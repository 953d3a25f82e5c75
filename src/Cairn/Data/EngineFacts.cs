using Cairn.Engine.Capacity;

namespace Cairn.Data;

/// <summary>What the database holds, in the engine's terms.</summary>
public static class EngineFacts
{
    public static IEnumerable<Fact> Of(
        IReadOnlyList<StepVersion> versions,
        IReadOnlyList<Confidence> rulers,
        IReadOnlyList<Entry> entries
    ) => Beginnings(versions, rulers).Concat(entries.SelectMany(Of));

    /// <summary>
    /// A step is known from the evening before its first day, so that this day already has its bars. A later
    /// version is a new beginning only if it states another size.
    /// </summary>
    private static IEnumerable<Fact> Beginnings(IReadOnlyList<StepVersion> versions, IReadOnlyList<Confidence> rulers)
    {
        foreach (var step in versions.GroupBy(version => version.StepId))
        {
            StepVersion? before = null;
            foreach (var day in step.GroupBy(version => version.From).OrderBy(day => day.Key))
            {
                var version = day.MaxBy(v => v.Number)!;
                if (before is null || !Same(before, version))
                {
                    yield return new StepBegan(
                        version.From.AddDays(-1),
                        version.StepId,
                        version.Stated,
                        version.Scale,
                        [.. rulers.Where(r => r.StepId == version.StepId && r.Day == version.From).Select(Ruler)]
                    );
                }

                before = version;
            }
        }
    }

    private static IEnumerable<Fact> Of(Entry entry)
    {
        if (entry.Outcome == Outcome.Won)
        {
            yield return new Won(
                entry.Day,
                entry.StepId,
                entry.Bars,
                entry.Tier ?? Tier.Floor,
                entry.Amount,
                entry.ThatWasAll
            );
        }
        else if (entry.Outcome == Outcome.NotToday)
        {
            yield return new Missed(entry.Day, entry.StepId, entry.Bars, entry.Reason, entry.Amount);
        }
        else if (entry.Outcome == Outcome.Rest)
        {
            yield return new Rested(entry.Day, entry.StepId);
        }
    }

    private static bool Same(StepVersion a, StepVersion b) => a.Scale == b.Scale && a.Stated.Equals(b.Stated);

    private static Ruler Ruler(Confidence answer) => new(answer.Amount, answer.Rating);
}
