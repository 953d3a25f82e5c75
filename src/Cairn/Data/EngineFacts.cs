using System.Security.Cryptography;
using System.Text;
using Cairn.Engine.Capacity;

namespace Cairn.Data;

/// <summary>What the database holds, in the engine's terms.</summary>
public static class EngineFacts
{
    /// <summary>All that was said, through a day.</summary>
    public static IEnumerable<Fact> Of(Records records, DateOnly through) =>
        Beginnings(records)
            .Concat(records.Entries.SelectMany(entry => Of(entry, records)))
            .Concat(records.Words.SelectMany(word => Of(word, records, through)))
            .Where(fact => fact.Day <= through);

    /// <summary>
    /// No word about a planned step, on a day on which the person was there: a miss with no reason, by the bars that
    /// were on the screen. A day without a sign has none, and neither has a step's first day.
    /// </summary>
    /// <param name="records">What was said.</param>
    /// <param name="day">The day; it is over.</param>
    /// <param name="evening">The belief at the end of the day before.</param>
    public static IEnumerable<Fact> Silences(Records records, DateOnly day, Belief evening)
    {
        if (!records.WasSeenOn(day))
        {
            yield break;
        }

        var feel = records.FeelOn(day);
        foreach (var step in records.StepsOn(day).Where(step => step.Step.Kind == StepKind.Practice))
        {
            if (
                records.IsNamed(step, day)
                && records.WordOf(step.Id, day) is null
                && records.FirstDayOf(step.Id) < day
                && !records.IsOff(step, day)
                && evening.Knows(step.Id)
            )
            {
                var bars = evening.BarsOn(day, step.Id, step.Version.Limits, Dial.Steady, feel);
                yield return new Missed(day, step.Id, bars, MissReason.None, null);
            }
        }
    }

    /// <summary>Tasks are believed about by area; this is how the engine knows one.</summary>
    public static Guid AreaId(string area) => new(SHA256.HashData(Encoding.UTF8.GetBytes(area)).AsSpan(0, 16));

    /// <summary>
    /// A step is known from the evening before its first day, so that this day already has its bars. A later
    /// version is a new beginning only if it states another size.
    /// </summary>
    private static IEnumerable<Fact> Beginnings(Records records)
    {
        foreach (var step in records.Versions.GroupBy(version => version.Id))
        {
            if (step.First().Step.Kind == StepKind.Practice)
            {
                foreach (var began in Beginnings(step.Select(lived => lived.Version), records.Rulers))
                {
                    yield return began;
                }
            }
        }

        var tasks = records.Versions.Where(version => version.Step.Kind == StepKind.Task);
        foreach (var area in tasks.SelectMany(task => task.Areas).GroupBy(known => known.Area, StringComparer.Ordinal))
        {
            yield return Tasks.Begin(area.Min(known => known.From).AddDays(-1), AreaId(area.Key));
        }
    }

    private static IEnumerable<Fact> Beginnings(IEnumerable<StepVersion> versions, IReadOnlyList<Confidence> rulers)
    {
        StepVersion? before = null;
        foreach (var day in versions.GroupBy(version => version.From).OrderBy(day => day.Key))
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

    private static IEnumerable<Fact> Of(Entry entry, Records records)
    {
        if (records.StepOf(entry.StepId) is not { } step || !entry.IsWord)
        {
            yield break;
        }

        var fact = entry.Outcome switch
        {
            Outcome.Rest or Outcome.Reserve => step.Step.Kind == StepKind.Practice
                ? new Rested(entry.Day, entry.StepId)
                : null,
            _ => step.Step.Kind switch
            {
                StepKind.Moment => new Seen(entry.Day),
                StepKind.Task => OfTask(entry, AreaId(step.AreaOn(entry.Day))),
                _ => OfPractice(entry),
            },
        };
        if (fact is not null)
        {
            yield return fact;
        }
    }

    private static Fact OfPractice(Entry entry) =>
        entry.Outcome == Outcome.Won
            ? new Won(entry.Day, entry.StepId, entry.Bars, entry.Tier ?? Tier.Floor, entry.Amount, entry.ThatWasAll)
            : new Missed(entry.Day, entry.StepId, entry.Bars, entry.Reason, entry.Amount);

    private static Fact OfTask(Entry entry, Guid area) =>
        entry.Outcome == Outcome.Won
            ? Tasks.Done(entry.Day, area, entry.Bars.Target)
            : Tasks.PutOff(entry.Day, area, entry.Bars.Target, entry.Reason);

    private static IEnumerable<Fact> Of(DayWord word, Records records, DateOnly through)
    {
        switch (word)
        {
            case DayReport report:
                yield return new Felt(report.Day, report.Feel);
                break;
            case NoticedWin or TimerStart or CheckIn:
                yield return new Seen(word.Day);
                break;
            case DayOff:
                foreach (var rested in Rests(records, word.Day, _ => true))
                {
                    yield return rested;
                }

                break;
            case Pause pause:
                var from = records.Since > pause.Day ? records.Since.Value : pause.Day;
                var until = pause.Until < through ? pause.Until.Value : through;
                for (var day = from; day <= until; day = day.AddDays(1))
                {
                    foreach (var rested in Rests(records, day, step => pause.Covers(day, step.Step)))
                    {
                        yield return rested;
                    }
                }

                break;
            case Experiment experiment:
                var first = records.Since > experiment.Day ? records.Since.Value : experiment.Day;
                var last = experiment.Last < through ? experiment.Last : through;
                for (var day = first; day <= last; day = day.AddDays(1))
                {
                    foreach (var rested in Rests(records, day, step => experiment.Asks(step.Id, day) == false))
                    {
                        yield return rested;
                    }
                }

                break;
        }
    }

    /// <summary>What was said about a step on a day off counts as said.</summary>
    private static IEnumerable<Fact> Rests(Records records, DateOnly day, Func<LivedStep, bool> isOff) =>
        records
            .StepsOn(day)
            .Where(step => step.Step.Kind == StepKind.Practice && isOff(step))
            .Where(step => records.WordOf(step.Id, day) is null)
            .Select(step => new Rested(day, step.Id));

    private static bool Same(StepVersion a, StepVersion b) => a.Scale == b.Scale && a.Stated.Equals(b.Stated);

    private static Ruler Ruler(Confidence answer) => new(answer.Amount, answer.Rating);
}
