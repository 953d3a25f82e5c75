using Cairn.Data;
using Cairn.Engine.Capacity;
using Cairn.People;

namespace Cairn.Transfer.Archive;

/// <summary>What holds in every true archive; an edited one could otherwise stop the belief from being worked out.</summary>
internal static class ArchiveRules
{
    private static readonly TimeOnly LatestDayStart = new(6, 0);

    /// <returns>Null, or the first rule that is broken, in words.</returns>
    public static string? Broken(ArchiveFacts facts) =>
        Person(facts.Head.Person)
        ?? Unique(facts)
        ?? facts.Goals.Select(Goal).FirstOrDefault(rule => rule is not null)
        ?? Steps(facts)
        ?? Entries(facts)
        ?? Words(facts)
        ?? PlansRules.Broken(facts);

    private static string? Person(ArchivedPerson person) =>
        !PersonalDay.IsZone(person.Zone) ? $"{person.Zone} is no time zone that this machine knows"
        : person.DayStart > LatestDayStart ? "a day starts after six"
        : !Fits(person.Language, 16)
        || !Fits(person.HiddenFigures, CairnDb.HiddenFiguresLength)
        || !Enum.IsDefined(person.Dial)
        || !Enum.IsDefined(person.Celebration)
        || person.OpenSteps is < 1 or > 7
            ? "its settings cannot be"
        : null;

    private static string? Unique(ArchiveFacts facts) =>
        Twice(facts.Goals.Select(goal => goal.Id))
        || Twice(facts.Steps.Select(step => step.Id))
        || Twice(facts.Versions.Select(version => (version.Step, version.Number)))
        || Twice(facts.Confidences.Select(confidence => confidence.Id))
        || Twice(facts.Entries.Select(entry => entry.Id))
        || Twice(facts.Words.Select(word => word.Id))
        || Twice(facts.Goals.Select(goal => goal.Source).OfType<string>())
        || Twice(facts.Steps.Select(step => step.Source).OfType<string>())
        || Twice(facts.Entries.Select(entry => entry.Source).OfType<string>())
            ? "something is in it twice"
            : null;

    private static string? Goal(ArchivedGoal goal) =>
        Fits(goal.Title, CairnDb.TitleLength)
        && Fits(goal.Why, CairnDb.NoteLength)
        && Fits(goal.Area, CairnDb.UnitLength)
        && Fits(goal.Source, CairnDb.NoteLength)
        && Enum.IsDefined(goal.State)
            ? null
            : $"the texts of goal {goal.Id} do not fit";

    private static string? Steps(ArchiveFacts facts)
    {
        var goals = facts.Goals.Select(goal => goal.Id).ToHashSet();
        var steps = facts.Steps.Select(step => step.Id).ToHashSet();
        var begun = facts.Versions.Select(version => version.Step).ToHashSet();
        return facts.Steps.FirstOrDefault(step => !goals.Contains(step.Goal) || !begun.Contains(step.Id)) is { } orphan
                ? $"step {orphan.Id} has no goal or no wording"
            : facts.Versions.FirstOrDefault(version => !steps.Contains(version.Step) || !IsSound(version)) is { } odd
                ? $"version {odd.Number} of step {odd.Step} cannot be"
            : facts.Confidences.FirstOrDefault(c => !steps.Contains(c.Step) || !IsSound(c)) is { } unsound
                ? $"the confidence {unsound.Id} cannot be"
            : null;
    }

    private static string? Entries(ArchiveFacts facts)
    {
        // A step is known from the evening before its first day.
        var begun = facts.Versions.GroupBy(v => v.Step).ToDictionary(v => v.Key, v => v.Min(w => w.From));
        var known = facts.Entries.ToDictionary(entry => entry.Id);
        foreach (var entry in facts.Entries)
        {
            var by = entry.SupersededBy is { } id ? known.GetValueOrDefault(id) : null;
            if (
                !begun.TryGetValue(entry.Step, out var from)
                || entry.Day < from
                || !IsSound(entry)
                || (entry.SupersededBy is not null && (by is null || by.Step != entry.Step || by.Day != entry.Day))
            )
            {
                return $"entry {entry.Id} cannot be";
            }
        }

        var moments = facts.Steps.Where(step => step.Kind == StepKind.Moment).Select(step => step.Id).ToHashSet();
        return Twice(
            facts.Entries.Where(e => e.SupersededBy is null && !moments.Contains(e.Step)).Select(e => (e.Step, e.Day))
        )
            ? "two entries count for one step on one day"
            : null;
    }

