using Cairn.Data;
using Cairn.Engine.Capacity;

namespace Cairn.Insights;

/// <summary>A size that Cairn offered with a chance, and what came of it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Step">The step.</param>
/// <param name="Chance">That the aim would be reached, as it stood on the screen.</param>
/// <param name="IsKept">The aim was reached.</param>
/// <param name="IsSilent">Nothing was said about the step, on a day on which the person was here.</param>
public sealed record Promise(DateOnly Day, Guid Step, double Chance, bool IsKept, bool IsSilent)
{
    /// <summary>
    /// Those of the days before today, from everything that was said. The bars stand in the entries; those of a day without a word come
    /// from the belief of its morning, lived once more.
    /// </summary>
    /// <param name="records">All of them.</param>
    /// <param name="dial">As it stands now: how it stood on a day without a word, nobody wrote down.</param>
    /// <param name="today">The person's day.</param>
    public static IReadOnlyList<Promise> Of(Records records, Dial dial, DateOnly today)
    {
        List<Promise> silent = [];
        records.Live(
            Belief.Of(),
            null,
            today.AddDays(-1),
            (morning, facts) =>
                silent.AddRange(
                    facts.OfType<Missed>().Select(missed => Silent(records, dial, morning, missed)).OfType<Promise>()
                )
        );
        var answered = records
            .Entries.Where(entry => entry.Day < today && entry.Kind != StepKind.Moment)
            .Where(entry => entry.Outcome is Outcome.Won or Outcome.NotToday)
            .Select(entry => new Promise(
                entry.Day,
                entry.StepId,
                entry.Bars.TargetChance,
                entry.IsWin && entry.Tier >= Tier.Target,
                false
            ));
        return
        [
            .. answered
                .Concat(silent)
                .Where(promise => promise.Chance > 0) // a size that the person fixed is no promise
                .OrderBy(promise => promise.Day)
                .ThenBy(promise => promise.Step),
        ];
    }

    /// <returns>Null for what was said.</returns>
    private static Promise? Silent(Records records, Dial dial, Belief morning, Missed missed)
    {
        var (step, day) = (missed.Step, missed.Day);
        if (records.StepOn(step, day) is not { } lived || records.WordOf(step, day) is not null)
        {
            return null;
        }

        var bars = morning.BarsOn(day, step, lived.Version.Limits, dial, records.FeelOn(day));
        return new Promise(day, step, bars.TargetChance, false, true);
    }
}
