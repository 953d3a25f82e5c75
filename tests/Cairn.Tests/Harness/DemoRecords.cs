using Cairn.Data;
using Cairn.Demo;

namespace Cairn.Harness;

/// <summary>A demo life as if it had been read from the store.</summary>
internal static class DemoRecords
{
    public static Records Of(DemoLife life) => Of(life, life.Entries, [.. life.Words]);

    /// <summary>The same steps with other entries and words.</summary>
    public static Records Of(DemoLife life, IEnumerable<Entry> entries, params DayWord[] words) =>
        Of(life, life.Versions, entries, words);

    /// <summary>The same steps, done in other ways.</summary>
    public static Records Of(
        DemoLife life,
        IEnumerable<StepVersion> versions,
        IEnumerable<Entry> entries,
        IEnumerable<DayWord> words
    ) =>
        new(
            [
                .. versions.Select(version =>
                {
                    var step = life.Steps.Single(s => s.Id == version.StepId);
                    return new LivedStep(step, version, life.Goals.Single(goal => goal.Id == step.GoalId).Area);
                }),
            ],
            life.Confidences,
            [
                .. entries
                    .Where(entry => entry.SupersededBy is null)
                    .OrderBy(entry => entry.Day)
                    .ThenBy(entry => entry.At),
            ],
            [.. words.Where(word => word.SupersededBy is null).OrderBy(word => word.Day).ThenBy(word => word.At)],
            null
        );
}