    private static string? Words(ArchiveFacts facts)
    {
        var goals = facts.Goals.Select(goal => goal.Id).ToHashSet();
        var steps = facts.Steps.Select(step => step.Id).ToHashSet();
        var known = facts.Words.Select(word => word.Id).ToHashSet();
        return facts.Words.FirstOrDefault(word =>
                (word.Step is { } step && !steps.Contains(step))
                || (word.Goal is { } goal && !goals.Contains(goal))
                || (word.SupersededBy is { } by && !known.Contains(by))
                || !IsSound(word)
            )
                is { } odd
                ? $"the word {odd.Id} cannot be"
            : Twice(Counting(WordKind.Report))
            || Twice(Counting(WordKind.RestDay).Concat(Counting(WordKind.ReserveDay)))
            || Twice(
                facts
                    .Words.Where(word => word.Kind == WordKind.Letter && word.SupersededBy is null)
                    .Select(word => word.Period)
            )
                ? "a day has two words about the same"
            : null;

        IEnumerable<DateOnly> Counting(WordKind kind) =>
            facts.Words.Where(word => word.Kind == kind && word.SupersededBy is null).Select(word => word.Day);
    }

    private static bool IsSound(ArchivedWord word) =>
        word.Day > DateOnly.MinValue
        && Enum.IsDefined(word.Kind)
        && Fits(word.Zone, 64)
        && Fits(word.Text, CairnDb.NoteLength)
        && (word.Feel is not null && Enum.IsDefined(word.Feel.Value)) == (word.Kind == WordKind.Report)
        && word.Text is not null == word.Kind is WordKind.Noticed or WordKind.Letter
        && word.Answers is not null == (word.Kind == WordKind.CheckIn)
        && word.Answers?.All(answer => CheckIn.IsQuestion(answer.Key) && answer.Value.CanBe) != false
        && word.Period is { Length: > 0 and <= Letter.LongestPeriod } == (word.Kind == WordKind.Letter)
        && (
            word.Truth is null
            || (Enum.IsDefined(word.Truth.Value) && word.Kind is WordKind.Noticed or WordKind.TakenBack)
        )
        && word.Question is not null == word.Kind is WordKind.Experiment or WordKind.Ignored
        && word.Question is null | CheckIn.IsQuestion(word.Question ?? "")
        && word.Seed is not null == (word.Kind == WordKind.Experiment)
        && word.Kind != WordKind.Experiment | DaysOf(word) is >= 0 and <= Engine.Effects.CoinPlan.Days
        && word.Step is not null | word.Kind is not (WordKind.Timer or WordKind.Experiment or WordKind.Ignored);

    private static int? DaysOf(ArchivedWord word) => word.Until?.DayNumber - word.Day.DayNumber + 1;

    private static bool IsSound(ArchivedVersion version) =>
        version.From > DateOnly.MinValue
        && IsAmount(version.Stated)
        && IsAmount(version.WorstDay)
        && IsAmount(version.Enough)
        && IsAmount(version.Pinned)
        && Fits(version.Name, CairnDb.TitleLength)
        && Fits(version.Unit, CairnDb.UnitLength)
        && Fits(version.Cue, CairnDb.TitleLength)
        && Fits(version.Ladder, CairnDb.LadderLength)
        && Fits(version.Place, CairnDb.TitleLength)
        && Fits(version.Obstacle, CairnDb.TitleLength)
        && Fits(version.PlanB, CairnDb.TitleLength)
        && Fits(version.GoodEnough, CairnDb.TitleLength)
        && (version.Days is null || Engine.Schedule.Rhythm.TryParse(version.Days, out _))
        && Enum.IsDefined(version.Scale)
        && version is { Number: >= 1, Times: >= 1, PerDays: >= 1 };

    private static bool IsSound(ArchivedConfidence confidence) =>
        IsAmount(confidence.Amount) && confidence.Rating is >= 0 and <= 10;

    private static bool IsSound(ArchivedEntry entry) =>
        (IsAmount(entry.Amount) || entry is { Outcome: Outcome.NotToday, Amount: 0 }) // nothing at all
        && IsBar(entry.Bars)
        && Fits(entry.Zone, 64)
        && Fits(entry.Note, CairnDb.NoteLength)
        && Fits(entry.Source, CairnDb.NoteLength)
        && Enum.IsDefined(entry.Outcome)
        && Enum.IsDefined(entry.Reason)
        && (entry.Tier is null || Enum.IsDefined(entry.Tier.Value))
        && (entry.Truth is null || Enum.IsDefined(entry.Truth.Value));

    private static bool IsBar(Bars bars) =>
        IsAmount(bars.Floor)
        && IsAmount(bars.Target)
        && IsAmount(bars.Stretch)
        && IsChance(bars.FloorChance)
        && IsChance(bars.TargetChance)
        && IsChance(bars.StretchChance);

    private static bool IsAmount(double? amount) => amount is null or (> 0 and <= 1e12);

    private static bool IsChance(double chance) => chance is >= 0 and <= 1;

    internal static bool Fits(string? text, int length) =>
        text is null || (text.Length <= length && !text.Contains('\0'));

    internal static bool Twice<T>(IEnumerable<T> keys)
    {
        var seen = new HashSet<T>();
        return keys.Any(key => !seen.Add(key));
    }
}
